/** One rated film, with its stars to change and a way to take the rating back. */

import { Link } from 'react-router';
import { Icon } from '../../app/icon.tsx';
import { formatDate } from '../../i18n/format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Poster } from '../../poster/poster.tsx';
import type { OwnRating } from '../../rating/rating-change.ts';
import { StarRating } from '../../rating/star-rating.tsx';
import { useRate } from '../../rating/use-rate.ts';
import { useRatingScale } from '../../rating/use-rating-scale.ts';

export function RatedMovie({ userId, rating }: { userId: string; rating: OwnRating }) {
  const { t } = useTranslation();
  const scale = useRatingScale();
  const rate = useRate(userId);
  return (
    <article className="rated">
      <Link to={`/film/${rating.movieId}`} className="rated__link">
        <span className="rated__poster">
          <Poster movie={rating} decorative />
        </span>
        <span className="rated__title" dir="auto">
          {rating.title}
        </span>
      </Link>
      <p className="rated__facts">
        {rating.year ?? t('movie.yearUnknown')} · {t('ratings.on', { date: formatDate(rating.timestamp) })}
      </p>
      <div className="rated__actions">
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
      </div>
    </article>
  );
}
