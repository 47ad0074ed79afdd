/**
 * Bayesian matrix factorisation with biases and features by Gibbs sampling (Salakhutdinov & Mnih 2008; Simm et al.
 * 2015): hyperparameters here, rows on the threads of the kernel.
 */
import { createGibbsSampler, type GibbsSampler } from '../../../kernel/gibbs.ts';
import type { KernelPool } from '../../../kernel/pool.ts';
import type { RatingMatrix } from '../matrix.ts';
import { createNormal, hashPair } from '../random.ts';
import type { Chain } from './chain.ts';
import type { PosteriorDraw } from './posterior.ts';
import { drawSidePrior, type SidePrior } from './side-prior.ts';

/** Standard deviation of the factors that a chain starts from. */
const INITIAL_SPREAD = 0.1;

export interface ChainStep {
  /** Sweeps done. */
  iteration: number;
  /** The present draw, its arrays its own; null for a sweep that was not to be kept. */
  draw: PosteriorDraw | null;
}

/**
 * Takes a chain so many sweeps on, users before films, one step a sweep, and takes down the draws to be kept. It holds
 * the pool until it ends.
 */
export async function* sweepChain(
  pool: KernelPool,
  matrix: RatingMatrix,
  chain: Chain,
  { iterations, keeps }: { iterations: number; keeps: (iteration: number) => boolean },
): AsyncGenerator<ChainStep> {
  const { rank, seed } = chain;
  const sampler = await createGibbsSampler(pool, {
    matrix: { ...matrix.byUser, columnCount: matrix.items.size },
    rank,
    mean: matrix.mean,
    initial: {
      users: initialRows(matrix.userHashes, rank, seed),
      items: initialRows(matrix.items.ids, rank, seed),
    },
  });
  try {
    for (let iteration = 1; iteration <= iterations; iteration++) {
      await drawSide(sampler, 'users', chain, hashPair(seed, 2 * iteration));
      const itemMeans = await drawSide(
        sampler,
        'items',
        chain,
        hashPair(seed, 2 * iteration + 1),
        keeps(iteration),
      );
      chain.ratingPrecision = drawRatingPrecision(sampler, matrix, chain);
      yield { iteration, draw: itemMeans === null ? null : presentDraw(sampler, chain, itemMeans) };
    }
  } finally {
    sampler.close();
  }
}

/** Draws the prior of a side, then its rows; gives, when asked, the means of what the rows were drawn from. */
async function drawSide(
  sampler: GibbsSampler,
  side: 'users' | 'items',
  chain: Chain,
  seed: number,
  withMeans = false,
): Promise<Float32Array | null> {
  const prior = chain[side];
  const priorMeans = drawSidePrior(prior, sampler.rows(side), chain.deviates);
  const draw = {
    side,
    precision: chain.ratingPrecision,
    priorPrecision: Float32Array.from(prior.precision),
    priorTerms: timesPrecision(priorMeans, prior),
  };
  if (withMeans) await sampler.draw({ ...draw, seed: null });
  const means = withMeans ? sampler.rows(side) : null;
  await sampler.draw({ ...draw, seed });
  return means;
}

/** Λ·m of each row's prior mean m. */
function timesPrecision(means: Float64Array, { precision, width }: SidePrior): Float32Array {
  const terms = new Float32Array(means.length);
  for (let at = 0; at < means.length; at += width) {
    for (let i = 0; i < width; i++) {
      let sum = 0;
      for (let j = 0; j < width; j++) sum += (precision[i * width + j] ?? 0) * (means[at + j] ?? 0);
      terms[at + i] = sum;
    }
  }
  return terms;
}

/** α given what the present rows leave of the ratings. */
function drawRatingPrecision(
  sampler: GibbsSampler,
  { byUser, mean, size }: RatingMatrix,
  { rank, deviates }: Chain,
): number {
  const users = sampler.rows('users');
  const items = sampler.rows('items');
  const width = rank + 1;
  let squares = 0;
  for (let row = 0; row + 1 < byUser.starts.length; row++) {
    const user = row * width;
    for (let entry = byUser.starts[row] ?? 0; entry < (byUser.starts[row + 1] ?? 0); entry++) {
      const item = (byUser.columns[entry] ?? 0) * width;
      let error = (byUser.values[entry] ?? 0) - mean - (users[user + rank] ?? 0) - (items[item + rank] ?? 0);
      for (let k = 0; k < rank; k++) error -= (users[user + k] ?? 0) * (items[item + k] ?? 0);
      squares += error * error;
    }
  }
  return deviates.gamma(1 + size / 2) / (1 + squares / 2);
}

function presentDraw(
  sampler: GibbsSampler,
  { users, ratingPrecision }: Chain,
  itemMeans: Float32Array,
): PosteriorDraw {
  const [traits, implicit] = users.groups;
  return {
    items: sampler.rows('items'),
    itemMeans,
    ratingPrecision,
    precision: users.precision.slice(),
    mean: users.mean.slice(),
    traitEffects: traits?.effects.slice() ?? new Float64Array(0),
    implicitEffects: implicit?.effects.slice() ?? new Float64Array(0),
  };
}

/** Rows near zero that follow from the seed and the id alone, so that factors are not all alike. */
function initialRows(ids: ArrayLike<number>, rank: number, seed: number): Float32Array {
  const rows = new Float32Array(ids.length * (rank + 1));
  for (let row = 0; row < ids.length; row++) {
    const normal = createNormal(hashPair(seed, ids[row] ?? 0));
    for (let k = 0; k < rank; k++) rows[row * (rank + 1) + k] = INITIAL_SPREAD * normal();
  }
  return rows;
}
