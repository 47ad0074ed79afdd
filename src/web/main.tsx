/** The page's entry: language and colours first, then everything else. */
import './styles/index.css';
import './styles/fonts.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { startLanguage } from './i18n/language.ts';
import { sendImpressions } from './impressions/use-impressions.ts';
import { sendAllHides } from './reactions/pending-hides.ts';
import { applyTheme } from './theme/theme.ts';

async function start(): Promise<void> {
  applyTheme();
  window.addEventListener('pagehide', sendAllHides);
  window.addEventListener('pagehide', sendImpressions);
  if (import.meta.env.PROD && 'serviceWorker' in navigator) {
    window.addEventListener('load', () => {
      // Without it the page works as before, online.
      import('./offline/install.ts')
        .then(({ installServiceWorker }) => installServiceWorker())
        .catch(() => undefined);
    });
  }
  await startLanguage();
  const root = document.querySelector('#root');
  if (root === null) throw new Error('index.html has no #root');
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}

void start();
