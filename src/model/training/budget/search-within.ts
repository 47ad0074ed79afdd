/**
 * The choice of a model and its parameters under a time budget: each starting point as far as time allows, then the
 * surroundings of the best. Whatever is chosen can be fitted once more, to all ratings, within the budget.
 */
import type { ModelParams } from '../../params.ts';
import { searchRanking } from '../ranking/search-ranking.ts';
import { searchParams } from '../search.ts';
import { bestTrial, type Holdout, hasRoom, type Trial, type TrialSettings, untried } from '../trials.ts';
import { tryUntilNoBetter } from './try-until-no-better.ts';

/** What share of the time left a trial may take: the same fit to all ratings takes a quarter longer. */
const TRIAL_SHARE = 1 / 2.3;
/** Trials around the best starting point: more of them gain nothing that a withheld part could tell from luck. */
const MOST_TRIALS = 24;

/**
 * Every trial, in order; the first starting point at least. What memory has no room for stands among them unmeasured.
 * `deadline` is of `performance.now()`.
 */
export async function searchWithin(
  holdout: Holdout,
  starts: readonly ModelParams[],
  settings: TrialSettings,
  deadline: number,
): Promise<Trial[]> {
  const trials: Trial[] = [];
  let longestMs = 0;
  const timeLeft = () => deadline - performance.now();

  async function tryParams(params: ModelParams): Promise<Trial | null> {
    if (trials.length > 0 && !hasRoom(holdout, params, settings.pool)) {
      const left = untried(params);
      trials.push(left);
      return left;
    }
    const started = performance.now();
    const trial = await tryUntilNoBetter(holdout, params, settings, started + timeLeft() * TRIAL_SHARE);
    longestMs = Math.max(longestMs, performance.now() - started);
    if (trial !== null) trials.push(trial);
    return trial;
  }

  for (const params of starts) {
    // The next one takes no less than those before it.
    if (trials.length > 0 && timeLeft() * TRIAL_SHARE < longestMs) break;
    await tryParams(params);
  }
  const start = bestTrial(trials);
  // Left for the final fit, and for measuring what the search ends with.
  const searchMs = timeLeft() - 3 * start.fitSeconds * 1_000;
  if (searchMs <= 0) return trials;
  if (isRanking(start.params)) {
    const params = await searchRanking(start.params, [holdout], settings, searchMs);
    if (JSON.stringify(params) !== JSON.stringify(start.params)) await tryParams(params);
    return trials;
  }
  const { params } = start;
  await searchParams(
    params,
    async (tried) => (tried === params ? start : ((await tryParams(tried)) ?? untried(tried))),
    { trials: MOST_TRIALS, budgetMs: searchMs },
  );
  return trials;
}

function isRanking(
  params: ModelParams,
): params is Extract<ModelParams, { model: 'implicit-als' | 'ease' | 'blend' }> {
  return params.model === 'implicit-als' || params.model === 'ease' || params.model === 'blend';
}
