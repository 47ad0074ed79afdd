/** The cache of server state: what is asked again, when, and how often after a failure. */
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiError, mayRecover } from './api-error.ts';
import { sessionQuery } from './queries.ts';

const ATTEMPTS = 2;

export function createQueryClient(): QueryClient {
  /** A session that has ended is found out by what it is refused: who is signed in is asked again then. */
  const onError = (error: Error) => {
    if (error instanceof ApiError && error.status === 401)
      void client.invalidateQueries({ queryKey: sessionQuery.queryKey });
  };
  const client = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
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
  return client;
}
