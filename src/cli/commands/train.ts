/** `matinee train`: trains on the store, evaluates, registers a version and activates it unless it is worse. */

import { Option } from '@commander-js/extra-typings';
import { TRAINER_KINDS } from '../../config/schema.ts';
import { MatineeError } from '../../domain/errors.ts';
import { defaultParams, type ModelParams } from '../../model/params.ts';
import { referenceGrid } from '../../model/training/grid.ts';
import type { TrainedVersion } from '../../model/training/train-version.ts';
import type { Trial } from '../../model/training/trials.ts';
import { commandOnHome, createContext, type Environment } from '../context.ts';
import { openExistingHome } from '../home/home.ts';
import { locateHome } from '../home/locate.ts';
import { openState } from '../home/open-state.ts';
import { duration, wholeNumber } from '../numbers.ts';
import { withProgress } from '../progress.ts';
import { stopSignal } from '../system/shutdown.ts';
import { formatTable } from '../table.ts';
import { activateUnlessWorse } from '../training/activate-unless-worse.ts';
import { createTrainer } from '../training/create-trainer.ts';
import { resumable } from '../training/resumable.ts';
import { type StoreTraining, trainFromStore } from '../training/train-from-store.ts';

export function trainCommand(environment: Environment) {
  return commandOnHome('train', 'trains a version on the store and makes it serve unless it is worse')
    .option(
      '--grid',
      "tries the reference's grid (27 points) for the rating model, best by RMSE on the withheld part",
    )
    .option('--nonnegative', 'with --grid: nonnegative factors, as in the reference')
    .option(
      '--budget <time>',
      'searches among all models and their parameters, and is done within this (60s, 5m)',
      duration,
    )
    .addOption(
      new Option(
        '--trainer <name>',
        'what fits predicted ratings; `spark` knows nonnegative factors (default: trainer.kind)',
      ).choices(TRAINER_KINDS),
    )
    .option('--seed <number>', 'seed of the initial factors', wholeNumber(0, 4_294_967_295))
    .action(async ({ grid, nonnegative, budget, trainer: kind, seed, ...options }) => {
      if (grid === true && budget !== undefined) throw gridWithBudget();
      const { config } = createContext(environment, options, 'train', {
        'trainer.kind': kind,
        'trainer.seed': seed,
      });
      const state = await openState(openExistingHome(locateHome(config)), config);
      const signal = stopSignal();
      const keepsCheckpoint = budget === undefined && config.trainer.kind === 'embedded';
      try {
        const trainer = await createTrainer(config, state.home);
        const trained = await resumable(keepsCheckpoint ? state.home.checkpointFile : null, (onNotice) =>
          withProgress('Training', 'iterations', (onProgress) =>
            trainFromStore(state, {
              seed: config.trainer.seed,
              feedback: config.trainer.feedback,
              trainer,
              signal,
              onProgress,
              onNotice,
              ...(budget === undefined ? {} : { budgetMs: budget }),
              ...candidatesOf({
                grid: grid === true,
                nonnegative: nonnegative === true || config.trainer.kind === 'spark',
                onSpark: config.trainer.kind === 'spark',
              }),
            }),
          ),
        );
        const { manifest } = trained;
        const activated = await activateUnlessWorse(state.registry, manifest);
        if (options.json === true)
          console.log(JSON.stringify({ activated, manifest, trials: trialsOf(trained) }));
        else console.log(describe(trained, activated));
      } finally {
        await state.close();
      }
    });
}

function trialsOf({ outcome }: TrainedVersion) {
  return { rating: outcome.rating.trials, ranking: outcome.ranking.trials };
}

interface Choice {
  grid: boolean;
  nonnegative: boolean;
  onSpark: boolean;
}

/** What to try for predicted ratings; nothing said leaves it to the trainer's caller. */
function candidatesOf({ grid, nonnegative, onSpark }: Choice): Pick<StoreTraining, 'candidates'> {
  if (grid) return { candidates: { rating: referenceGrid({ nonnegative }) } };
  if (onSpark) return { candidates: { rating: [defaultParams('als-nonnegative', 'rating')] } };
  return {};
}

function gridWithBudget(): MatineeError {
  return new MatineeError('USAGE', 'a grid is tried whole: --grid takes no --budget', {
    hint: 'give --grid alone, or --budget for a search that keeps to its time',
  });
}

function describe({ manifest, outcome }: TrainedVersion, activated: boolean): string {
  const tasks = (['rating', 'ranking'] as const).flatMap((task) => {
    const { params, metrics } = manifest.models[task];
    return [
      ...describeTrials(outcome[task].trials, params),
      `${task.padEnd(8)} ${JSON.stringify(params)}`,
      `         ${JSON.stringify(metrics)}`,
    ];
  });
  const verdict = activated
    ? 'It serves now.'
    : 'It is worse than the version that serves, and is kept aside.';
  return [...tasks, `version  ${manifest.version}`, verdict].join('\n');
}

/** What was tried, in order, with a mark at what was chosen; nothing where there was no choice. */
function describeTrials(trials: readonly Trial[], chosen: ModelParams): string[] {
  if (trials.length < 2) return [];
  const figure = trials.some(({ metrics }) => 'rmse' in metrics) ? 'rmse' : 'ndcg';
  const rows = trials.map(({ params, metrics, fitSeconds }) => [
    params.model,
    ('rmse' in metrics ? metrics.rmse : metrics.ndcg)?.toFixed(4) ?? '',
    fitSeconds.toFixed(2),
    JSON.stringify(params) === JSON.stringify(chosen) ? '*' : '',
  ]);
  const lines = formatTable([['model', figure, 'seconds', 'chosen'], ...rows]).split('\n');
  const withParams = lines.map((line, place) => {
    const { model: _, ...rest } = trials[place - 1]?.params ?? { model: '' };
    return `${line.padEnd(LINE_WIDTH)}  ${place === 0 ? 'parameters' : JSON.stringify(rest)}`;
  });
  return [...withParams, ''];
}

/** Where the parameters begin: behind the longest name of a model, a figure, seconds and the mark. */
const LINE_WIDTH = 40;
