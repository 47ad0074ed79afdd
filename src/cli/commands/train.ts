/** `matinee train`: trains on the store, evaluates, registers a version and activates it unless it is worse. */

import { referenceGrid } from '../../model/training/grid.ts';
import type { TrainedVersion } from '../../model/training/train-version.ts';
import { commandOnHome, createContext, type Environment } from '../context.ts';
import { openExistingHome } from '../home/home.ts';
import { locateHome } from '../home/locate.ts';
import { openState } from '../home/open-state.ts';
import { wholeNumber } from '../numbers.ts';
import { withProgress } from '../progress.ts';
import { stopSignal } from '../system/shutdown.ts';
import { formatTable } from '../table.ts';
import { activateUnlessWorse } from '../training/activate-unless-worse.ts';
import { trainFromStore } from '../training/train-from-store.ts';

export function trainCommand(environment: Environment) {
  return commandOnHome('train', 'trains a version on the store and makes it serve unless it is worse')
    .option(
      '--grid',
      "tries the reference's grid (27 points) for the rating model, best by RMSE on the withheld part",
    )
    .option('--nonnegative', 'with --grid: nonnegative factors, as in the reference')
    .option('--seed <number>', 'seed of the initial factors', wholeNumber(0, 4_294_967_295))
    .action(async ({ grid, nonnegative, seed, ...options }) => {
      const { config } = createContext(environment, options, 'train', { 'trainer.seed': seed });
      const state = await openState(openExistingHome(locateHome(config)), config);
      const signal = stopSignal();
      try {
        const trained = await withProgress('Training', 'iterations', (onProgress) =>
          trainFromStore(state, {
            seed: config.trainer.seed,
            signal,
            onProgress,
            ...(grid === true
              ? { candidates: { rating: referenceGrid({ nonnegative: nonnegative === true }) } }
              : {}),
          }),
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

function describe({ manifest, outcome }: TrainedVersion, activated: boolean): string {
  const lines = (['rating', 'ranking'] as const).map((task) => {
    const { params, metrics } = manifest.models[task];
    return `${task.padEnd(8)} ${JSON.stringify(params)}\n         ${JSON.stringify(metrics)}`;
  });
  const { trials } = outcome.rating;
  const table =
    trials.length < 2
      ? []
      : [
          formatTable([
            ['parameters', 'rmse', 'seconds'],
            ...trials.map(({ params, metrics, fitSeconds }) => [
              JSON.stringify(params),
              'rmse' in metrics ? (metrics.rmse?.toFixed(4) ?? '') : '',
              fitSeconds.toFixed(2),
            ]),
          ]),
        ];
  const verdict = activated
    ? 'It serves now.'
    : 'It is worse than the version that serves, and is kept aside.';
  return [...table, `version  ${manifest.version}`, ...lines, verdict].join('\n');
}
