/** Like, dislike, hide, and the watchlist. */

import { Icon } from '../app/icon.tsx';
import { useTranslation } from '../i18n/use-translation.ts';
import type { ListedMovie } from '../rating/rating-change.ts';
import { type Attribution, useReact } from './use-react.ts';
import './reaction-buttons.css';

const VERDICTS = ['like', 'dislike', 'hide'] as const;

interface ReactionButtonsProps {
  userId: string;
  movie: ListedMovie;
  attribution?: Attribution | undefined;
  onHide?: () => void;
}

export function ReactionButtons({ userId, movie, attribution, onHide }: ReactionButtonsProps) {
  const { t } = useTranslation();
  const { opinionOf, judge, watch } = useReact(userId);
  const { verdict: current, watchlist } = opinionOf(movie.movieId);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form's fields; these are actions
    <div className="reactions" role="group" aria-label={t('react.label', { film: movie.title })}>
      <button
        type="button"
        className="reactions__button"
        aria-pressed={watchlist}
        onClick={() => watch(movie, !watchlist, attribution)}
      >
        <Icon name="bookmark" filled={watchlist} />
        {t('react.watchlist')}
      </button>
      {VERDICTS.map((verdict) => (
        <button
          key={verdict}
          type="button"
          className="reactions__button"
          aria-pressed={current === verdict}
          onClick={() => {
            judge(movie, verdict, attribution);
            if (verdict === 'hide' && current !== 'hide') onHide?.();
          }}
        >
          <Icon name={verdict} filled={current === verdict && verdict !== 'hide'} />
          {t(`react.${verdict}`)}
        </button>
      ))}
    </div>
  );
}
