/** Does a training job from first to last, on the threads of a pool. */
import { createHash } from 'node:crypto';
import type { KernelPool } from '../../../kernel/pool.ts';
import { MatineeError } from '../../domain/errors.ts';
import type { Progress } from '../../domain/ports.ts';
import { NO_TRAITS, type TrainingTraits } from '../features/traits.ts';
import { collectSignals } from '../feedback/collect-signals.ts';
import { addSignals } from '../feedback/signal-matrix.ts';
import { createRatingMatrix, type RatingMatrix } from '../matrix.ts';
import { checkMemory } from '../memory/check-memory.ts';
import { shapeOf } from '../memory/estimate-fit.ts';
import type { Task } from '../model.ts';
import { iterationsOf, type ModelParams, taskOf } from '../params.ts';
import { concatRatings, type RatingColumns, selectRatings } from '../ratings.ts';
import { randomSplit } from '../splits/random-split.ts';
import { searchWithin } from './budget/search-within.ts';
import { type CheckpointSettings, openCheckpoint } from './checkpoint/checkpoint.ts';
import { fitResumably } from './checkpoint/fit-resumably.ts';
import { identifyJob } from './checkpoint/job-identity.ts';
import type { FittedModel, TrainingJob, TrainingOptions, TrainingOutcome } from './trainer.ts';
import {
  bestTrial,
  countIterations,
  createHoldout,
  type Holdout,
  runTrials,
  type Trial,
  type TrialSettings,
} from './trials.ts';

/** Length of the lists that candidates for ranking are judged by. */
const JUDGED_LIST = 10;

export interface RunOptions extends Pick<TrainingOptions, 'onProgress' | 'onNotice'> {
  /** Where it is taken down how far the job is; a search under a budget is over soon, and is not. */
  checkpoint?: CheckpointSettings;
}

/** Trains both models of a job. Errors are those of `Trainer.train`. */
export async function runTraining(
  job: TrainingJob,
  pool: KernelPool,
  { checkpoint, onProgress, onNotice }: RunOptions = {},
): Promise<TrainingOutcome> {
  const { candidates, holdout, traits = NO_TRAITS } = job;
  checkCandidates(job);
  const columns = concatRatings(job.ratings);
  const matrix = createRatingMatrix(columns);
  const ranked = withSignals(matrix, job);
  if (job.budgetMs === undefined)
    checkMemory(shapeOf(ranked), [...candidates.rating, ...candidates.ranking], pool);
  const withheld = holdout === null ? null : withhold(columns, holdout, traits);
  const data = describeData(matrix, ranked);
  const progress = createProgress(plannedIterations(job), onProgress);
  const started = performance.now();
  const resumable =
    checkpoint === undefined || job.budgetMs !== undefined
      ? undefined
      : openCheckpoint(checkpoint, identifyJob(job, data.fingerprint), (notice) => onNotice?.(notice));
  const train = (task: Task) =>
    fitBest(
      task === 'rating' ? matrix : ranked,
      chooser(withheld, candidates[task], deadlineOf(job, task, started)),
      candidates[task],
      {
        task,
        k: JUDGED_LIST,
        relevantFrom: null,
        seed: job.seed,
        pool,
        traits,
        ...(resumable === undefined ? {} : { checkpoint: resumable }),
        onIteration: progress,
      },
    );
  const [rating, ranking] = [await train('rating'), await train('ranking')];
  if (job.interactions !== undefined) ranking.state.feedback = job.interactions.weights;
  return { rating, ranking, data };
}

function withSignals(matrix: RatingMatrix, { interactions, ratings }: TrainingJob): RatingMatrix {
  return interactions === undefined ? matrix : addSignals(matrix, collectSignals(interactions, ratings));
}

type Choose = (settings: TrialSettings) => Promise<Trial[]>;

/** What measures candidates: nothing, each of them, or a search that begins with them. */
function chooser(
  holdout: Holdout | null,
  candidates: readonly ModelParams[],
  deadline: number | null,
): Choose {
  return async (settings) => {
    if (holdout === null) return [];
    if (deadline === null) return runTrials(holdout, candidates, settings);
    return searchWithin(holdout, candidates, settings, deadline);
  };
}

