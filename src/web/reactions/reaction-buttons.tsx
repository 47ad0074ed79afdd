/** Like, dislike, hide. */

import { Icon } from '../app/icon.tsx';
import { useTranslation } from '../i18n/use-translation.ts';
import type { ListedMovie } from '../rating/rating-change.ts';
import { useReactions } from './reactions.ts';
import { type Attribution, useReact } from './use-react.ts';
import './reaction-buttons.css';

const REACTIONS = ['like', 'dislike', 'hide'] as const;

interface ReactionButtonsProps {
  userId: string;
  movie: ListedMovie;
  attribution?: Attribution | undefined;
  onHide?: () => void;
}

export function ReactionButtons({ userId, movie, attribution, onHide }: ReactionButtonsProps) {
  const { t } = useTranslation();
  const current = useReactions()(userId, movie.movieId);
  const react = useReact(userId);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form's fields; these are actions
    <div className="reactions" role="group" aria-label={t('react.label', { film: movie.title })}>
      {REACTIONS.map((reaction) => (
        <button
          key={reaction}
          type="button"
          className="reactions__button"
          aria-pressed={current === reaction}
          onClick={() => {
            react(movie, reaction, attribution);
            if (reaction === 'hide') onHide?.();
          }}
        >
          <Icon name={reaction} filled={current === reaction && reaction !== 'hide'} />
          {t(`react.${reaction}`)}
        </button>
      ))}
    </div>
  );
}
