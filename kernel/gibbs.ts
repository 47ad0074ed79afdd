/**
 * Gibbs sampling for Bayesian matrix factorisation with biases (Salakhutdinov & Mnih 2008), on all threads of a pool:
 * the draws of all users given the items, and of all items given the users. The hyperparameters are the caller's.
 */
import { KernelError } from './errors.ts';
import { type Factors, readRows, writeRows } from './factors.ts';
import { setJobField } from './job.ts';
import type { TrainingShape } from './layout.ts';
import { rowFloats } from './memory.ts';
import type { KernelPool } from './pool.ts';
import { checkValues, rowCount, type SparseMatrix } from './sparse-matrix.ts';
import { type PreparedRun, prepareRun, runJob } from './training.ts';

export interface GibbsOptions {
  /** Ratings, users by items. */
  matrix: SparseMatrix;
  /** Factors of a row, to which its bias is added as the last value. */
  rank: number;
  /** Taken off every rating first. */
  mean: number;
  /** Where the chain starts: rows of `rank` + 1 values. */
  initial: Factors;
}

/** One half-sweep, for rows of D = rank + 1 values. */
export interface GibbsDraw {
  side: 'users' | 'items';
  /** α, the precision of a rating. */
  precision: number;
  /** Λ, the prior's precision: D × D, symmetric. */
  priorPrecision: Float32Array;
  /** Λ·μ of each row, where μ is the prior mean of this row. */
  priorTerms: Float32Array;
  /** A row's noise follows from this and its number; without it every row is the mean of what it is drawn from. */
  seed: number | null;
}

export interface GibbsSampler {
  /** Draws all rows of a side anew. Throws `NOT_FINITE` when a row's matrix is not positive definite. */
  draw(draw: GibbsDraw): Promise<void>;
  /** A copy of a side's present rows. */
  rows(side: 'users' | 'items'): Float32Array;
  /** Lets go of the pool. */
  close(): void;
}

/** The shape of a chain, for `estimateMemory`. */
export function gibbsShape({ matrix, rank }: GibbsOptions, threads: number): TrainingShape {
  const entries = matrix.columns.length;
  return {
    kind: 'gibbs',
    users: rowCount(matrix),
    items: matrix.columnCount,
    entries,
    unknowns: rank + 1,
    threads,
  };
}

/** Takes the pool until the sampler is closed. The same inputs give the same bits with any number of threads. */
export async function createGibbsSampler(pool: KernelPool, options: GibbsOptions): Promise<GibbsSampler> {
  const { matrix, rank, mean, initial } = options;
  const release = await pool.acquire();
  try {
    const shape = gibbsShape(options, pool.threads);
    const run = prepareRun(pool, shape, {
      pattern: matrix,
      values: { targets: matrix.values },
      penalties: { users: new Float32Array(shape.users), items: new Float32Array(shape.items) },
      initial,
      fields: { mean, biasAt: rank * 4 },
    });
    return samplerOf(pool, run, release);
  } catch (error) {
    release();
    throw error;
  }
}

function samplerOf(pool: KernelPool, run: PreparedRun, release: () => void): GibbsSampler {
  const { layout, shape } = run;
  const { unknowns } = shape;
  return {
    async draw({ side, precision, priorPrecision, priorTerms, seed }) {
      checkValues('prior precision', priorPrecision, unknowns * unknowns);
      checkValues('prior terms', priorTerms, shape[side] * unknowns);
      if (!(precision > 0)) throw new KernelError('BAD_INPUT', `a precision of ${precision}`);
      const { buffer } = pool.memory;
      writeMatrix(buffer, layout.priorPrecision, priorPrecision, unknowns);
      writeRows(buffer, layout.priorTerms, priorTerms, unknowns);
      setJobField(buffer, layout.job, 'precision', precision);
      setJobField(buffer, layout.job, 'seed', seed ?? 0);
      setJobField(buffer, layout.job, 'spread', seed === null ? 0 : 1);
      setJobField(buffer, layout.job, 'side', side === 'users' ? 0 : 1);
      await runJob(pool, run, 'gibbsHalfSweep');
    },
    rows: (side) => readRows(pool.memory.buffer, layout[side].factors, shape[side], unknowns),
    close: release,
  };
}

/** Writes a square matrix whose padding is the identity, so that it stays positive definite. */
function writeMatrix(buffer: SharedArrayBuffer, at: number, matrix: Float32Array, size: number): void {
  writeRows(buffer, at, matrix, size);
  const width = rowFloats(size);
  const padded = new Float32Array(buffer, at, width * width);
  padded.fill(0, size * width);
  for (let k = size; k < width; k++) padded[k * width + k] = 1;
}
