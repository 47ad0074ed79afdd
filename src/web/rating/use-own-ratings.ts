/** The ratings of the person who is watching, as they will be once everything pending is accepted. */
import { useMutationState, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { ownRatingsQuery } from '../api/queries.ts';
import { useOutbox } from '../offline/outbox.ts';
import { applyChanges, isRatingChange } from './rating-change.ts';

export const rateKey = (userId: string) => ['rate', userId] as const;

export function useOwnRatings(userId: string | null) {
  const query = useQuery({ ...ownRatingsQuery(userId ?? ''), enabled: userId !== null });
  const pending = useMutationState({
    filters: { mutationKey: rateKey(userId ?? ''), status: 'pending' },
    select: ({ state }): unknown => state.variables,
  });
  const outbox = useOutbox();
  const { data } = query;
  const ratings = useMemo(() => {
    const queued = outbox.filter((waiting) => waiting.userId === userId).map(({ change }) => change);
    const changes = [...queued, ...pending.filter(isRatingChange)];
    return data === undefined && changes.length === 0 ? undefined : applyChanges(data ?? [], changes);
  }, [data, outbox, pending, userId]);
  return { ...query, ratings };
}

/** The person's rating of one film; null when there is none, undefined while it is not known. */
export function useOwnRating(userId: string | null, movieId: number): number | null | undefined {
  const { ratings } = useOwnRatings(userId);
  const own = ratings?.find((rating) => rating.movieId === movieId);
  return own?.rating ?? (ratings === undefined ? undefined : null);
}
