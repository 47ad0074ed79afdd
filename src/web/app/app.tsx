/** Puts the parts together: server state, addresses, the frame and its pages. */
import { QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { BrowserRouter } from 'react-router';
import { createQueryClient } from '../api/query-client.ts';
import { RateSheetProvider } from '../rate-sheet/rate-sheet-provider.tsx';
import { SignInGate } from '../session/sign-in-gate.tsx';
import { ToastRegion } from '../toasts/toast-region.tsx';
import { Layout } from './layout.tsx';
import { Pages } from './pages.tsx';

export function App() {
  const [client] = useState(createQueryClient);
  return (
    <QueryClientProvider client={client}>
      <BrowserRouter>
        <RateSheetProvider>
          <Layout>
            <SignInGate>
              <Pages />
            </SignInGate>
          </Layout>
          <ToastRegion />
        </RateSheetProvider>
      </BrowserRouter>
    </QueryClientProvider>
  );
}
