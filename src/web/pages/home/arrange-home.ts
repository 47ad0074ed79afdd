/**
 * Arranges rows for the page: one film of the first row stands alone, hidden films are left out, each film shows once.
 */
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
  const item = pickOf(row);
  if (row === undefined || item === undefined) return { first: null, others: [] };
  const rest = { ...row, items: row.items.filter((other) => other !== item) };
  return { first: { item, row }, others: rest.items.length === 0 ? others : [rest, ...others] };
}

/** How far down the first row the pick is looked for. */
const PICK_AMONG = 10;

/**
 * Of the best ranked films the one that the person would rate highest: what is likely to be watched is not always what
 * is likely to be loved, and the film shown large should be both.
 */
function pickOf(row: Row | undefined): RecommendedItem | undefined {
  const best = row?.items.slice(0, PICK_AMONG) ?? [];
  const rating = ({ predictedRating }: RecommendedItem) => predictedRating ?? 0;
  return best.reduce<RecommendedItem | undefined>(
    (pick, item) => (pick === undefined || rating(item) > rating(pick) ? item : pick),
    undefined,
  );
}
