/**
 * Alternating least squares on ratings, on all threads of a pool: Σ (r − prediction)² + Σ λ·|row|², each half-sweep
 * solved exactly, over nonnegative factors if asked (the model of Spark MLlib's ALS).
 */
import { KernelError } from './errors.ts';
import type { Factors } from './factors.ts';
import type { TrainingShape } from './layout.ts';
import type { Penalties } from './penalties.ts';
import type { KernelPool } from './pool.ts';
import { rowCount, type SparseMatrix } from './sparse-matrix.ts';
import { type InitialFactors, prepareRun, sweep, type TrainingControl } from './training.ts';

export interface ExplicitAlsOptions extends TrainingControl {
  /** Ratings, users by items. */
  matrix: SparseMatrix;
  rank: number;
  iterations: number;
  penalties: Penalties;
  /** Factors to start from: rows of `rank` values, and one more, the bias, with biases. */
  initial: InitialFactors;
  /** Minimises over x ≥ 0, y ≥ 0. Not together with biases, which have either sign. */
  nonnegative?: boolean;
  /** Learns a bias for each user and item: the last value of its row. */
  biases?: boolean;
  /** Taken off every rating first; 0 unless given. */
  mean?: number;
}

/** The shape of a run, for `estimateMemory`. */
export function explicitShape(options: ExplicitAlsOptions, threads: number): TrainingShape {
  const { matrix, rank, biases = false } = options;
  return {
    kind: 'explicit',
    users: rowCount(matrix),
    items: matrix.columnCount,
    entries: matrix.columns.length,
    unknowns: rank + (biases ? 1 : 0),
    threads,
  };
}

/**
 * Trains and returns the factors; a prediction is mean + x·y (+ both biases, which the product of the rows leaves
 * out). A user or item without ratings is zero. The same inputs give the same bits with any number of threads.
 * Throws `KernelError`, or the signal's reason.
 */
export async function trainExplicitAls(pool: KernelPool, options: ExplicitAlsOptions): Promise<Factors> {
  const {
    matrix,
    rank,
    iterations,
    penalties,
    initial,
    nonnegative = false,
    biases = false,
    mean = 0,
  } = options;
  if (nonnegative && biases) throw new KernelError('BAD_INPUT', 'nonnegative factors have no biases');
  const release = await pool.acquire();
  try {
    const run = prepareRun(pool, explicitShape(options, pool.threads), {
      pattern: matrix,
      values: { targets: matrix.values },
      penalties,
      initial,
      fields: { mean, nonnegative: nonnegative ? 1 : 0, biasAt: biases ? rank * 4 : 0 },
    });
    return await sweep(
      pool,
      run,
      { sweeps: 'explicitSweeps', losses: 'explicitLosses' },
      iterations,
      options,
    );
  } finally {
    release();
  }
}
