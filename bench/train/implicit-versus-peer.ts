/**
 * Implicit ALS against PyPI `implicit`, alternating in one run on the same matrix: the time each takes to 99 % of the
 * peer's best validation NDCG, and the time of ten iterations on 20 million entries.
 */

import { trainImplicitAls } from '../../kernel/implicit-als.ts';
import { frequencyPenalties } from '../../kernel/penalties.ts';
import { createPool, type KernelPool } from '../../kernel/pool.ts';
import { rowCount, type SparseMatrix } from '../../kernel/sparse-matrix.ts';
import { report, show, spreadOf, timed } from '../report/timing.ts';
import { createRandom, generateFeedback } from './generate-feedback.ts';
import type { FitOrder, Peer } from './peer.ts';
import { ndcg, splitFeedback } from './ranking-quality.ts';

const CONFIDENCE = 10;
const REGULARIZATION = 0.1;
const THREADS = 2;
const ROUNDS = 9;
const MOST_ITERATIONS = 12;

/** Our side of the comparison: two steps of whitened conjugate gradients, from projected random user factors. */
function train(
  pool: KernelPool,
  matrix: SparseMatrix,
  rank: number,
  iterations: number,
  onFactors?: (value: () => Parameters<typeof ndcg>[1]) => void,
) {
  const random = createRandom(3);
  const users = new Float32Array(rowCount(matrix) * rank);
  for (let k = 0; k < users.length; k++) users[k] = random() - 0.5;
  return trainImplicitAls(pool, {
    pattern: matrix,
    weights: new Float32Array(matrix.columns.length).fill(CONFIDENCE - 1),
    targets: new Float32Array(matrix.columns.length).fill(CONFIDENCE),
    gramWeight: 1,
    rank,
    iterations,
    penalties: frequencyPenalties(matrix, REGULARIZATION, 1, 0),
    initial: { users },
    projection: true,
    solver: { steps: 2 },
    ...(onFactors === undefined ? {} : { onSweep: ({ factors }) => onFactors(factors) }),
  });
}

function peerOrder(rank: number, iterations: number): FitOrder {
  return { rank, iterations, regularization: REGULARIZATION, threads: THREADS, seed: 1 };
}

/** Time to 99 % of the peer's NDCG@20 at 64 and 128 factors, on 537,000 positives. */
export async function timeToQuality(peer: Peer): Promise<void> {
  const split = splitFeedback(generateFeedback({ users: 6000, items: 3700, entries: 680_000, seed: 1 }), 5);
  await peer.load(split.train, CONFIDENCE);
  console.log(`${split.train.columns.length} positives of 6000 users and 3700 items`);
  const pool = createPool(THREADS);
  for (const rank of [64, 128]) {
    const theirs = (await peer.fitKeeping(peerOrder(rank, MOST_ITERATIONS))).map((factors) =>
      ndcg(split, factors),
    );
    const ours: number[] = [];
    await train(pool, split.train, rank, MOST_ITERATIONS, (factors) => ours.push(ndcg(split, factors())));
    const target = 0.99 * Math.max(...theirs);
    const ourIterations = ours.findIndex((value) => value >= target) + 1;
    const theirIterations = theirs.findIndex((value) => value >= target) + 1;
    console.log(
      `rank ${rank}, NDCG@20 to reach ${target.toFixed(4)}; implicit: ${inDigits(theirs)}; ours: ${inDigits(ours)}`,
    );
    if (ourIterations === 0) {
      report(`implicit ALS, ${rank} factors`, 'never reaches the quality', '2.5×', false);
      continue;
    }
    const [warm, cold, peerTimes]: [number[], number[], number[]] = [[], [], []];
    for (let round = 0; round < ROUNDS; round++) {
      warm.push(await timed(() => train(pool, split.train, rank, ourIterations)));
      peerTimes.push(1000 * (await peer.fit(peerOrder(rank, theirIterations))));
      cold.push(await timed(() => trainCold(split.train, rank, ourIterations)));
      peerTimes.push(1000 * (await peer.fit(peerOrder(rank, theirIterations))));
    }
    const peerTime = spreadOf(peerTimes);
    const speedup = (times: number[]): number => peerTime.median / spreadOf(times).median;
    const figure = (times: number[]): string =>
      `${speedup(times).toFixed(2)}× faster, ${show(spreadOf(times))} ms for ${ourIterations} iterations, implicit ${show(peerTime)} ms for ${theirIterations}`;
    report(`implicit ALS, ${rank} factors, warm pool`, figure(warm), '2.5×', speedup(warm) >= 2.5);
    report(`implicit ALS, ${rank} factors, cold pool`, figure(cold), '2×', speedup(cold) >= 2);
  }
  await pool.close();
}

async function trainCold(matrix: SparseMatrix, rank: number, iterations: number): Promise<void> {
  const pool = createPool(THREADS);
  await train(pool, matrix, rank, iterations);
  await pool.close();
}

/** Ten iterations at 32 factors on 20 million entries of 138,000 users and 27,000 items. */
export async function twentyMillion(peer: Peer): Promise<void> {
  const matrix = generateFeedback({ users: 138_000, items: 27_000, entries: 20_000_000, seed: 2 });
  await peer.load(matrix, CONFIDENCE);
  const pool = createPool(THREADS);
  const [ours, theirs]: [number[], number[]] = [[], []];
  for (let round = 0; round < 2; round++) {
    ours.push(await timed(() => train(pool, matrix, 32, 10)));
    theirs.push(1000 * (await peer.fit(peerOrder(32, 10))));
  }
  await pool.close();
  const share = spreadOf(ours).median / spreadOf(theirs).median;
  const gigabytes = process.resourceUsage().maxRSS / 2 ** 20;
  const times = `ours ${show(spreadOf(ours), 0)} ms, implicit ${show(spreadOf(theirs), 0)} ms`;
  report(
    `${matrix.columns.length} entries, 32 factors, 10 iterations`,
    `${share.toFixed(2)} of its time, ${times}`,
    '0.7',
    share <= 0.7,
  );
  report(
    'resident at most',
    `${gigabytes.toFixed(2)} GB, the generator included`,
    '2.5 GB',
    gigabytes <= 2.5,
  );
}

function inDigits(values: number[]): string {
  return values.map((value) => value.toFixed(4)).join(' ');
}
