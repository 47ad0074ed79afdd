/** The second half of `start`: a model of fixed parameters first, then a better one in the background. */
import type { Config } from '../../config/schema.ts';
import { MatineeError, messageOf } from '../../domain/errors.ts';
import type { Logger } from '../../domain/ports.ts';
import type { ModelVersion } from '../../model/registry/registry.ts';
import type { State } from '../home/open-state.ts';
import { withProgress } from '../progress.ts';
import { activateUnlessWorse } from '../training/activate-unless-worse.ts';
import { trainFromStore } from '../training/train-from-store.ts';

/** The version that serves: the active one if it opens, else one trained now. */
export async function ensureModel(state: State, config: Config, logger: Logger): Promise<ModelVersion> {
  const active = await openActive(state, logger);
  if (active !== null) return active;
  const { manifest } = await withProgress('Training', 'iterations', (onProgress) =>
    trainFromStore(state, { seed: config.trainer.seed, feedback: config.trainer.feedback, onProgress }),
  );
  return state.registry.activate(manifest.version);
}

async function openActive({ registry }: State, logger: Logger): Promise<ModelVersion | null> {
  const version = await registry.active();
  if (version === null) return null;
  try {
    return await registry.load(version);
  } catch (error) {
    logger.error(
      { version, reason: messageOf(error) },
      'the active model version cannot be opened: training another',
    );
    return null;
  }
}

/** Searches among all models within its budget; the result serves unless it is worse on the withheld part. Resolves when done. */
export async function improveModel(
  state: State,
  config: Config,
  logger: Logger,
  signal: AbortSignal,
): Promise<void> {
  try {
    const { manifest } = await trainFromStore(state, {
      seed: config.trainer.seed,
      feedback: config.trainer.feedback,
      budgetMs: config.trainer.improveSeconds * 1_000,
      signal,
    });
    const activated = await activateUnlessWorse(state.registry, manifest);
    logger.info({ version: manifest.version, activated }, 'searched for better parameters');
  } catch (error) {
    if (error instanceof MatineeError && (error.code === 'CANCELLED' || error.code === 'CONFLICT')) return;
    logger.error(
      { reason: messageOf(error) },
      'the search for better parameters failed; the present model serves on',
    );
  }
}
