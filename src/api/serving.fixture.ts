/** The serving half on the real adapters: embedded stream and store in a folder, models fitted to what is indexed. */
import type { FastifyInstance } from 'fastify';
import { flowTopics } from '../consumer/flow-topics.ts';
import { runConsumer } from '../consumer/run-consumer.ts';
import { parseUserId } from '../domain/ids.ts';
import { ageBandOf } from '../domain/person.ts';
import { type Logger, type Pseudonymiser, systemClock } from '../domain/ports.ts';
import { type RatingRecord, SCHEMA_VERSION, type SourceRating } from '../domain/rating.ts';
import { CLEAR_RECORDS } from '../domain/record-cipher.ts';
import { MOVIES_TOPIC } from '../domain/topics.ts';
import { createMasterKey } from '../governance/master-key.ts';
import { UNLIMITED } from '../governance/processing/processing.ts';
import { createPseudonymiser } from '../governance/pseudonymiser.ts';
import { fitModel } from '../model/fit-model.ts';
import { createRatingMatrix } from '../model/matrix.ts';
import { openModel } from '../model/open-model.ts';
import { defaultParams, type ModelParams } from '../model/params.ts';
import { testPool } from '../model/testing/kernel-pool.ts';
import { type LiveState, startLiveState } from '../recommender/live/live-state.ts';
import { createRecommender, type Recommender } from '../recommender/recommender.ts';
import type { ServedModel } from '../recommender/served-model.ts';
import { type DataSet, readRecords } from '../source/data-set.ts';
import { type EmbeddedStore, openEmbeddedStore } from '../store/embedded/open.ts';
import type { Store } from '../store/store.ts';
import { type EmbeddedStream, openEmbeddedStream } from '../stream/embedded/embedded-stream.ts';
import { createMetrics } from '../telemetry/metrics.ts';
import { noRetention, noSubjects, testFlow, testQuality } from './api.fixture.ts';
import { createApi } from './create-api.ts';

export interface State {
  stream: EmbeddedStream;
  store: EmbeddedStore;
  pseudonymiser: Pseudonymiser;
  close(): Promise<void>;
}

export interface Serving {
  api: FastifyInstance;
  live: LiveState;
  recommender: Recommender;
  close(): Promise<void>;
}

const SEED = 42;
const SCALE = { minimum: 1, maximum: 5 };
const RECORDS_A_PRODUCE = 1_000;
const masterKey = createMasterKey();

/** The stream and store of a folder, always under the same key. */
export async function openState(dir: string): Promise<State> {
  const stream = await openEmbeddedStream({ dir });
  const store = await openEmbeddedStore({ dir });
  await stream.ensureTopics(flowTopics());
  return {
    stream,
    store,
    pseudonymiser: createPseudonymiser(masterKey),
    async close() {
      await stream.close();
      await store.close();
    },
  };
}

/** A source's rating as the record that a producer makes of it. */
export function outgoingRecord(pseudonymiser: Pseudonymiser, source: SourceRating) {
  const userId = parseUserId(source.user.userId);
  if (userId === null) throw new Error(`no user id: ${source.user.userId}`);
  const { age, gender, occupation } = source.user;
  const key = pseudonymiser.pseudonymise(userId);
  const record: RatingRecord = {
    schemaVersion: SCHEMA_VERSION,
    user: { userId: key, ageBand: ageBandOf(age), gender, occupation },
    movie: { ...source.movie, year: source.movie.year ?? null },
    rating: source.rating,
    timestamp: source.timestamp,
  };
  return { key, value: JSON.stringify(record) };
}

/** Produces a data set and indexes it. */
export async function load({ stream, store, pseudonymiser }: State, dataSet: DataSet, logger: Logger) {
  for (let from = 0; from < dataSet.ratings.length; from += RECORDS_A_PRODUCE) {
    const records = readRecords(dataSet, from, RECORDS_A_PRODUCE);
    await stream.produce(
      MOVIES_TOPIC,
      records.map((record) => outgoingRecord(pseudonymiser, record)),
    );
  }
  const stop = new AbortController();
  const onProgress = ({ done }: { done: number }) => {
    if (done >= dataSet.ratings.length) stop.abort();
  };
  await runConsumer({ stream, store, logger, signal: stop.signal, onProgress });
}

/** Models fitted to the index: quick ones of the default parameters unless others are asked for. */
export async function fitServed(
  store: Store,
  rating: ModelParams = defaultParams('als', 'rating'),
  ranking: ModelParams = defaultParams('implicit-als', 'ranking'),
): Promise<ServedModel> {
  const blocks = [];
  for await (const block of store.scanRatings()) blocks.push(block);
  const matrix = createRatingMatrix(blocks);
  const fit = async (params: ModelParams) =>
    openModel(await fitModel(matrix, params, { seed: SEED, pool: testPool }));
  return {
    version: 'fitted',
    rating: await fit(rating),
    ranking: await fit(ranking),
  };
}

export async function serve(state: State, model: ServedModel, logger: Logger): Promise<Serving> {
  const { stream, store, pseudonymiser } = state;
  const recommender = await createRecommender({ store, logger, scale: SCALE });
  recommender.setModel(model);
  const live = await startLiveState({ stream, store, logger });
  const api = await createApi({
    stream,
    store,
    recommender,
    live,
    pseudonymiser,
    cipher: CLEAR_RECORDS,
    subjects: noSubjects,
    onErased: () => undefined,
    clock: systemClock,
    logger,
    about: {
      name: 'Matinee',
      version: '0.0.0',
      dataSet: { name: 'generated', simulated: true, notice: null },
      ratingScale: { ...SCALE, step: 1 },
      demonstration: true,
    },
    metrics: createMetrics({ version: '0.0.0', readFlow: async () => testFlow, logger }),
    readFlow: async () => testFlow,
    retention: noRetention,
    processingOf: () => UNLIMITED,
    readQuality: async () => testQuality,
    countDeadLetters: async () => 0,
    firstLoadDrained: async () => true,
    profiles: null,
  });
  return {
    api,
    live,
    recommender,
    async close() {
      await api.close();
      await live.close();
      await recommender.close();
    },
  };
}
