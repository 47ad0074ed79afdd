/** The ratings of the person who is watching, as they will be once everything pending is accepted. */
import { useMutationState, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { ownRatingsQuery } from '../api/queries.ts';
import { applyChanges, isRatingChange } from './rating-change.ts';

export const rateKey = (userId: string) => ['rate', userId] as const;

export function useOwnRatings(userId: string | null) {
  const query = useQuery({ ...ownRatingsQuery(userId ?? ''), enabled: userId !== null });
  const pending = useMutationState({
    filters: { mutationKey: rateKey(userId ?? ''), status: 'pending' },
    select: ({ state }): unknown => state.variables,
  });
  const { data } = query;
  const ratings = useMemo(
    () =>
      data === undefined && pending.length === 0
        ? undefined
        : applyChanges(data ?? [], pending.filter(isRatingChange)),
    [data, pending],
  );
  return { ...query, ratings };
}

/** The person's rating of one film; null when there is none, undefined while it is not known. */
export function useOwnRating(userId: string | null, movieId: number): number | null | undefined {
  const { ratings } = useOwnRatings(userId);
  const own = ratings?.find((rating) => rating.movieId === movieId);
  return own?.rating ?? (ratings === undefined ? undefined : null);
}
