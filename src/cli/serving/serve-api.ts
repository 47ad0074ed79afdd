/** Puts the recommender and the API on the state of a home, and listens. */
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createApi } from '../../api/create-api.ts';
import type { ApiDeps } from '../../api/deps.ts';
import type { Config } from '../../config/schema.ts';
import { openDeadLetters } from '../../consumer/dead-letters.ts';
import { createChartReader } from '../../dashboard/read-charts.ts';
import { MatineeError } from '../../domain/errors.ts';
import { type Pseudonym, parseUserId } from '../../domain/ids.ts';
import { type Logger, systemClock } from '../../domain/ports.ts';
import { connectVault } from '../../governance/vault/connect-vault.ts';
import { startLiveState } from '../../recommender/live/live-state.ts';
import { createReadAhead } from '../../recommender/live/read-ahead.ts';
import { createRecommender, type Recommender } from '../../recommender/recommender.ts';
import type { ServedModel } from '../../recommender/served-model.ts';
import { createMetrics } from '../../telemetry/metrics.ts';
import { readFlow } from '../flow/read-flow.ts';
import type { State } from '../home/open-state.ts';
import { isLoopback, listen } from '../http/listen.ts';
import type { RatingScale } from '../source/open-data-set.ts';
import { createProcessingView, usersWithout } from '../subjects/processing-view.ts';
import { createSubjects, type Subjects } from '../subjects/subjects.ts';
import { VERSION } from '../version.ts';
import { serveActiveModel } from './active-model.ts';
import { configuredExperiment } from './configured-experiment.ts';
import { allowedHosts, openAccess } from './open-access.ts';
import { keepChartsPublished } from './publish-charts.ts';
import { createFactorsPublisher } from './publish-factors.ts';
import { createQualityReader } from './read-quality.ts';
import { createRetention, type Retention } from './retention.ts';

export interface ServeOptions {
  state: State;
  config: Pick<Config, 'access' | 'api' | 'consumer' | 'experiment' | 'governance' | 'stream'>;
  logger: Logger;
  dataSet: { name: string; simulated: boolean };
  scale: RatingScale;
  profiles: ApiDeps['profiles'];
  /** The topics that the indexer reads; those of the flow by default. */
  indexed?: readonly string[];
  firstLoadDrained: () => Promise<boolean>;
}

export interface Serving {
  url: string;
  /** What commands on this machine are let in by. */
  runSecret: string;
  recommender: Recommender;
  subjects: Subjects;
  retention: Retention;
  close(): Promise<void>;
}

const WEB_ROOT = fileURLToPath(new URL('../../../build/web', import.meta.url));

/** Resolves once it listens; readiness follows when a model serves and the first load is drained. */
export async function serveApi(options: ServeOptions): Promise<Serving> {
  const { state, config, logger, dataSet, scale, profiles, indexed, firstLoadDrained } = options;
  const { store, stream, pseudonymiser, cipher, registry, vault } = state;
  if (!existsSync(WEB_ROOT)) {
    throw new MatineeError('UNAVAILABLE', `the page is not built at ${WEB_ROOT}`, {
      hint: 'run `node scripts/prepare.mjs`, which every npm script of Matinee does first',
    });
  }
  const experiment = configuredExperiment(config);
  const recommender = await createRecommender({ store, logger, scale });
  const maxPeopleBytes = config.api.peopleMemoryMb * 2 ** 20;
  const live = await startLiveState({ stream, store, cipher, logger, maxPeopleBytes });
  const listeners: ((persons: readonly Pseudonym[]) => void)[] = [(persons) => persons.forEach(live.forget)];
  const tellErased = (persons: readonly Pseudonym[]) => {
    for (const listener of listeners) listener(persons);
  };
  const processing = createProcessingView();
  const watchedVault = connectVault(vault.connectPort(), tellErased, processing.update);
  processing.update(await watchedVault.remote.limitedPersons());
  const unlimited = { scanUsers: () => usersWithout(store.scanUsers(), processing.of) };
  const readAhead = createReadAhead({ store: unlimited, live, prepare: recommender.prepare, logger });
  const subjects = createSubjects(state, config, (person) => tellErased([person]));
  const retention = createRetention(state, config);
  const factors = createFactorsPublisher(store, logger);
  const stopPublishing = keepChartsPublished(store, createChartReader(store), logger);
  const serveVersion = (version: ServedModel) => {
    recommender.setModel(version);
    factors.publish(version);
    if (config.api.readAhead) readAhead.again();
  };
  const activeModel = await serveActiveModel(registry, serveVersion, logger);
  const runSecret = randomBytes(32).toString('base64url');
  const letters = openDeadLetters(stream);
  const flow = () => readFlow({ stream, store, registry, letters }, indexed);
  const api = await createApi({
    stream,
    store,
    recommender,
    live,
    pseudonymiser,
    cipher,
    subjects: {
      erase: subjects.erase,
      // Through the port that tells of changes: this process knows of it before the answer is there.
      limit: (userId, change) =>
        watchedVault.remote.limitProcessing(pseudonymiser.pseudonymise(userId), change),
    },
    retention,
    processingOf: processing.of,
    onErased: (listener) => listeners.push(listener),
    clock: systemClock,
    logger,
    about: {
      name: 'Matinee',
      version: VERSION,
      dataSet: { ...dataSet, notice: noticeOf(dataSet) },
      ratingScale: scale,
      demonstration: profiles !== null,
    },
    metrics: createMetrics({ version: VERSION, readFlow: flow, logger }),
    readFlow: flow,
    readQuality: createQualityReader(state, letters, indexed),
    countDeadLetters: () => letters.count(),
    firstLoadDrained,
    experiment,
    profiles: profiles === null ? null : withoutErased(profiles, state),
    access: openAccess(state, config, runSecret),
    audit: {
      append: (event) => vault.remote.appendAudit(event),
      isCommandLine: (authorization) => authorization === `Bearer ${runSecret}`,
    },
    allowedHosts: allowedHosts(config, isLoopback(config.api.host)),
    webRoot: WEB_ROOT,
  });
  const url = await listen(api, { ...config.api, setting: '--port' });
  return {
    url,
    runSecret,
    recommender,
    subjects,
    retention,
    async close() {
      await api.close();
      watchedVault.close();
      activeModel.close();
      await factors.close();
      await stopPublishing();
      await readAhead.close();
      await live.close();
      await recommender.close();
    },
  };
}

/** A data set that was read before goes on naming people who have been erased since. */
function withoutErased(
  profiles: NonNullable<ApiDeps['profiles']>,
  { vault, pseudonymiser }: Pick<State, 'vault' | 'pseudonymiser'>,
): ApiDeps['profiles'] {
  return {
    async list(offset, limit) {
      const { total, people } = await profiles.list(offset, limit);
      const ids = people.map(({ userId }) => parseUserId(userId));
      const persons = ids.map((id) => (id === null ? '' : pseudonymiser.pseudonymise(id)));
      const erased = await vault.remote.suppressed(persons);
      return { total, people: people.filter((_, place) => erased[place] !== true) };
    },
  };
}

function noticeOf({ name, simulated }: ServeOptions['dataSet']): string | null {
  if (simulated) return 'The ratings are simulated: no person gave them.';
  if (!name.startsWith('ml-')) return null;
  return 'MovieLens data by GroupLens: F. Maxwell Harper and Joseph A. Konstan, The MovieLens Datasets (2015).';
}
