/** A film in a row or a grid: its poster, its name, what we think of it for this person, and a way to rate it. */
import { memo } from 'react';
import { Link } from 'react-router';
import { Icon } from '../app/icon.tsx';
import { formatRating } from '../i18n/format.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { Poster } from '../poster/poster.tsx';
import { useRateSheet } from '../rate-sheet/rate-sheet-context.ts';
import type { ListedMovie } from '../rating/rating-change.ts';
import type { Attribution } from '../reactions/use-react.ts';
import './movie-card.css';

interface MovieCardProps {
  movie: ListedMovie;
  predictedRating?: number | null;
  /** The person's own rating, where there is one. */
  ownRating?: number | undefined;
  attribution?: Attribution | undefined;
  /** Whether somebody is watching, who can rate. */
  canRate: boolean;
  onOpen?: () => void;
}

export const MovieCard = memo(function MovieCard(props: MovieCardProps) {
  const { movie, predictedRating = null, ownRating, attribution, canRate, onOpen } = props;
  const { t } = useTranslation();
  const openSheet = useRateSheet();
  return (
    <article className="movie-card" data-film={movie.movieId}>
      <Link to={`/film/${movie.movieId}`} className="movie-card__link" onClick={onOpen}>
        <span className="movie-card__poster">
          <Poster movie={movie} decorative />
        </span>
        <span className="movie-card__title" dir="auto">
          {movie.title}
        </span>
        <span className="movie-card__facts">
          <span>{movie.year ?? t('movie.yearUnknown')}</span>
          {ownRating === undefined ? (
            predictedRating !== null && (
              <span className="movie-card__predicted">
                {t('movie.predicted', { value: formatRating(predictedRating, 'computed') })}
              </span>
            )
          ) : (
            <span className="movie-card__own">{t('movie.yours', { value: formatRating(ownRating) })}</span>
          )}
        </span>
      </Link>
      {canRate ? (
        <button
          type="button"
          className="movie-card__rate"
          aria-label={t('movie.rateShort', { film: movie.title })}
          aria-haspopup="dialog"
          data-rated={ownRating !== undefined}
          onClick={() => openSheet({ movie, attribution })}
        >
          <Icon name="star" filled={ownRating !== undefined} />
        </button>
      ) : null}
    </article>
  );
});
