/** Chooses parameters for an evaluation, on a validation part or on a part withheld from training. */
import type { ModelParams } from '../params.ts';
import { type RatingColumns, selectRatings } from '../ratings.ts';
import { randomSplit } from '../splits/random-split.ts';
import { withholdItems } from '../splits/withhold-items.ts';
import { type SearchLimits, searchParams } from '../training/search.ts';
import { bestTrial, createHoldout, type Holdout, runTrials, type TrialSettings } from '../training/trials.ts';

/** What is withheld to tune predicted ratings on: a share of all of them. */
const WITHHELD_SHARE = 0.1;
/** What is withheld to tune a ranking on: so many items of each user, but never more than half. */
const WITHHELD_ITEMS = 10;

/** The best parameters found from `start`, for a model trained on `train`. */
export async function tuneParams(
  start: ModelParams,
  train: RatingColumns,
  validate: RatingColumns | null,
  settings: TrialSettings,
  limits: SearchLimits,
): Promise<ModelParams> {
  const holdout =
    validate === null ? withhold(train, settings) : createHoldout(train, validate, settings.traits);
  const tryParams = async (params: ModelParams) => bestTrial(await runTrials(holdout, [params], settings));
  return bestTrial(await searchParams(start, tryParams, limits)).params;
}

function withhold(
  train: RatingColumns,
  { task, seed, traits }: Pick<TrialSettings, 'task' | 'seed' | 'traits'>,
): Holdout {
  const split =
    task === 'rating' ? randomSplit(train, WITHHELD_SHARE, seed) : withholdItems(train, WITHHELD_ITEMS, seed);
  return createHoldout(selectRatings(train, split.train), selectRatings(train, split.test), traits);
}
