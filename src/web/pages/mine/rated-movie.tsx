/** One rated film, with its stars to change and a way to take the rating back. */

import { Icon } from '../../app/icon.tsx';
import { formatDate } from '../../i18n/format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { OwnRating } from '../../rating/rating-change.ts';
import { StarRating } from '../../rating/star-rating.tsx';
import { useRate } from '../../rating/use-rate.ts';
import { useRatingScale } from '../../rating/use-rating-scale.ts';
import { ListedFilm } from './listed-film.tsx';

export function RatedMovie({ userId, rating }: { userId: string; rating: OwnRating }) {
  const { t } = useTranslation();
  const scale = useRatingScale();
  const rate = useRate(userId);
  return (
    <ListedFilm movie={rating} fact={t('ratings.on', { date: formatDate(rating.timestamp) })}>
      <StarRating
        label={t('rate.heading', { film: rating.title })}
        value={rating.rating}
        scale={scale}
        onRate={(value) => rate(rating, value)}
      />
      <button
        type="button"
        className="icon-button"
        aria-label={t('rate.removeOf', { film: rating.title })}
        title={t('rate.remove')}
        onClick={() => rate(rating, null)}
      >
        <Icon name="trash" />
      </button>
    </ListedFilm>
  );
}
