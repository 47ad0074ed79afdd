/** The first half of `start`: the source's records into the stream and the index, each stage on its own thread. */
import type { Config } from '../../config/schema.ts';
import { MatineeError, messageOf } from '../../domain/errors.ts';
import type { Logger } from '../../domain/ports.ts';
import { SOURCE_SECRET_HEADER } from '../../source/api/source-api.ts';
import { indexerLag } from '../flow/partitions.ts';
import type { State } from '../home/open-state.ts';
import { withProgress } from '../progress.ts';
import { spawnConsumerStage } from '../stages/consumer-stage.ts';
import { spawnProducerStage } from '../stages/producer-stage.ts';
import { untilDrained } from './first-load.ts';
import type { Closing } from './shutdown.ts';

export interface PagesToRead {
  url: string;
  /** By which the source knows this run's own producer. */
  secret: string;
  /** How many ratings there are. */
  ratings: number;
}

/** Starts the consumer, which runs until it is closed. The promise rejects when it fails. */
export function startConsumer(state: State, config: Config, closing: Closing): Promise<never> {
  const { remote, failed, terminate } = spawnConsumerStage({
    stream: state.stream.share(),
    store: state.store.share(),
    vault: state.shareVault(),
    batchSize: config.consumer.batchSize,
    logLevel: config.log.level,
  });
  const consuming = remote.run();
  closing.defer('the consumer', async () => {
    await remote.stop();
    await consuming;
    await terminate();
  });
  // It runs until it is stopped: only its failure is of interest.
  const ended = consuming.then(() => new Promise<never>(() => undefined));
  const failure = Promise.race([ended, failed]);
  failure.catch(() => undefined);
  return failure;
}

/** Produces every page that the stream does not have yet, and resolves once all of it is indexed; `CANCELLED` when stopped. */
export async function loadSource(
  state: State,
  config: Config,
  source: PagesToRead,
  logger: Logger,
  closing: Closing,
): Promise<void> {
  let produced = 0;
  const { remote, failed, hasEnded, terminate } = spawnProducerStage(
    {
      sourceUrl: source.url,
      headers: { [SOURCE_SECRET_HEADER]: source.secret },
      perPage: config.producer.perPage,
      pagesInFlight: config.producer.pagesInFlight,
      stream: state.stream.share(),
      vault: state.shareVault(),
      masterKey: state.masterKey,
      positionFile: state.home.producerFile,
      logLevel: config.log.level,
    },
    {
      produced: ({ done }) => {
        produced = done;
      },
    },
  );
  const producing = remote.run();
  closing.defer('the producer', async () => {
    if (!hasEnded()) await remote.stop();
    // Its failure is told to who waits for the load.
    await producing.catch(() => undefined);
    await terminate();
  });
  const load = async () => {
    const { finished } = await Promise.race([producing, failed]);
    if (!finished) throw new MatineeError('CANCELLED', 'the load was stopped before the last page');
    await untilDrained(state.stream);
  };
  try {
    await withProgress('Indexing', 'ratings', (show) => {
      const indexed = (lag: number) => Math.min(source.ratings, Math.max(0, produced - lag));
      const watchLag = (lag: number) => show({ done: indexed(lag), total: source.ratings });
      return whileWatchingLag(state, watchLag, logger, load);
    });
  } finally {
    await terminate();
  }
}

const LOOK_EVERY_MS = 250;

/** Does the work, looking now and then at how many records wait to be indexed: none, once it is done. */
async function whileWatchingLag(
  { stream }: State,
  onLag: (lag: number) => void,
  logger: Logger,
  work: () => Promise<void>,
): Promise<void> {
  const timer = setInterval(() => {
    indexerLag(stream).then(onLag, (error: unknown) =>
      logger.debug({ reason: messageOf(error) }, 'the lag could not be read'),
    );
  }, LOOK_EVERY_MS);
  try {
    await work();
    onLag(0);
  } finally {
    clearInterval(timer);
  }
}
