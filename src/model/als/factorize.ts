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
import { fromKernel } from '../kernel-pool.ts';
import type { RatingMatrix } from '../matrix.ts';
import type { AlsParams, ImplicitParams } from '../params.ts';
import { explicitSettings } from './explicit-settings.ts';
import { feedbackWeights } from './feedback-weight.ts';
import { initialFactors } from './initial-factors.ts';

export interface FactorizeOptions {
  pool: KernelPool;
  seed: number;
  /** Called after every iteration; `factors` copies them as they stand. */
  onIteration?: (iteration: number, factors: () => Factors) => void;
}

/** Explicit ALS. Rows are `rank` factors, and behind them the bias where the model has one. */
export function factorizeExplicit(
  matrix: RatingMatrix,
  params: AlsParams,
  { pool, seed, onIteration }: FactorizeOptions,
): Promise<Factors> {
  const nonnegative = params.model === 'als-nonnegative';
  const settings = explicitSettings(params, matrix.mean);
  const { rank, biased: biases, mean, regularization, frequencyExponent } = settings;
  const users = initialFactors(matrix.userHashes, explicitWidth(settings), rank, seed);
  const entries = entriesOf(matrix);
  return fromKernel(() =>
    trainExplicitAls(pool, {
      matrix: entries,
      rank,
      iterations: params.iterations,
      penalties: weightedPenalties(entries, regularization, frequencyExponent),
      initial: { users: nonnegative ? users.map(Math.abs) : users },
      nonnegative,
      biases,
      mean,
      onSweep: ({ sweep, factors }) => onIteration?.(sweep, factors),
    }),
  );
}

/** Steps of conjugate gradients for a row: with a start by projection, as good as exact solves (kernel/implicit-als.ts). */
const STEPS = 2;

/** Implicit ALS. Rows are `rank` factors. */
export function factorizeImplicit(
  matrix: RatingMatrix,
  params: ImplicitParams,
  { pool, seed, onIteration }: FactorizeOptions,
): Promise<Factors> {
  const { rank, iterations, regularization, unobservedWeight, frequencyExponent, ratingWeight } = params;
  const pattern = entriesOf(matrix);
  const weights = feedbackWeights(pattern.values, matrix.mean, ratingWeight);
  return fromKernel(() =>
    trainImplicitAls(pool, {
      pattern,
      weights,
      targets: weights,
      gramWeight: unobservedWeight,
      rank,
      iterations,
      penalties: frequencyPenalties(pattern, regularization, unobservedWeight, frequencyExponent),
      initial: { users: initialFactors(matrix.userHashes, rank, rank, seed) },
      projection: true,
      solver: { steps: STEPS },
      onSweep: ({ sweep, factors }) => onIteration?.(sweep, factors),
    }),
  );
}

function entriesOf({ byUser, items }: RatingMatrix): SparseMatrix {
  return { ...byUser, columnCount: items.size };
}
