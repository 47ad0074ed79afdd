/**
 * Likes, dislikes or hides a film, takes that back, or puts a film on the watchlist: shown at once, undone when the
 * server does not accept it.
 */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { personKeys } from '../api/queries.ts';
import { rememberPosition } from '../api/read-position.ts';
import { postInteraction } from '../api/routes.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import type { ListedMovie } from '../rating/rating-change.ts';
import { showToast } from '../toasts/toasts.ts';
import { type Opinion, showOpinion, useOpinions, type Verdict } from './opinions.ts';
import { dropHide, holdHide, sendHide } from './pending-hides.ts';

/** Which answer showed the film, and where in it. */
export interface Attribution {
  recommendationId: string;
  position: number;
}

interface OpinionChange {
  movie: ListedMovie;
  type: Verdict | 'neutral' | 'watchlist' | 'unwatchlist';
  /** What it was before, to go back to. */
  before: Partial<Opinion>;
  attribution: Attribution | undefined;
}

export function useReact(userId: string) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { opinionOf } = useOpinions(userId);
  const { mutate } = useMutation({
    scope: { id: `react ${userId}` },
    mutationFn: ({ movie, type, attribution }: OpinionChange) =>
      postInteraction({ userId, movieId: movie.movieId, type, ...attribution }),
    onSuccess: ({ position }, { type }) => {
      rememberPosition(userId, position);
      void client.invalidateQueries({ queryKey: personKeys.opinions(userId) });
      if (type === 'watchlist' || type === 'unwatchlist') return;
      void client.invalidateQueries({ queryKey: personKeys.rows(userId) });
    },
    onError: (_error, { movie, before }) => {
      showOpinion(userId, movie.movieId, before);
      showToast({ kind: 'failed', message: t('react.failed', { film: movie.title }) });
    },
  });

  function hide(change: OpinionChange) {
    const { movieId, title } = change.movie;
    holdHide(movieId, () => mutate(change));
    showToast({
      kind: 'done',
      message: t('react.hidden', { film: title }),
      action: {
        label: t('react.undo'),
        run: () => {
          dropHide(movieId);
          showOpinion(userId, movieId, change.before);
        },
      },
      onExpire: () => sendHide(movieId),
    });
  }

  /** Saying the same again takes it back. */
  function judge(movie: ListedMovie, verdict: Verdict, attribution?: Attribution) {
    const { verdict: current } = opinionOf(movie.movieId);
    const next = current === verdict ? null : verdict;
    showOpinion(userId, movie.movieId, { verdict: next });
    const change: OpinionChange = {
      movie,
      type: next ?? 'neutral',
      before: { verdict: current },
      attribution,
    };
    if (next === 'hide') return hide(change);
    dropHide(movie.movieId);
    mutate(change);
    const said = next === 'like' ? 'react.liked' : next === 'dislike' ? 'react.disliked' : 'react.neutral';
    showToast({ kind: 'done', about: `opinion ${movie.movieId}`, message: t(said, { film: movie.title }) });
  }

  function watch(movie: ListedMovie, wanted: boolean, attribution?: Attribution) {
    showOpinion(userId, movie.movieId, { watchlist: wanted });
    const type = wanted ? 'watchlist' : 'unwatchlist';
    mutate({ movie, type, before: { watchlist: !wanted }, attribution });
    showToast({
      kind: 'done',
      about: `watchlist ${movie.movieId}`,
      message: t(wanted ? 'react.watched' : 'react.unwatched', { film: movie.title }),
      action: { label: t('react.undo'), run: () => watch(movie, !wanted) },
    });
  }

  return { opinionOf, judge, watch };
}
