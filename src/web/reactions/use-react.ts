/** Likes, dislikes or hides a film: shown at once, undone when the server does not accept it. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { personKeys } from '../api/queries.ts';
import { rememberPosition } from '../api/read-position.ts';
import { postInteraction } from '../api/routes.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import type { ListedMovie } from '../rating/rating-change.ts';
import { showToast } from '../toasts/toasts.ts';
import { dropHide, holdHide, sendHide } from './pending-hides.ts';
import { type Reaction, reactionOf, setReaction } from './reactions.ts';

/** Which answer showed the film, and where in it. */
export interface Attribution {
  recommendationId: string;
  position: number;
}

interface ReactionChange {
  movie: ListedMovie;
  reaction: Reaction;
  /** What it was before, to go back to. */
  before: Reaction | null;
  attribution: Attribution | undefined;
}

export function useReact(userId: string) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { mutate } = useMutation({
    mutationFn: ({ movie, reaction, attribution }: ReactionChange) =>
      postInteraction({ userId, movieId: movie.movieId, type: reaction, ...attribution }),
    onSuccess: ({ position }) => {
      rememberPosition(userId, position);
      void client.invalidateQueries({ queryKey: personKeys.rows(userId) });
    },
    onError: (_error, change) => {
      setReaction(userId, change.movie.movieId, change.before);
      showToast({ kind: 'failed', message: t('react.failed', { film: change.movie.title }) });
    },
  });

  function hide(change: ReactionChange) {
    const { movieId, title } = change.movie;
    holdHide(movieId, () => mutate(change));
    showToast({
      kind: 'done',
      message: t('react.hidden', { film: title }),
      action: {
        label: t('react.undo'),
        run: () => {
          dropHide(movieId);
          setReaction(userId, movieId, change.before);
        },
      },
      onExpire: () => sendHide(movieId),
    });
  }

  return (movie: ListedMovie, reaction: Reaction, attribution?: Attribution) => {
    const before = reactionOf(userId, movie.movieId);
    if (before === reaction) return;
    setReaction(userId, movie.movieId, reaction);
    const change = { movie, reaction, before, attribution };
    if (reaction === 'hide') {
      hide(change);
      return;
    }
    dropHide(movie.movieId);
    mutate(change);
    showToast({
      kind: 'done',
      message: t(reaction === 'like' ? 'react.liked' : 'react.disliked', { film: movie.title }),
    });
  };
}
