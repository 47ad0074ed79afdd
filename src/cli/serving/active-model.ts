/** Keeps the recommender on the version that is active in the registry, whichever process activates it. */
import { messageOf } from '../../domain/errors.ts';
import type { Logger } from '../../domain/ports.ts';
import type { ModelRegistry } from '../../model/registry/registry.ts';
import type { Recommender } from '../../recommender/recommender.ts';

/** Serves the active version if there is one, and each that becomes active until `close`. */
export async function serveActiveModel(
  registry: ModelRegistry,
  recommender: Recommender,
  logger: Logger,
): Promise<{ close(): void }> {
  const refuse = (error: unknown) =>
    logger.error({ reason: messageOf(error) }, 'the active model version cannot be served');
  const watch = await registry.watch((version) => {
    recommender.setModel(version);
    logger.info({ version: version.version }, 'another model version serves');
  }, refuse);
  const active = await registry.active();
  if (active !== null) await registry.load(active).then(recommender.setModel, refuse);
  return watch;
}
