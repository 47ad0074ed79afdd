/** The whole system on one home: every stage started in the order of the flow, until one fails or all are closed. */
import type { Config } from '../../config/schema.ts';
import { MatineeError } from '../../domain/errors.ts';
import type { Logger } from '../../domain/ports.ts';
import { type DataSetIdentity, type Home, openHome } from '../home/home.ts';
import { defaultHomeOf } from '../home/locate.ts';
import { openState } from '../home/open-state.ts';
import { announceRunning, findRunning } from '../home/running.ts';
import { loopbackOf, refuseBeyondLoopback, refuseTakenPort } from '../http/listen.ts';
import { serveApi } from '../serving/serve-api.ts';
import type { DataSetSummary } from '../source/open-data-set.ts';
import { ensureModel, improveModel } from './first-model.ts';
import { loadSource, startConsumer } from './ingest.ts';
import type { Report } from './report.ts';
import type { Closing } from './shutdown.ts';
import { loadSourceData } from './source.ts';

export interface SystemOptions {
  config: Config;
  logger: Logger;
  report: Report;
  /** Takes everything that is opened. */
  closing: Closing;
}

/** Runs until a stage fails, and then rejects. */
export async function runSystem({ config, logger, report, closing }: SystemOptions): Promise<never> {
  const started = performance.now();
  await refuseBadAddresses(config);
  const source = await loadSourceData(config.data, closing);
  const { dataSet } = source;
  const home = openHome(config.home ?? defaultHomeOf(dataSet.name), identityOf(dataSet), new Date());
  await refuseSecondRun(home);
  await source.keepRejectedRows(home, report);

  const state = await openState(home, config);
  closing.defer('the state', state.close);
  const pages = await source.servePages(config);
  let loaded = false;
  const serving = await serveApi({
    state,
    config,
    logger,
    dataSet,
    scale: dataSet.scale,
    // Whoever may choose among people may be any of them.
    profiles: config.access.required ? null : { list: source.people },
    firstLoadDrained: async () => loaded,
  });
  closing.defer('the API', serving.close);
  const urls = { apiUrl: serving.url, sourceUrl: pages.url };
  const now = new Date().toISOString();
  closing.defer(
    'the announcement',
    await announceRunning(home.runFile, {
      pid: process.pid,
      apiUrl: serving.url,
      startedAt: now,
      secret: serving.runSecret,
    }),
  );
  report.event(
    'listening',
    `The page and the API  ${urls.apiUrl}\nThe source API        ${urls.sourceUrl}`,
    urls,
  );

  const consumerFailed = startConsumer(state, config, closing);
  await Promise.race([loadSource(state, config, pages, logger, closing), consumerFailed]);
  await Promise.race([serving.subjects.resume(), consumerFailed]);
  const model = await Promise.race([ensureModel(state, config, logger), consumerFailed]);
  await serving.recommender.refreshCatalogue();
  serving.recommender.setModel(model);
  loaded = true;
  const seconds = (performance.now() - started) / 1_000;
  report.event('ready', `Ready in ${seconds.toFixed(1)} s; Ctrl-C stops it.`, {
    seconds,
    version: model.version,
  });

  closing.defer('the retention', serving.retention.keepUp(logger));
  if (config.trainer.improve) {
    const stop = new AbortController();
    const improving = improveModel(state, config, logger, stop.signal);
    closing.defer('the search for better parameters', () => {
      stop.abort();
      return improving;
    });
  }
  return consumerFailed;
}

async function refuseBadAddresses(config: Config): Promise<void> {
  const { api, source } = config;
  refuseBeyondLoopback(config);
  await refuseTakenPort({ ...api, setting: '--port' });
  await refuseTakenPort({ host: loopbackOf(api.host), port: source.port, setting: '--source-port' });
}

function identityOf({ name, fingerprint, simulated }: DataSetSummary): DataSetIdentity {
  return { name, fingerprint, simulated };
}

/** Two systems on one home would read the source twice and train against each other. */
async function refuseSecondRun({ dir, runFile }: Home): Promise<void> {
  const running = await findRunning(runFile);
  if (running === null) return;
  throw new MatineeError(
    'CONFLICT',
    `process ${running.pid} serves the home ${dir} already, at ${running.apiUrl}`,
    {
      hint: 'stop it first, or give another folder to --home',
    },
  );
}
