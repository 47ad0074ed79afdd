/** The cache of server state: what is asked again, when, and how often after a failure. */
import { QueryClient } from '@tanstack/react-query';
import { mayRecover } from './api-error.ts';

const ATTEMPTS = 2;

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        retry: (failures, error) => failures < ATTEMPTS && mayRecover(error),
        retryDelay: (failures) => Math.min(300 * 3 ** failures, 3_000),
        refetchOnWindowFocus: false,
        networkMode: 'always',
      },
      mutations: { networkMode: 'always' },
    },
  });
}
