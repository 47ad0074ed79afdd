/** A score taken apart, put together from its parts. */
import type { Contribution, Explanation } from './model.ts';

/** The explanation whose score is the sum of its parts. */
export function explanationOf(base: number, contributions: Contribution[]): Explanation {
  return { score: contributions.reduce((sum, { share }) => sum + share, base), base, contributions };
}
