/** The first choice, large, in the colours of its poster. */
import { useRef } from 'react';
import { Link } from 'react-router';
import type { RecommendedItem } from '../../../api/schemas/recommendation.ts';
import { Icon } from '../../app/icon.tsx';
import { formatRating } from '../../i18n/format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useImpressions } from '../../impressions/use-impressions.ts';
import { MovieFacts } from '../../movies/movie-facts.tsx';
import { type Row, reasonText, rowTitle } from '../../movies/row-text.ts';
import { posterPalette } from '../../poster/design.ts';
import { longestWord } from '../../poster/longest-word.ts';
import { Poster } from '../../poster/poster.tsx';
import { useRateSheet } from '../../rate-sheet/rate-sheet-context.ts';
import { Stars } from '../../rating/stars.tsx';
import { useOwnRating } from '../../rating/use-own-ratings.ts';
import { useRatingScale } from '../../rating/use-rating-scale.ts';
import { reportClick } from '../../reactions/report-click.ts';
import { paint } from '../../styles/paint.ts';
import './spotlight.css';

interface SpotlightProps {
  item: RecommendedItem;
  row: Row;
  userId: string;
  /** Whether that it is seen is counted. */
  counted: boolean;
}

export function Spotlight({ item, row, userId, counted }: SpotlightProps) {
  const { t } = useTranslation();
  const section = useRef<HTMLDivElement>(null);
  const { recommendationId } = row;
  const attribution = { recommendationId, position: item.position };
  useImpressions(section, { userId, recommendationId, items: row.items, counted });
  const openSheet = useRateSheet();
  const own = useOwnRating(userId, item.movieId) ?? null;
  const { maximum } = useRatingScale();
  const { ground, ink, colours } = posterPalette(item);
  const [reason] = item.reasons;
  return (
    <section
      key={item.movieId}
      className="spotlight"
      aria-labelledby="spotlight-title"
      style={paint({
        '--ground': ground,
        '--on-ground': ink,
        '--glow': colours[0],
        '--longest': longestWord(item.title),
      })}
    >
      <div ref={section} className="spotlight__words">
        <p className="spotlight__eyebrow">{t('home.pick')}</p>
        <h2
          id="spotlight-title"
          className="spotlight__title"
          data-film={item.movieId}
          data-long={item.title.length > 34}
          dir="auto"
        >
          {item.title}
        </h2>
        <MovieFacts movie={item} />
        {own === null && item.predictedRating !== null ? (
          <p className="spotlight__predicted">
            <Stars value={Math.round(item.predictedRating * 2) / 2} maximum={Math.ceil(maximum)} />
            {t('movie.predictedLong', {
              value: formatRating(item.predictedRating, 'computed'),
              maximum,
            })}
          </p>
        ) : null}
        {own === null ? null : (
          <p className="spotlight__predicted">{t('movie.yours', { value: formatRating(own) })}</p>
        )}
        <p className="spotlight__reason">{reason === undefined ? rowTitle(row, t) : reasonText(reason, t)}</p>
        <div className="spotlight__actions">
          <Link
            className="button"
            to={`/film/${item.movieId}`}
            onClick={() => reportClick(userId, item.movieId, attribution)}
          >
            {t('home.open')}
          </Link>
          <button
            type="button"
            className="button button--quiet"
            aria-haspopup="dialog"
            onClick={() => openSheet({ movie: item, attribution })}
          >
            <Icon name="star" />
            {t('home.rate')}
          </button>
        </div>
      </div>
      <div className="spotlight__poster">
        <Poster movie={item} decorative />
      </div>
    </section>
  );
}
