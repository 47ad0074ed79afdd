/** A person's history as one sparse row, in the canonical order that makes equal histories equal to the last bit. */
import type { SparseRows } from '../../kernel/reference/sparse-rows.ts';
import type { Feedback } from './model.ts';

/** One row of ratings; films without one are left out. */
export function historyRow(history: readonly Feedback[], itemCount: number): SparseRows {
  return latestRow(history, itemCount, ratingOf);
}

function ratingOf({ rating }: Feedback): number {
  return rating ?? Number.NaN;
}

/**
 * One row of films in ascending order. Of a film that is there several times the last entry counts; entries for
 * films outside of the model (`item` not below `itemCount`) and values that are not finite are left out.
 */
export function latestRow(
  history: readonly Feedback[],
  itemCount: number,
  value: (feedback: Feedback) => number,
): SparseRows {
  const known = history.filter(
    (feedback) =>
      Number.isInteger(feedback.item) &&
      feedback.item >= 0 &&
      feedback.item < itemCount &&
      Number.isFinite(value(feedback)),
  );
  const row = isAscending(known) ? known : lastOfEach(known);
  // Plain loops: `from` with a function takes ten times as long, and people are folded in with every answer.
  const columns = new Int32Array(row.length);
  const values = new Float32Array(row.length);
  for (const [place, feedback] of row.entries()) {
    columns[place] = feedback.item;
    values[place] = value(feedback);
  }
  return { starts: Uint32Array.of(0, row.length), columns, values };
}

/** Whether it is in order already, as histories from a matrix are: most that are measured. */
function isAscending(history: readonly Feedback[]): boolean {
  return history.every(({ item }, place) => place === 0 || (history[place - 1]?.item ?? 0) < item);
}

function lastOfEach(history: readonly Feedback[]): Feedback[] {
  const latest = new Map(history.map((feedback) => [feedback.item, feedback]));
  return [...latest.values()].sort((a, b) => a.item - b.item);
}
