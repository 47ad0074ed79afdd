/** Keeps the recommender on the version that is active in the registry, whichever process activates it. */
import { messageOf } from '../../domain/errors.ts';
import type { Logger } from '../../domain/ports.ts';
import type { ModelRegistry } from '../../model/registry/registry.ts';
import type { ServedModel } from '../../recommender/served-model.ts';

/** Serves the active version if there is one, and each that becomes active until `close`. */
export async function serveActiveModel(
  registry: ModelRegistry,
  serve: (version: ServedModel) => void,
  logger: Logger,
): Promise<{ close(): void }> {
  const refuse = (error: unknown) =>
    logger.error({ reason: messageOf(error) }, 'the active model version cannot be served');
  const watch = await registry.watch((version) => {
    serve(version);
    logger.info({ version: version.version }, 'another model version serves');
  }, refuse);
  const active = await registry.active();
  if (active !== null) await registry.load(active).then(serve, refuse);
  return watch;
}
