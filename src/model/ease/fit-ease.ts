/**
 * EASE (Steck 2019, "Embarrassingly shallow autoencoders for sparse data"): the weights of every film for every other
 * that best restore people's histories, a ridge regression whose solution has a closed form. Its ridge may grow with
 * how often a film was seen (the dropout of Steck 2020, "Autoencoders that don't overfit towards the identity").
 */
import { estimateInversionMemory, invertSymmetric } from '../../../kernel/inverse.ts';
import type { KernelPool } from '../../../kernel/pool.ts';
import { MatineeError } from '../../domain/errors.ts';
import { strengthsOf } from '../feedback/strength.ts';
import { fromKernel } from '../kernel-pool.ts';
import type { RatingMatrix } from '../matrix.ts';
import type { EaseParams } from '../params.ts';

/** More films than this take more memory and time than a comparison is worth: a number for every pair of them. */
export const MOST_FILMS = 16_000;

/**
 * Films × films, row-major: what a person's weight of the row's film adds to the score of each film; zero for the film
 * itself. Rejects with `USAGE` for a catalogue that is too large, saying what it would take.
 */
export async function fitEase(
  matrix: RatingMatrix,
  params: EaseParams,
  pool: KernelPool,
): Promise<Float32Array> {
  const size = matrix.items.size;
  checkSize(size, pool.threads);
  const gram = weightedGram(matrix, params);
  for (let item = 0; item < size; item++) {
    const own = gram[item * (size + 1)] ?? 0;
    gram[item * (size + 1)] = own + params.regularization + params.relativeRegularization * own;
  }
  const inverse = await fromKernel(() => invertSymmetric(pool, gram, size));
  const diagonal = Float32Array.from({ length: size }, (_, item) => inverse[item * (size + 1)] ?? 1);
  for (let row = 0; row < size; row++) {
    for (let item = 0; item < size; item++) {
      const at = row * size + item;
      inverse[at] = row === item ? 0 : -(inverse[at] ?? 0) / (diagonal[item] ?? 1);
    }
  }
  return inverse;
}

function checkSize(size: number, threads: number): void {
  if (size <= MOST_FILMS) return;
  const gigabytes = (estimateInversionMemory(size, threads) / 2 ** 30).toFixed(1);
  throw new MatineeError(
    'USAGE',
    `EASE holds a number for every pair of films: ${size} films would take ${gigabytes} GiB; up to ${MOST_FILMS} are supported.`,
    { hint: 'Choose `implicit-als`.' },
  );
}

/** The upper triangle of the sum of w·wᵀ over people, w their history as strengths, below zero for a film not wanted. */
function weightedGram(matrix: RatingMatrix, { ratingWeight }: EaseParams): Float32Array {
  const { starts, columns } = matrix.byUser;
  const size = matrix.items.size;
  const weights = strengthsOf(matrix, ratingWeight);
  const gram = new Float32Array(size * size);
  for (let row = 0; row + 1 < starts.length; row++) {
    const to = starts[row + 1] ?? 0;
    for (let first = starts[row] ?? 0; first < to; first++) {
      const base = (columns[first] ?? 0) * size;
      const weight = weights[first] ?? 0;
      for (let second = first; second < to; second++) {
        const at = base + (columns[second] ?? 0);
        gram[at] = (gram[at] ?? 0) + weight * (weights[second] ?? 0);
      }
    }
  }
  return gram;
}
