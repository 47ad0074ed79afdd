/**
 * Alternating least squares over a rating matrix, on the threads of the kernel: initial factors of the users from their
 * ids, then films and users in turn. The same inputs give the same factors, bit for bit, with any number of threads.
 */
import { trainExplicitAls } from '../../../kernel/explicit-als.ts';
import type { Factors } from '../../../kernel/factors.ts';
import { trainImplicitAls } from '../../../kernel/implicit-als.ts';
import { frequencyPenalties, weightedPenalties } from '../../../kernel/penalties.ts';
import type { KernelPool } from '../../../kernel/pool.ts';
import { explicitWidth } from '../../../kernel/reference/explicit.ts';
import type { SparseMatrix } from '../../../kernel/sparse-matrix.ts';
import type { InitialFactors } from '../../../kernel/training.ts';
import { strengthsOf } from '../feedback/strength.ts';
import { fromKernel } from '../kernel-pool.ts';
import type { RatingMatrix } from '../matrix.ts';
import type { AlsParams, ImplicitParams } from '../params.ts';
import { explicitSettings } from './explicit-settings.ts';
import { initialFactors } from './initial-factors.ts';

export interface FactorizeOptions {
  pool: KernelPool;
  seed: number;
  /** What an earlier run of the same fit left, to go on from. */
  resume?: { iteration: number; factors: Factors };
  /** Called after every iteration; `factors` copies them as they stand. */
  onIteration?: (iteration: number, factors: () => Factors) => void;
}

/** Explicit ALS. Rows are `rank` factors, and behind them the bias where the model has one. */
export function factorizeExplicit(
  matrix: RatingMatrix,
  params: AlsParams,
  { pool, seed, resume, onIteration }: FactorizeOptions,
): Promise<Factors> {
  const nonnegative = params.model === 'als-nonnegative';
  const settings = explicitSettings(params, matrix.mean);
  const { rank, biased: biases, mean, regularization, frequencyExponent } = settings;
  const done = resume?.iteration ?? 0;
  const entries = entriesOf(matrix);
  const fresh = (): InitialFactors => {
    const users = initialFactors(matrix.userHashes, explicitWidth(settings), rank, seed);
    return { users: nonnegative ? users.map(Math.abs) : users };
  };
  return fromKernel(() =>
    trainExplicitAls(pool, {
      matrix: entries,
      rank,
      iterations: params.iterations - done,
      penalties: weightedPenalties(entries, regularization, frequencyExponent),
      initial: resume?.factors ?? fresh(),
      nonnegative,
      biases,
      mean,
      onSweep: ({ sweep, factors }) => onIteration?.(done + sweep, factors),
    }),
  );
}

/** Steps of conjugate gradients for a row: with a start by projection, as good as exact solves (kernel/implicit-als.ts). */
const STEPS = 2;

/** Implicit ALS: 1 is aimed at for a film wanted, 0 for one not wanted and for those nothing is known of. Rows are `rank` factors. */
export function factorizeImplicit(
  matrix: RatingMatrix,
  params: ImplicitParams,
  { pool, seed, resume, onIteration }: FactorizeOptions,
): Promise<Factors> {
  const { rank, iterations, regularization, unobservedWeight, frequencyExponent, ratingWeight } = params;
  const done = resume?.iteration ?? 0;
  const pattern = entriesOf(matrix);
  const strengths = strengthsOf(matrix, ratingWeight);
  return fromKernel(() =>
    trainImplicitAls(pool, {
      pattern,
      weights: strengths.map(Math.abs),
      targets: strengths.map((strength) => Math.max(0, strength)),
      gramWeight: unobservedWeight,
      rank,
      iterations: iterations - done,
      penalties: frequencyPenalties(pattern, regularization, unobservedWeight, frequencyExponent),
      initial: resume?.factors ?? { users: initialFactors(matrix.userHashes, rank, rank, seed) },
      projection: resume === undefined,
      solver: { steps: STEPS },
      onSweep: ({ sweep, factors }) => onIteration?.(done + sweep, factors),
    }),
  );
}

function entriesOf({ byUser, items }: RatingMatrix): SparseMatrix {
  return { ...byUser, columnCount: items.size };
}
