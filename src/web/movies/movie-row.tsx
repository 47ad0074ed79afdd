/** A row of recommendations with its heading and its reason. */

import { postInteraction } from '../api/routes.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { MovieCard } from './movie-card.tsx';
import './movie-row.css';
import { type Row, rowDetail, rowTitle } from './row-text.ts';
import { Scroller } from './scroller.tsx';

interface MovieRowProps {
  row: Row;
  userId: string;
  ownRatings: ReadonlyMap<number, number>;
}

export function MovieRow({ row, userId, ownRatings }: MovieRowProps) {
  const { t } = useTranslation();
  const title = rowTitle(row, t);
  const headingId = `row-${row.kind}-${row.movieId ?? row.genre ?? ''}`.replace(/\s/g, '-');
  return (
    <section className="movie-row" aria-labelledby={headingId}>
      <header className="movie-row__header">
        <h2 id={headingId} className="movie-row__title" dir="auto">
          {title}
        </h2>
        <p className="movie-row__detail">{rowDetail(row, t)}</p>
      </header>
      <Scroller name={title} labelledBy={headingId}>
        {row.items.map((item) => (
          <MovieCard
            key={item.movieId}
            movie={item}
            predictedRating={item.predictedRating}
            ownRating={ownRatings.get(item.movieId)}
            attribution={{ recommendationId: row.recommendationId, position: item.position }}
            canRate
            onOpen={() => reportClick(userId, item.movieId, row.recommendationId, item.position)}
          />
        ))}
      </Scroller>
    </section>
  );
}

/** Says that a recommendation was opened. Losing one changes nothing for the person, so a failure is let go. */
function reportClick(userId: string, movieId: number, recommendationId: string, position: number): void {
  postInteraction({ userId, movieId, type: 'click', recommendationId, position }).catch(() => undefined);
}