/** When a task has to be done: predicted ratings have half of the budget, rankings what is left. */
function deadlineOf({ budgetMs }: TrainingJob, task: Task, started: number): number | null {
  if (budgetMs === undefined) return null;
  return started + (task === 'rating' ? budgetMs / 2 : budgetMs);
}

/** Measures candidates for one task, and fits the best to everything. */
async function fitBest(
  matrix: RatingMatrix,
  choose: Choose,
  candidates: readonly ModelParams[],
  settings: TrialSettings,
): Promise<FittedModel> {
  const trials = await choose(settings);
  const best = trials.length === 0 ? undefined : bestTrial(trials);
  const params = best?.params ?? candidates[0];
  if (params === undefined)
    throw new MatineeError('INTERNAL', `No candidate for ${settings.task} was checked.`);
  const { seed, pool, traits = NO_TRAITS, checkpoint, onIteration } = settings;
  const { state, seconds } = await fitResumably(matrix, params, {
    seed,
    pool,
    traits,
    key: `${settings.task} by ${JSON.stringify(params)}`,
    checkpoint,
    isFinal: true,
    onIteration,
    measure: () => null,
  });
  if (state === null) throw new MatineeError('INTERNAL', `The final fit for ${settings.task} gave no model.`);
  return { state, metrics: best?.metrics ?? null, trials, fitSeconds: seconds };
}

export function withhold(
  columns: RatingColumns,
  { fraction, seed }: { fraction: number; seed: number },
  traits: TrainingTraits,
): Holdout {
  const { train, test } = randomSplit(columns, fraction, seed);
  return createHoldout(selectRatings(columns, train), selectRatings(columns, test), traits);
}

export function checkCandidates({ candidates, holdout, budgetMs }: TrainingJob): void {
  if (budgetMs !== undefined && holdout === null) {
    throw new MatineeError('USAGE', 'A search needs a withheld part to measure on.', {
      hint: 'Withhold a part, or give one candidate for each task and no budget.',
    });
  }
  for (const task of ['rating', 'ranking'] as const) {
    const list = candidates[task];
    const misplaced = list.find((params) => taskOf(params) !== task);
    if (misplaced !== undefined) {
      throw new MatineeError('USAGE', `The model ${misplaced.model} is not for the task ${task}.`, {
        hint: `Choose a ${task} model.`,
      });
    }
    if (list.length === 1 || (list.length > 1 && holdout !== null)) continue;
    throw new MatineeError(
      'USAGE',
      `${list.length} candidates for ${task} cannot be chosen from without a withheld part.`,
      {
        hint: 'Give exactly one candidate, or withhold a part to measure them on.',
      },
    );
  }
}

/** Null for a search: nobody knows what it will try. */
function plannedIterations({ candidates, holdout, budgetMs }: TrainingJob): number | null {
  if (budgetMs !== undefined) return null;
  return [candidates.rating, candidates.ranking].reduce((sum, list) => {
    const final = Math.max(0, ...list.map(iterationsOf));
    return sum + final + (holdout === null ? 0 : countIterations(list));
  }, 0);
}

function createProgress(total: number | null, onProgress?: (progress: Progress) => void): () => void {
  let done = 0;
  return () => {
    done++;
    onProgress?.({ done, total: total === null ? null : Math.max(total, done) });
  };
}

/** Of the ratings, and of what the ranking is fitted to besides. */
function describeData(matrix: RatingMatrix, ranked: RatingMatrix): TrainingOutcome['data'] {
  const { users, items, byUser } = matrix;
  const hash = createHash('sha256');
  for (const user of users.ids) hash.update(`${user}\n`);
  for (const array of [Int32Array.from(items.ids), byUser.starts, byUser.columns, byUser.values])
    hash.update(array);
  const { signals } = ranked;
  if (signals !== undefined) {
    for (const user of ranked.users.ids) hash.update(`${user}\n`);
    for (const array of [
      Int32Array.from(ranked.items.ids),
      ranked.byUser.starts,
      ranked.byUser.columns,
      signals,
    ])
      hash.update(array);
  }
  return {
    users: users.size,
    items: items.size,
    ratings: matrix.size,
    signals: signals?.reduce((count, signal) => count + (signal === 0 ? 0 : 1), 0) ?? 0,
    duplicates: matrix.duplicates,
    fingerprint: hash.digest('hex'),
  };
}
