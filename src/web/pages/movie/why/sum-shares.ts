/** A score taken apart, as the page adds it up: what everybody's ratings say, the person's ratings named and not, the sum. */
import type { ExplanationAnswer } from '../../../../api/schemas/explanation.ts';

export type ScoreExplanation = NonNullable<ExplanationAnswer['explanation']['predictedRating']>;
export type Contribution = ScoreExplanation['contributions'][number];

/** The parts of a sum, each in the unit that is shown: stars, or hundredths of the score. */
export interface ShareSum {
  base: number;
  named: number;
  others: number;
  otherCount: number;
  total: number;
  contributions: Contribution[];
  /** The largest share of a named rating, whatever its sign: what the bars are drawn to. */
  largest: number;
  /** How many decimals tell the shares apart. */
  decimals: number;
}

/** Stars as they are; a ranking value, which has no unit of its own, in hundredths of itself. */
export function sumShares(explained: ScoreExplanation, unit: 'stars' | 'percent'): ShareSum {
  const scale = unit === 'stars' || explained.score === 0 ? 1 : 100 / explained.score;
  const contributions = explained.contributions.map((part) => ({ ...part, share: part.share * scale }));
  const largest = Math.max(0, ...contributions.map(({ share }) => Math.abs(share)));
  return {
    base: explained.base * scale,
    named: contributions.reduce((sum, { share }) => sum + share, 0),
    others: explained.others.share * scale,
    otherCount: explained.others.count,
    total: explained.score * scale,
    contributions,
    largest,
    decimals: unit === 'percent' ? 1 : largest < 0.05 ? 3 : 2,
  };
}
