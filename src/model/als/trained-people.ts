/** People as explicit ALS leaves them: a sweep solves for them last, so nobody it was trained on has to be folded in. */
import { explicitWidth } from '../../../kernel/reference/explicit.ts';
import { meanDeviation } from '../baselines/damped-means.ts';
import type { RatingMatrix } from '../matrix.ts';
import type { PersonFactors } from '../model.ts';
import type { AlsParams } from '../params.ts';
import { explicitSettings } from './explicit-settings.ts';

/** Gives somebody's factors by their id; null for somebody without training ratings. */
export type TrainedPeople = (user: string) => PersonFactors | null;

/**
 * What folding in everybody's training history would give, but for rounding (single precision here, double there).
 * `rows` are the users' rows after a whole sweep, `fallback` the model's damped means of the films.
 */
export function createTrainedPeople(
  { users, byUser, mean }: RatingMatrix,
  params: AlsParams,
  rows: Float32Array,
  fallback: Float64Array,
): TrainedPeople {
  const settings = explicitSettings(params, mean);
  const { rank, biased } = settings;
  const width = explicitWidth(settings);

  function biasOf(row: number): number {
    if (biased) return rows[row * width + rank] ?? 0;
    const [from, to] = [byUser.starts[row], byUser.starts[row + 1]];
    const columns = byUser.columns.subarray(from, to);
    return meanDeviation(
      { starts: byUser.starts, columns, values: byUser.values.subarray(from, to) },
      fallback,
    );
  }

  return (user) => {
    const row = users.indexOf(user);
    if (row === undefined) return null;
    const factors = Float64Array.from(rows.subarray(row * width, row * width + rank));
    return {
      factors,
      // Asked for only by films that the model does not know.
      get bias() {
        return biasOf(row);
      },
    };
  };
}
