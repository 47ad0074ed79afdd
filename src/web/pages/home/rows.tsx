/** The rows of home: those in sight are drawn first, the rest once the page has shown. */
import { useDeferredValue } from 'react';
import { MovieRow } from '../../movies/movie-row.tsx';
import type { Row } from '../../movies/row-text.ts';

const IN_SIGHT = 2;

interface RowsProps {
  rows: readonly Row[];
  userId: string;
  ownRatings: ReadonlyMap<number, number>;
  counted: boolean;
}

export function Rows({ rows, userId, ownRatings, counted }: RowsProps) {
  const drawn = useDeferredValue(rows.length, IN_SIGHT);
  return rows
    .slice(0, Math.max(drawn, IN_SIGHT))
    .map((row) => (
      <MovieRow
        key={`${row.kind} ${row.movieId ?? ''} ${row.genre ?? ''}`}
        row={row}
        userId={userId}
        ownRatings={ownRatings}
        counted={counted}
      />
    ));
}
