/** Serves a home that other processes fill: the API without a source, people to choose from or a first load of its own. */
import type { Config } from '../../config/schema.ts';
import type { Logger } from '../../domain/ports.ts';
import { indexedTopics, indexerLag } from '../flow/partitions.ts';
import type { State } from '../home/open-state.ts';
import { ratingScaleOf } from './rating-scale.ts';
import { type Serving, serveApi } from './serve-api.ts';

/** Ready once a model is active and nothing waits to be indexed. */
export async function serveHome(
  state: State,
  config: Pick<Config, 'access' | 'api' | 'consumer' | 'experiment' | 'governance' | 'stream'>,
  logger: Logger,
): Promise<Serving> {
  const indexed = indexedTopics(config);
  return serveApi({
    state,
    config,
    logger,
    indexed,
    dataSet: {
      name: state.home.dataSet?.name ?? 'unknown',
      simulated: state.home.dataSet?.simulated ?? false,
    },
    scale: await ratingScaleOf(state.store),
    profiles: null,
    firstLoadDrained: async () => (await indexerLag(state.stream, indexed)) === 0,
  });
}
