/** Chooses parameters for an evaluation, on a validation part or on a part withheld from training. */
import type { ModelParams } from '../params.ts';
import { type RatingColumns, selectRatings } from '../ratings.ts';
import { randomSplit } from '../splits/random-split.ts';
import { withholdItems } from '../splits/withhold-items.ts';
import { searchRanking } from '../training/ranking/search-ranking.ts';
import { type SearchLimits, searchParams } from '../training/search.ts';
import {
  bestTrial,
  createHoldout,
  type Holdout,
  hasRoom,
  runTrials,
  type TrialSettings,
  untried,
} from '../training/trials.ts';

/** What is withheld to tune predicted ratings on: a share of all of them. */
const WITHHELD_SHARE = 0.1;
/**
 * What is withheld to tune a ranking on: so many items of each user, but never more than half. Few, because parameters
 * that suit people who have lost much of their history are not those that suit whole ones.
 */
const WITHHELD_ITEMS = 2;
/** How many parts are withheld, one after the other, of data with fewer ratings than many. */
const SMALL_DATA_HOLDOUTS = 6;
const MANY_RATINGS = 400_000;

/** The best parameters found from `start`, for a model trained on `train`. */
export async function tuneParams(
  start: ModelParams,
  train: RatingColumns,
  validate: RatingColumns | null,
  settings: TrialSettings,
  limits: SearchLimits,
): Promise<ModelParams> {
  if (start.model === 'implicit-als' || start.model === 'ease' || start.model === 'blend') {
    const holdouts = validate === null ? withholdSeveral(train, settings) : [createHoldout(train, validate)];
    return searchRanking(start, holdouts, settings, limits.budgetMs);
  }
  const holdout =
    validate === null ? withhold(train, settings) : createHoldout(train, validate, settings.traits);
  const tryParams = async (params: ModelParams) =>
    params === start || hasRoom(holdout, params, settings.pool)
      ? bestTrial(await runTrials(holdout, [params], settings))
      : untried(params);
  return bestTrial(await searchParams(start, tryParams, limits)).params;
}

/** Several parts for data that is small: the figures of one differ by luck more than candidates do. */
function withholdSeveral(train: RatingColumns, settings: TrialSettings): Holdout[] {
  const count = train.users.length > MANY_RATINGS ? 1 : SMALL_DATA_HOLDOUTS;
  return Array.from({ length: count }, (_, place) =>
    withhold(train, { ...settings, task: 'ranking', seed: settings.seed + place }),
  );
}

function withhold(
  train: RatingColumns,
  { task, seed, traits }: Pick<TrialSettings, 'task' | 'seed' | 'traits'>,
): Holdout {
  const split =
    task === 'rating' ? randomSplit(train, WITHHELD_SHARE, seed) : withholdItems(train, WITHHELD_ITEMS, seed);
  return createHoldout(selectRatings(train, split.train), selectRatings(train, split.test), traits);
}
