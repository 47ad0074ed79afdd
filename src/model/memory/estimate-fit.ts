/** What fitting a model takes in memory, told from the shape of the ratings and the parameters before anything starts. */
import { estimateInversionMemory } from '../../../kernel/inverse.ts';
import { estimateMemory, type TrainingShape } from '../../../kernel/layout.ts';
import type { RatingMatrix } from '../matrix.ts';
import type { AlsParams, BayesianParams, ImplicitParams, ModelParams } from '../params.ts';

export interface DataShape {
  users: number;
  items: number;
  ratings: number;
}

/** Bytes. */
export interface MemoryEstimate {
  /** In the memory that the kernel's threads share, of which 32-bit addresses reach 4 GiB. */
  kernel: number;
  /** Beside it, what the finished model takes among it. */
  host: number;
}

const [SINGLE, DOUBLE] = [4, 8];
/** Counts, orders, penalties and what is known of each film: bytes of a user or film beside their factors. */
const ROW_BYTES = 64;
/** Code, stacks and small objects around any fit. */
const ENGINE_BYTES = 32 * 2 ** 20;
/** Copies that wait for the garbage collector beside the one in use. */
const COPIES = 2;

export function shapeOf({ users, items, size }: RatingMatrix): DataShape {
  return { users: users.size, items: items.size, ratings: size };
}

/** An upper bound for a fit and the model opened from it. The ratings themselves are there already and not counted. */
export function estimateFit(shape: DataShape, params: ModelParams, threads: number): MemoryEstimate {
  const rows = (shape.users + shape.items) * ROW_BYTES;
  const { kernel, host } = estimateModel(shape, params, threads);
  return { kernel, host: host + rows + ENGINE_BYTES };
}

function estimateModel(shape: DataShape, params: ModelParams, threads: number): MemoryEstimate {
  switch (params.model) {
    case 'popular':
      return { kernel: 0, host: 0 };
    case 'als':
    case 'als-nonnegative':
      return estimateExplicit(shape, params, threads);
    case 'implicit-als':
      return estimateImplicit(shape, params, threads);
    case 'bayesian-als':
      return estimateBayesian(shape, params, threads);
    case 'ease':
      return estimateEase(shape, threads);
    case 'blend': {
      const factors = estimateImplicit(shape, params.implicit, threads);
      const weights = estimateEase(shape, threads);
      // Both rows side by side, and split again for the two models.
      const joined = 2 * DOUBLE * shape.items * (shape.items + params.implicit.rank);
      return {
        kernel: Math.max(factors.kernel, weights.kernel),
        host: factors.host + weights.host + joined,
      };
    }
  }
}

function estimateExplicit(shape: DataShape, params: AlsParams, threads: number): MemoryEstimate {
  const unknowns = params.rank + (params.model === 'als' ? 1 : 0);
  return {
    kernel: kernelMemory('explicit', shape, unknowns, threads),
    host: COPIES * factorCopies(shape, unknowns),
  };
}

function estimateImplicit(shape: DataShape, { rank }: ImplicitParams, threads: number): MemoryEstimate {
  return {
    kernel: kernelMemory('implicit', shape, rank, threads),
    host: COPIES * factorCopies(shape, rank) + SINGLE * shape.ratings,
  };
}

/** Draws of the films' rows and of what having rated a film does to people, and sweeps that go over all ratings. */
function estimateBayesian(shape: DataShape, params: BayesianParams, threads: number): MemoryEstimate {
  const { users, items, ratings } = shape;
  const { rank, iterations, burnIn, thinning } = params;
  const unknowns = rank + 1;
  const draws =
    1 + Math.max(0, Math.floor((iterations - Math.min(burnIn + thinning, iterations)) / thinning));
  // The rows, their means and the effects; the same joined, by way of double precision.
  const draw = items * unknowns * (3 * SINGLE + DOUBLE + 4 * DOUBLE + SINGLE);
  // Both orientations with a share each, and what transposing them takes.
  const features = ratings * 2 * 10 * SINGLE;
  const chain = (users + items) * unknowns * (6 * DOUBLE + 6 * SINGLE);
  return {
    kernel: kernelMemory('gibbs', shape, unknowns, threads),
    host: draws * draw + features + COPIES * chain,
  };
}

/** The sums over people, their inverse, and the weights in double precision. */
function estimateEase({ items, ratings }: DataShape, threads: number): MemoryEstimate {
  return {
    kernel: estimateInversionMemory(items, threads),
    host: items * items * (2 * SINGLE + DOUBLE) + ratings * SINGLE,
  };
}

/** Factors to start from and to end with, and the films' in double precision. */
function factorCopies({ users, items }: DataShape, unknowns: number): number {
  return unknowns * (2 * SINGLE * users + (SINGLE + DOUBLE) * items);
}

function kernelMemory(
  kind: TrainingShape['kind'],
  { users, items, ratings }: DataShape,
  unknowns: number,
  threads: number,
): number {
  return estimateMemory({ kind, users, items, entries: ratings, unknowns, threads });
}
