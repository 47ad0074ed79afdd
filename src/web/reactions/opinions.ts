/**
 * What a person thinks of films besides rating them: what the server knows, and over it what was said on this page, shown
 * before the server has answered.
 */
import { useQuery } from '@tanstack/react-query';
import type { OwnOpinionsAnswer } from '../../api/schemas/interaction.ts';
import { opinionsQuery } from '../api/queries.ts';
import { externalValue, useExternalValue } from '../session/external-value.ts';

export type Verdict = 'like' | 'dislike' | 'hide';
export type ListedOpinion = OwnOpinionsAnswer['results'][number];

export interface Opinion {
  verdict: Verdict | null;
  watchlist: boolean;
}

const said = externalValue<ReadonlyMap<string, Partial<Opinion>>>(new Map());

const keyOf = (userId: string, movieId: number) => `${movieId} ${userId}`;

/** Shows an opinion from now on, whatever the server knows. */
export function showOpinion(userId: string, movieId: number, opinion: Partial<Opinion>): void {
  const key = keyOf(userId, movieId);
  said.set(new Map(said.get()).set(key, { ...said.get().get(key), ...opinion }));
}

function saidOf(userId: string, movieId: number): Partial<Opinion> {
  return said.get().get(keyOf(userId, movieId)) ?? {};
}

/** Whether a film was hidden on this page; what was hidden before is in no answer. */
export function useHiddenHere(userId: string): (movieId: number) => boolean {
  useExternalValue(said);
  return (movieId) => saidOf(userId, movieId).verdict === 'hide';
}

const NO_OPINION: Opinion = { verdict: null, watchlist: false };

export function useOpinions(userId: string | null) {
  useExternalValue(said);
  const query = useQuery({ ...opinionsQuery(userId ?? ''), enabled: userId !== null });
  const opinionOf = (movieId: number): Opinion => {
    if (userId === null) return NO_OPINION;
    const known = query.data?.find((opinion) => opinion.movieId === movieId);
    const verdict = known === undefined || known.verdict === 'none' ? null : known.verdict;
    return { verdict, watchlist: known?.watchlist ?? false, ...saidOf(userId, movieId) };
  };
  return { ...query, opinionOf };
}
