/** Splits of one table of ratings into a part to train on and a part to measure on. */
import { leaveOneOut } from '../splits/leave-one-out.ts';
import { randomSplit } from '../splits/random-split.ts';
import type { Split } from '../splits/split.ts';
import { temporalSplit } from '../splits/temporal-split.ts';
import { createItemNumbers, type EvaluationColumns } from './columns.ts';

export const SPLITS = ['random', 'temporal', 'leave-one-out'] as const;

export interface SplitSettings {
  kind: (typeof SPLITS)[number];
  /** The share of the ratings that is measured on; leave-one-out does not ask for it. */
  fraction: number;
  /** What a random split draws from. */
  seed: number;
}

/** Both parts keep the order of the columns. */
export function splitColumns(
  columns: EvaluationColumns,
  settings: SplitSettings,
): { train: EvaluationColumns; test: EvaluationColumns } {
  const { train, test } = placesOf(columns, settings);
  return { train: select(columns, train), test: select(columns, test) };
}

function placesOf(columns: EvaluationColumns, { kind, fraction, seed }: SplitSettings): Split {
  const ratings = createItemNumbers(columns)(columns);
  switch (kind) {
    case 'random':
      return randomSplit(ratings, fraction, seed);
    case 'temporal':
      return temporalSplit(ratings, fraction);
    case 'leave-one-out':
      return leaveOneOut(ratings);
  }
}

function select(
  { users, items, ratings, timestamps }: EvaluationColumns,
  places: Uint32Array,
): EvaluationColumns {
  return {
    users: Array.from(places, (place) => users[place] ?? ''),
    items: Array.from(places, (place) => items[place] ?? ''),
    ratings: Float32Array.from(places, (place) => ratings[place] ?? Number.NaN),
    timestamps: Float64Array.from(places, (place) => timestamps[place] ?? 0),
  };
}
