/** Arranges rows for the page: the very first film stands alone, hidden films are left out, each film shows once. */
import type { RecommendedItem, RowsAnswer } from '../../../api/schemas/recommendation.ts';

type Row = RowsAnswer['rows'][number];

export interface HomeArrangement {
  /** The film to show large, with the row it came from; null when there is none. */
  first: { item: RecommendedItem; row: Row } | null;
  others: Row[];
}

export function arrangeHome(rows: readonly Row[], isHidden: (movieId: number) => boolean): HomeArrangement {
  const seen = new Set<number>();
  const kept: Row[] = [];
  for (const row of rows) {
    const items = row.items.filter(({ movieId }) => !isHidden(movieId) && !seen.has(movieId));
    for (const { movieId } of items) seen.add(movieId);
    if (items.length > 0) kept.push({ ...row, items });
  }
  const [row, ...others] = kept;
  const item = row?.items[0];
  if (row === undefined || item === undefined) return { first: null, others: [] };
  const rest = { ...row, items: row.items.slice(1) };
  return { first: { item, row }, others: rest.items.length === 0 ? others : [rest, ...others] };
}
