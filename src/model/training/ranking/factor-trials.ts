/**
 * Trials of implicit ALS that cost little more than the fit: one run is judged after several numbers of iterations, and
 * people are taken as the run left them instead of being folded in.
 */
import type { Factors } from '../../../../kernel/factors.ts';
import type { KernelPool } from '../../../../kernel/pool.ts';
import { createItemSet, createTopN } from '../../../../kernel/top-n.ts';
import { factorizeImplicit } from '../../als/factorize.ts';
import { relevantItems } from '../../evaluate/measure-ranking.ts';
import { ndcgAtK } from '../../metrics/ndcg.ts';
import type { ImplicitParams } from '../../params.ts';
import type { Holdout } from '../trials.ts';

/** After how many iterations a run is judged. */
const CHECKPOINTS = [3, 4, 5, 6, 8, 10, 12] as const;
const MOST_ITERATIONS = 12;

/** A part withheld, made ready for many measurements. */
export interface JudgedHoldout {
  holdout: Holdout;
  judged: { row: number; relevant: ReadonlySet<number>; seen: Uint8Array }[];
}

export interface JudgeSettings {
  k: number;
  relevantFrom: number | null;
  seed: number;
  pool: KernelPool;
}

/** More people than this tell nothing more about a candidate. */
const MOST_JUDGED = 3_000;

/** Every so many of the users who have relevant films and a history. */
export function judgeOn(holdout: Holdout, relevantFrom: number | null): JudgedHoldout {
  const { matrix, users } = holdout;
  const known = users.filter((user) => user.history.length > 0 && relevantItems(user, relevantFrom).size > 0);
  const step = Math.max(1, Math.ceil(known.length / MOST_JUDGED));
  const judged = known
    .filter((_, place) => place % step === 0)
    .map((user) => ({
      row: matrix.users.indexOf(user.user) ?? 0,
      relevant: relevantItems(user, relevantFrom),
      seen: createItemSet(
        matrix.items.size,
        user.history.map(({ item }) => item),
      ),
    }));
  return { holdout, judged };
}

/**
 * The share by which a candidate must do better to count as better, when judged on so many lists: about the standard
 * error of the difference between two models on the same people. Less is luck, and a search would collect it.
 */
export function leastGain(lists: number): number {
  return 0.3 / Math.sqrt(Math.max(1, lists));
}

export interface FactorTrial {
  params: ImplicitParams;
  /** Mean NDCG@k over the holdouts, at the best number of iterations. */
  ndcg: number;
}

/** Fits the parameters to each holdout; the number of iterations that does best on all of them together is taken. */
export async function tryFactors(
  holdouts: readonly JudgedHoldout[],
  params: ImplicitParams,
  settings: JudgeSettings,
): Promise<FactorTrial> {
  const sums = new Map<number, number>(CHECKPOINTS.map((iterations) => [iterations, 0]));
  for (const judged of holdouts) {
    const longest = { ...params, iterations: MOST_ITERATIONS };
    const onIteration = (iteration: number, factors: () => Factors): void => {
      const sum = sums.get(iteration);
      if (sum !== undefined) sums.set(iteration, sum + meanNdcg(judged, factors(), params.rank, settings.k));
    };
    await factorizeImplicit(judged.holdout.matrix, longest, { ...settings, onIteration });
  }
  let best: FactorTrial = { params, ndcg: Number.NEGATIVE_INFINITY };
  for (const [iterations, sum] of sums) {
    const ndcg = sum / holdouts.length;
    if (ndcg > best.ndcg) best = { params: { ...params, iterations }, ndcg };
  }
  return best;
}

function meanNdcg({ judged }: JudgedHoldout, { users, items }: Factors, rank: number, k: number): number {
  const queries = judged.map(({ row, seen }) => ({
    factors: users.subarray(row * rank, (row + 1) * rank),
    excluded: seen,
  }));
  const lists = createTopN(items, rank)(queries, k);
  const sum = judged.reduce(
    (total, { relevant }, place) => total + (ndcgAtK([...(lists[place]?.items ?? [])], relevant, k) ?? 0),
    0,
  );
  return judged.length === 0 ? 0 : sum / judged.length;
}
