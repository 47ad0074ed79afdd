/** Searches for the parameters of a model that ranks; of a blend, for each part's, and then how to add them. */
import { measureRanking, relevantItems } from '../../evaluate/measure-ranking.ts';
import type { TestUser } from '../../evaluate/test-ratings.ts';
import { fitModel } from '../../fit-model.ts';
import { ndcgAtK } from '../../metrics/ndcg.ts';
import type { Model } from '../../model.ts';
import { openModel } from '../../open-model.ts';
import type { BlendParams, EaseParams, ModelParams } from '../../params.ts';
import { topItems } from '../../top-items.ts';
import type { Holdout } from '../trials.ts';
import { type JudgeSettings, judgeOn, leastGain } from './factor-trials.ts';
import { searchFactors } from './search-factors.ts';

export type RankingParams = Extract<ModelParams, { model: 'implicit-als' | 'ease' | 'blend' }>;

/** What part of the time of a blend goes to implicit ALS, which has the most to search for. */
const FACTOR_TIME = 0.7;
const EASE_SHARES = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1];

/** The parameters with the best mean NDCG@k on the holdouts, of those tried within `budgetMs`; at least the start is. */
export async function searchRanking(
  start: RankingParams,
  holdouts: readonly Holdout[],
  settings: JudgeSettings,
  budgetMs: number,
): Promise<RankingParams> {
  const started = performance.now();
  const judged = (parts: readonly Holdout[]) =>
    parts.map((holdout) => judgeOn(holdout, settings.relevantFrom));
  if (start.model === 'implicit-als')
    return (await searchFactors(start, judged(holdouts), settings, started + budgetMs)).params;
  if (start.model === 'ease') return searchEase(start, holdouts, settings, started + budgetMs);
  // How to add them is judged on parts that neither was chosen on: each looks better on its own than it is.
  const chosenOn = holdouts.slice(0, Math.ceil(holdouts.length / 2));
  const addedOn = holdouts.length > 1 ? holdouts.slice(chosenOn.length) : holdouts;
  const half = started + budgetMs * FACTOR_TIME;
  const implicit = (await searchFactors(start.implicit, judged(chosenOn), settings, half)).params;
  const ease = await searchEase(start.ease, chosenOn, settings, started + budgetMs);
  return searchShare({ ...start, implicit, ease }, addedOn, settings);
}

/** λ by factors of two as far as it gets better, then how ratings weigh, then whether λ grows with a film's ratings. */
async function searchEase(
  start: EaseParams,
  holdouts: readonly Holdout[],
  settings: JudgeSettings,
  deadline: number,
): Promise<EaseParams> {
  let best = { params: start, ndcg: await ndcgOf(start, holdouts, settings) };
  const gain = 1 + leastGain(countUsers(holdouts));
  async function improves(change: Partial<EaseParams>): Promise<boolean> {
    if (performance.now() >= deadline) return false;
    const params = { ...best.params, ...change };
    const ndcg = await ndcgOf(params, holdouts, settings);
    if (ndcg <= best.ndcg * gain) return false;
    best = { params, ndcg };
    return true;
  }
  for (const factor of [2, 0.5]) {
    while (await improves({ regularization: best.params.regularization * factor }));
  }
  for (const change of [0.15, -0.15]) {
    const ratingWeight = Math.max(0, best.params.ratingWeight + change);
    if (ratingWeight !== best.params.ratingWeight) await improves({ ratingWeight });
  }
  await improves({ relativeRegularization: best.params.relativeRegularization === 0 ? 1 : 0 });
  return best.params;
}

/** Fits both parts once, and tries how to add them. */
async function searchShare(
  params: BlendParams,
  holdouts: readonly Holdout[],
  settings: JudgeSettings,
): Promise<BlendParams> {
  const sums = EASE_SHARES.map(() => 0);
  for (const { matrix, users } of holdouts) {
    const implicit = openModel(await fitModel(matrix, params.implicit, settings));
    const ease = openModel(await fitModel(matrix, params.ease, settings));
    for (const user of users) {
      for (const [place, ndcg] of ndcgByShare(implicit, ease, user, settings).entries())
        sums[place] = (sums[place] ?? 0) + ndcg / users.length;
    }
  }
  const best = sums.indexOf(Math.max(...sums));
  const present = sums[EASE_SHARES.indexOf(params.easeShare)] ?? 0;
  const better = (sums[best] ?? 0) > present * (1 + leastGain(countUsers(holdouts)));
  return better ? { ...params, easeShare: EASE_SHARES[best] ?? params.easeShare } : params;
}

/** NDCG of one user's list for each share. */
function ndcgByShare(
  implicit: Model,
  ease: Model,
  user: TestUser,
  { k, relevantFrom }: JudgeSettings,
): number[] {
  const seen = new Set(user.history.map(({ item }) => item));
  const relevant = relevantItems(user, relevantFrom);
  const one = implicit.scoreItems(implicit.foldIn(user.history));
  const other = ease.scoreItems(ease.foldIn(user.history));
  return EASE_SHARES.map((share) => {
    const scores = one.map((score, item) => (1 - share) * score + share * (other[item] ?? 0));
    const list = topItems(scores, k, (item) => seen.has(item)).map(({ item }) => item);
    return ndcgAtK(list, relevant, k) ?? 0;
  });
}

function countUsers(holdouts: readonly Holdout[]): number {
  return holdouts.reduce((sum, { users }) => sum + users.length, 0);
}

async function ndcgOf(
  params: ModelParams,
  holdouts: readonly Holdout[],
  settings: JudgeSettings,
): Promise<number> {
  let sum = 0;
  for (const { matrix, users } of holdouts) {
    const model = openModel(await fitModel(matrix, params, settings));
    sum += measureRanking(model, users, settings).ndcg ?? 0;
  }
  return sum / holdouts.length;
}
