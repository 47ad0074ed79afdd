/** Rates a film, or takes the rating back: shown at once, undone when the server does not accept it. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { AcceptedAnswer } from '../../api/schemas/rating.ts';
import { failureKind } from '../api/api-error.ts';
import { personKeys } from '../api/queries.ts';
import { rememberPosition } from '../api/read-position.ts';
import { deleteRating, postRating } from '../api/routes.ts';
import { formatRating } from '../i18n/format.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { queueRating } from '../offline/outbox.ts';
import { showToast } from '../toasts/toasts.ts';
import type { ListedMovie, RatingChange } from './rating-change.ts';
import { rateKey } from './use-own-ratings.ts';

export function useRate(userId: string): (movie: ListedMovie, rating: number | null) => void {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { mutate } = useMutation({
    mutationKey: rateKey(userId),
    // One after the other: a person's second thought must arrive after the first.
    scope: { id: `rate ${userId}` },
    mutationFn: (change: RatingChange) => sendOrQueue(userId, change),
    onSuccess: async (accepted, { movie, rating }) => {
      if (accepted === null) {
        const message = t('offline.queued', { film: movie.title });
        showToast({ kind: 'done', about: `rating ${movie.movieId}`, message });
        return;
      }
      rememberPosition(userId, accepted.position);
      showToast({
        kind: 'done',
        about: `rating ${movie.movieId}`,
        message:
          rating === null
            ? t('rate.removed', { film: movie.title })
            : t('rate.saved', { film: movie.title, value: formatRating(rating) }),
      });
      void client.invalidateQueries({ queryKey: personKeys.rows(userId) });
      void client.invalidateQueries({ queryKey: personKeys.prediction(userId, movie.movieId) });
      void client.invalidateQueries({ queryKey: personKeys.explanations(userId) });
      void client.invalidateQueries({ queryKey: personKeys.questions(userId) });
      // Pending until the list has it, so that the stars do not fall back in between.
      await client.invalidateQueries({ queryKey: personKeys.ratings(userId) });
    },
    onError: (_error, change) => {
      showToast({
        kind: 'failed',
        about: `rating ${change.movie.movieId}`,
        message: t(change.rating === null ? 'rate.removeFailed' : 'rate.failed', {
          film: change.movie.title,
        }),
        action: { label: t('failure.retry'), run: () => mutate(change) },
      });
    },
  });
  return (movie, rating) => mutate({ movie, rating, at: Math.floor(Date.now() / 1_000) });
}

/** Null where the server could not be reached: the rating then waits until it can. */
async function sendOrQueue(userId: string, change: RatingChange): Promise<AcceptedAnswer | null> {
  const { movieId } = change.movie;
  try {
    return change.rating === null
      ? await deleteRating(userId, movieId)
      : await postRating(userId, movieId, change.rating);
  } catch (error) {
    if (failureKind(error) !== 'unreachable') throw error;
    queueRating({ userId, change });
    return null;
  }
}
