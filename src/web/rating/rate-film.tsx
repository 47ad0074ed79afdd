/** The stars of one film for the person who is watching, with a way to take the rating back. */

import { Icon } from '../app/icon.tsx';
import { formatRating } from '../i18n/format.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import type { ListedMovie } from './rating-change.ts';
import { StarRating } from './star-rating.tsx';
import './rate-film.css';
import { useOwnRating } from './use-own-ratings.ts';
import { useRate } from './use-rate.ts';
import { useRatingScale } from './use-rating-scale.ts';

export function RateFilm({ userId, movie }: { userId: string; movie: ListedMovie }) {
  const { t } = useTranslation();
  const scale = useRatingScale();
  const own = useOwnRating(userId, movie.movieId) ?? null;
  const rate = useRate(userId);
  return (
    <div className="rate-film">
      <StarRating
        label={t('rate.heading', { film: movie.title })}
        value={own}
        scale={scale}
        onRate={(value) => rate(movie, value)}
      />
      <p className="rate-film__state">
        {own === null ? t('rate.none') : t('movie.yours', { value: formatRating(own) })}
        {own === null ? null : (
          <button type="button" className="text-button" onClick={() => rate(movie, null)}>
            <Icon name="trash" />
            {t('rate.remove')}
          </button>
        )}
      </p>
    </div>
  );
}
