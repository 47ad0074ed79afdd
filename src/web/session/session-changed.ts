/** Takes in who is signed in from now on: whatever was asked before was asked by somebody else, and is forgotten. */
import type { QueryClient } from '@tanstack/react-query';
import type { SessionAnswer } from '../../api/schemas/session.ts';
import { sessionQuery } from '../api/queries.ts';

export function sessionChanged(client: QueryClient, session: SessionAnswer): void {
  const [name] = sessionQuery.queryKey;
  client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== name });
  client.setQueryData(sessionQuery.queryKey, session);
}
