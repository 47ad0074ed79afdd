/** A row of recommendations with its heading and its reason. */
import { useRef } from 'react';
import { useTranslation } from '../i18n/use-translation.ts';
import { useImpressions } from '../impressions/use-impressions.ts';
import { reportClick } from '../reactions/report-click.ts';
import { MovieCard } from './movie-card.tsx';
import './movie-row.css';
import { type Row, rowDetail, rowTitle } from './row-text.ts';
import { Scroller } from './scroller.tsx';

interface MovieRowProps {
  row: Row;
  userId: string;
  ownRatings: ReadonlyMap<number, number>;
  /** Whether what is seen of it is counted. */
  counted?: boolean;
}

export function MovieRow({ row, userId, ownRatings, counted = false }: MovieRowProps) {
  const { t } = useTranslation();
  const section = useRef<HTMLElement>(null);
  const { recommendationId, items } = row;
  useImpressions(section, { userId, recommendationId, items, counted });
  const title = rowTitle(row, t);
  const headingId = `row-${row.kind}-${row.movieId ?? row.genre ?? ''}`.replace(/\s/g, '-');
  return (
    <section ref={section} className="movie-row" aria-labelledby={headingId}>
      <header className="movie-row__header">
        <h2 id={headingId} className="movie-row__title" dir="auto">
          {title}
        </h2>
        <p className="movie-row__detail">{rowDetail(row, t)}</p>
      </header>
      <Scroller name={title} labelledBy={headingId}>
        {items.map((item) => (
          <MovieCard
            key={item.movieId}
            movie={item}
            predictedRating={item.predictedRating}
            ownRating={ownRatings.get(item.movieId)}
            attribution={{ recommendationId, position: item.position }}
            canRate
            onOpen={() => reportClick(userId, item.movieId, { recommendationId, position: item.position })}
          />
        ))}
      </Scroller>
    </section>
  );
}
