/**
 * Alternating least squares on implicit feedback, on all threads of a pool (Hu, Koren & Volinsky 2008):
 * w₀·Σ s² over all pairs + Σ (w·s² − 2·t·s) over the entries + Σ λ·|row|², where s is the score x·y. For confidences c
 * and preference 1: w₀ = 1, w = c − 1, t = c; in the notation of Rendle et al. (2021): w₀ = α₀, w = t = 1.
 */
import type { Factors } from './factors.ts';
import { START } from './job.ts';
import type { TrainingShape } from './layout.ts';
import type { Penalties } from './penalties.ts';
import type { KernelPool } from './pool.ts';
import { projectionUsers } from './projection.ts';
import { rowCount, type SparsePattern } from './sparse-matrix.ts';
import { type InitialFactors, prepareRun, sweep, type TrainingControl } from './training.ts';

export interface ImplicitAlsOptions extends TrainingControl {
  /** Which users have to do with which items. */
  pattern: SparsePattern;
  /** w of each entry. */
  weights: Float32Array;
  /** t of each entry. */
  targets: Float32Array;
  /** w₀, the weight of a squared score that every pair has. */
  gramWeight: number;
  rank: number;
  iterations: number;
  penalties: Penalties;
  /** Factors to start from: rows of `rank`. */
  initial: InitialFactors;
  /**
   * Takes the first item factors from the users' by one pass over the entries instead of a solve: cheaper, and two or
   * three sweeps nearer to the goal. Only the directions of the users' rows (random ones) matter. Not for a run that
   * goes on.
   */
  projection?: boolean;
  /** Steps of conjugate gradients for a row, or an exact solve by Cholesky. Two steps are as good, and much faster. */
  solver: { steps: number } | 'cholesky';
}

/** The shape of a run, for `estimateMemory`. */
export function implicitShape({ pattern, rank }: ImplicitAlsOptions, threads: number): TrainingShape {
  const entries = pattern.columns.length;
  return {
    kind: 'implicit',
    users: rowCount(pattern),
    items: pattern.columnCount,
    entries,
    unknowns: rank,
    threads,
  };
}

/**
 * Trains and returns the factors. A user or item without entries is zero. The same inputs give the same bits with any
 * number of threads. Throws `KernelError`, or the signal's reason.
 */
export async function trainImplicitAls(pool: KernelPool, options: ImplicitAlsOptions): Promise<Factors> {
  const {
    pattern,
    weights,
    targets,
    gramWeight,
    iterations,
    penalties,
    initial,
    solver,
    projection = false,
  } = options;
  const release = await pool.acquire();
  try {
    const run = prepareRun(pool, implicitShape(options, pool.threads), {
      pattern,
      values: { weights, targets },
      penalties,
      initial: projection ? { users: projectionUsers(initial.users, pattern, targets, penalties) } : initial,
      fields: { gramWeight, steps: solver === 'cholesky' ? 0 : solver.steps, start: startOf(options) },
    });
    return await sweep(
      pool,
      run,
      { sweeps: 'implicitSweeps', losses: 'implicitLosses' },
      iterations,
      options,
    );
  } finally {
    release();
  }
}

function startOf({ initial, projection = false }: ImplicitAlsOptions): number {
  if (projection) return START.projection;
  return initial.items === undefined ? START.fresh : START.goesOn;
}
