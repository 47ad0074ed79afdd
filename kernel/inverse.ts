/**
 * Inverts large symmetric positive definite matrices on all threads of a pool, in 32-bit floats: good where the largest
 * eigenvalue is at most some thousand times the smallest, as a ridge makes it.
 */
import { availableParallelism } from 'node:os';
import { KernelError } from './errors.ts';
import { SPINS } from './idle-job.ts';
import { createAllocator, growTo } from './memory.ts';
import type { KernelPool } from './pool.ts';

/** Rows swept together, as in `assembly/gram.ts`, and what the number of rows is rounded up to. */
const PANEL_ROWS = 64;
const ROW_GROUP = 8;
/** Fields of an `Inversion`, as in `assembly/inverse.ts`. */
const FIELDS = 11;
const FAILED_ROW = 5;

interface InversionLayout {
  inversion: number;
  matrix: number;
  panel: number;
  product: number;
  scratch: number;
  end: number;
}

/** Bytes of shared memory that inverting a matrix of `size` rows takes. */
export function estimateInversionMemory(size: number, threads: number): number {
  return layoutInversion(roundedUp(size), threads, 0).end;
}

/**
 * The inverse of a `size` × `size` matrix (row-major; its upper triangle counts), as a matrix with both triangles. The same
 * input gives the same bits with any number of threads. Throws `MEMORY`, or `NOT_FINITE` for one that is not positive
 * definite.
 */
export async function invertSymmetric(
  pool: KernelPool,
  matrix: Float32Array,
  size: number,
): Promise<Float32Array> {
  if (matrix.length !== size * size)
    throw new KernelError('BAD_INPUT', `a matrix of ${size} rows has ${size * size} values`);
  const release = await pool.acquire();
  try {
    const rows = roundedUp(size);
    const layout = layoutInversion(rows, pool.threads, pool.start);
    growTo(pool.memory, layout.end);
    const { buffer } = pool.memory;
    const spins = pool.threads > availableParallelism() ? 0 : SPINS;
    const { inversion, panel, product, scratch } = layout;
    const fields = new Uint32Array(buffer, inversion, FIELDS);
    fields.set([pool.threads, spins, 0, 0, 0, 0, rows, layout.matrix, panel, product, scratch]);
    writePadded(new Float32Array(buffer, layout.matrix, rows * rows), rows, matrix, size);
    await pool.run('invertSymmetric', inversion);
    if (fields[FAILED_ROW] !== 0)
      throw new KernelError('NOT_FINITE', `a matrix of ${size} rows is not positive definite`);
    return readInverse(new Float32Array(buffer, layout.matrix, rows * rows), rows, size);
  } finally {
    release();
  }
}

function layoutInversion(rows: number, threads: number, start: number): InversionLayout {
  const allocator = createAllocator(start);
  return {
    inversion: allocator.reserve(FIELDS * 4),
    matrix: allocator.reserve(rows * rows * 4),
    panel: allocator.reserve(PANEL_ROWS * rows * 4),
    product: allocator.reserve(PANEL_ROWS * rows * 4),
    scratch: allocator.reserve(threads * PANEL_ROWS * PANEL_ROWS * 2 * 4),
    end: allocator.used,
  };
}

function roundedUp(size: number): number {
  return Math.ceil(size / ROW_GROUP) * ROW_GROUP;
}

/** Rows beyond the matrix are those of the identity. */
function writePadded(target: Float32Array, rows: number, matrix: Float32Array, size: number): void {
  target.fill(0);
  for (let row = 0; row < size; row++) {
    target.set(matrix.subarray(row * size, (row + 1) * size), row * rows);
  }
  for (let row = size; row < rows; row++) target[row * rows + row] = 1;
}

/** Turns the sign, and fills both triangles. */
function readInverse(source: Float32Array, rows: number, size: number): Float32Array {
  const inverse = new Float32Array(size * size);
  for (let row = 0; row < size; row++) {
    for (let column = row; column < size; column++) {
      const value = -(source[row * rows + column] ?? 0);
      inverse[row * size + column] = value;
      inverse[column * size + row] = value;
    }
  }
  return inverse;
}
