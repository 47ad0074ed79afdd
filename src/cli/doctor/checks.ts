/** What `doctor` checks: each names what it looked at, what it found, and what repairs it. */
import { existsSync, statfsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Config } from '../../config/schema.ts';
import { openDeadLetters } from '../../consumer/dead-letters.ts';
import { flowTopics } from '../../consumer/flow-topics.ts';
import { MatineeError, messageOf } from '../../domain/errors.ts';
import { withSparkSession } from '../../model/training/spark/open-session.ts';
import { detectLayout } from '../../source/movielens/layout.ts';
import { inspectElasticsearch } from '../../store/elasticsearch/inspect.ts';
import { inspectKafka } from '../../stream/kafka/inspect.ts';
import { indexedTopics, indexerLag } from '../flow/partitions.ts';
import { type Home, openExistingHome } from '../home/home.ts';
import { locateHome } from '../home/locate.ts';
import { openState, type State } from '../home/open-state.ts';
import { elasticsearchOptions } from '../home/open-store.ts';
import { kafkaOptions } from '../home/open-stream.ts';
import { findRunning } from '../home/running.ts';
import { refuseTakenPort } from '../http/listen.ts';

export interface Check {
  name: string;
  passed: boolean;
  says: string;
  repair?: string | undefined;
}

/** Runs one check: what it throws is what it found. */
async function check(name: string, look: () => string | Promise<string>): Promise<Check> {
  try {
    return { name, passed: true, says: await look() };
  } catch (error) {
    return foundWrong(name, error);
  }
}

function foundWrong(name: string, error: unknown): Check {
  const repair = error instanceof MatineeError ? error.hint : undefined;
  return { name, passed: false, says: messageOf(error), repair };
}

const NEEDED_NODE = 24;
const NEEDED_BYTES = 1e9;

/** The checks that a configuration asks for, in the order of the flow. */
export async function runChecks(config: Config): Promise<Check[]> {
  const checks = [
    await check('node', checkNode),
    await check('data', async () =>
      config.data === null
        ? 'the simulated sample'
        : `${config.data}: ${(await detectLayout(config.data)).kind}`,
    ),
    await check('disk', () => checkDisk(config)),
    ...(config.stream.kind === 'kafka' ? [await check('kafka', () => checkKafka(config))] : []),
    ...(config.store.kind === 'elasticsearch'
      ? [await check('elasticsearch', () => checkElasticsearch(config))]
      : []),
    ...(usesSpark(config) ? [await check('spark', () => checkSpark(config))] : []),
  ];
  const home = findHome(config);
  const running = home === null ? null : await findRunning(home.runFile);
  if (running === null) {
    const { api, source } = config;
    checks.push(await check('port', () => freePort({ ...api, setting: '--port' })));
    checks.push(
      await check('source port', () => freePort({ ...api, port: source.port, setting: '--source-port' })),
    );
  } else {
    checks.push(await check('running', () => checkRunning(running.pid, running.apiUrl)));
  }
  if (home === null)
    return [...checks, { name: 'home', passed: true, says: 'none yet: the first start makes it' }];
  return [...checks, ...(await checkHome(home, config))];
}

function checkNode(): string {
  const [major] = process.versions.node.split('.');
  if (Number(major) >= NEEDED_NODE) return process.version;
  throw new MatineeError('UNAVAILABLE', `${process.version} is older than ${NEEDED_NODE}`, {
    hint: 'run through npm, which uses the pinned Node: npm run --silent matinee -- doctor',
  });
}

function checkDisk({ home }: Config): string {
  let folder = resolve(home ?? '.');
  while (!existsSync(folder)) folder = dirname(folder);
  const { bavail, bsize } = statfsSync(folder);
  const free = bavail * bsize;
  const says = `${(free / 1e9).toFixed(1)} GB free at ${folder}`;
  if (free >= NEEDED_BYTES) return says;
  throw new MatineeError('UNAVAILABLE', says, { hint: 'free some space, or give another folder to --home' });
}

async function checkKafka(config: Config): Promise<string> {
  const says = await inspectKafka(await kafkaOptions(config), flowTopics(config.stream.partitions));
  return `${says} at ${config.stream.kafka.brokers}`;
}

async function checkElasticsearch(config: Config): Promise<string> {
  const { nodes, cloudId } = config.store.elasticsearch;
  return `${await inspectElasticsearch(await elasticsearchOptions(config))} at ${cloudId ?? nodes}`;
}

function usesSpark({ trainer, consumer }: Config): boolean {
  return trainer.kind === 'spark' || consumer.runner === 'spark';
}

async function checkSpark({ trainer: { spark } }: Config): Promise<string> {
  const version = await withSparkSession(spark.remote, async (session) => session.version);
  return `Spark ${version} at ${spark.remote}`;
}

async function freePort(options: { host: string; port: number; setting: string }): Promise<string> {
  await refuseTakenPort(options);
  return `${options.host}:${options.port} is free`;
}

async function checkRunning(pid: number, apiUrl: string): Promise<string> {
  const response = await fetch(`${apiUrl}/readyz`, { signal: AbortSignal.timeout(5_000) });
  const text = await response.text();
  if (response.ok) return `process ${pid} is ready at ${apiUrl}`;
  throw new MatineeError('UNAVAILABLE', `process ${pid} at ${apiUrl} is not ready: ${text}`, {
    hint: 'wait for the load and the first training, or look at its log',
  });
}

function findHome(config: Config): Home | null {
  try {
    return openExistingHome(locateHome(config));
  } catch (error) {
    if (error instanceof MatineeError && error.code === 'NOT_FOUND') return null;
    throw error;
  }
}

async function checkHome(home: Home, config: Config): Promise<Check[]> {
  let state: State;
  try {
    state = await openState(home, config);
  } catch (error) {
    return [foundWrong('home', error)];
  }
  try {
    return [
      { name: 'home', passed: true, says: `${home.dir}, data set ${home.dataSet?.name ?? 'not known yet'}` },
      await check(
        'stream',
        async () => `${await indexerLag(state.stream, indexedTopics(config))} records wait to be indexed`,
      ),
      await check('store', async () => {
        const { ratings, movies, users } = await state.store.totals();
        return `${ratings} ratings of ${movies} films by ${users} people`;
      }),
      await check('dead letters', async () => `${await openDeadLetters(state.stream).count()} kept`),
      await check('model', () => checkModel(state)),
    ];
  } finally {
    await state.close();
  }
}

async function checkModel({ registry }: State): Promise<string> {
  const active = await registry.active();
  if (active === null) {
    throw new MatineeError('NOT_FOUND', 'no version serves yet', {
      hint: 'run `matinee train`, or `npm start`',
    });
  }
  const { manifest } = await registry.load(active);
  return `${active}, trained on ${manifest.data.ratings} ratings`;
}
