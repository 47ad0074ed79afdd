/**
 * Serving, on the embedded stream and store with the default models on ratings of the seeded generator: what one
 * answer costs, how many go over HTTP from one thread, and how long from a posted rating to the changed answer, at rest
 * and while a bulk load runs. The bars: 1 ms an answer, 2,000 answers a second, 50 ms at p99 to learn from a rating.
 * Then a large catalogue (`serve/large-catalogue.ts`).
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Static, TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import { AcceptedAnswerSchema } from '../src/api/schemas/rating.ts';
import {
  type UserRecommendationAnswer,
  UserRecommendationAnswerSchema,
} from '../src/api/schemas/recommendation.ts';
import {
  fitServed,
  load,
  openState,
  outgoingRecord,
  type Serving,
  type State,
  serve,
} from '../src/api/serving.fixture.ts';
import { parseUserId } from '../src/domain/ids.ts';
import type { Logger } from '../src/domain/ports.ts';
import { readRecords } from '../src/source/data-set.ts';
import { generateDataSet } from '../src/source/generator/sample.ts';
import { portsToTransfer } from '../src/store/embedded/connect.ts';
import type { BulkLoadData } from './serve/bulk-load-thread.ts';
import { foldInHistory, foldInOneMore, topTen } from './serve/kernel-parts.ts';
import { largeCatalogue } from './serve/large-catalogue.ts';
import { measureHttp, messageOf, report } from './serve/measure-http.ts';

/** The size of MovieLens 100K. */
const SPEC = { users: 943, movies: 1_682, ratings: 100_000, seed: 42 };
const POSTED = 300;
const BULK_PER_SECOND = 30_000;

const logger: Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: (fields, message) => console.error(message, fields),
  error: (fields, message) => console.error(message, fields),
};

export async function run(): Promise<void> {
  const dir = await mkdtemp(join(tmpdir(), 'matinee-bench-'));
  const state = await openState(dir);
  const dataSet = generateDataSet('bench', SPEC);
  try {
    await load(state, dataSet, logger);
    const serving = await serve(state, await fitServed(state.store), logger);
    await measureAnswers(state, serving);
    const url = new URL(await serving.api.listen({ port: 0, host: '127.0.0.1' }));
    await measureHttp(Number(url.port), { users: SPEC.users, bar: 2_000 });
    await measureLearning(url, 'at rest');
    const records = readRecords(dataSet, 0, SPEC.ratings).map((record) =>
      outgoingRecord(state.pseudonymiser, { ...record, timestamp: record.timestamp + 1 }),
    );
    const bulk = startBulkLoad(state, records);
    await measureLearning(url, 'during a bulk load');
    await bulk.stop();
    await serving.close();
  } finally {
    await state.close();
    await rm(dir, { recursive: true });
  }
  topTen();
  foldInHistory();
  foldInOneMore();
  await largeCatalogue(logger);
}

/** Everybody once to read and fold them in, then everybody again. */
async function measureAnswers({ pseudonymiser }: State, { live, recommender }: Serving): Promise<void> {
  for (const round of ['first answer for a person (read, folded in)', 'answer for a person in memory']) {
    const times: number[] = [];
    for (let user = 1; user <= SPEC.users; user += 1) {
      const userId = parseUserId(user);
      if (userId === null) continue;
      const person = await live.person(pseudonymiser.pseudonymise(userId));
      const from = performance.now();
      recommender.forPerson(person, { n: 10 });
      times.push(performance.now() - from);
    }
    report(round, times);
  }
}

/** Rates what was recommended, and asks again with `after`, over and over. */
async function measureLearning(url: URL, when: string): Promise<void> {
  const times: number[] = [];
  const start = performance.now();
  const cpu = process.threadCpuUsage();
  for (let round = 0; round < POSTED; round += 1) {
    const path = `/api/recommendations/users/${1 + (round % SPEC.users)}?n=1`;
    const shown = firstOf(await fetchJson(new URL(path, url), UserRecommendationAnswerSchema));
    const from = performance.now();
    const body = JSON.stringify({
      userId: 1 + (round % SPEC.users),
      movieId: shown,
      rating: 1 + (round % 5),
    });
    const headers = { 'content-type': 'application/json' };
    const rated = { method: 'POST', headers, body };
    const { position } = await fetchJson(new URL('/api/ratings', url), AcceptedAnswerSchema, rated);
    const changed = new URL(`${path}&after=${position}`, url);
    const shownNow = firstOf(await fetchJson(changed, UserRecommendationAnswerSchema));
    times.push(performance.now() - from);
    if (shownNow === shown) throw new Error('the film is still there');
  }
  const { user, system } = process.threadCpuUsage(cpu);
  const share = Math.round((user + system) / (performance.now() - start) / 10);
  report(`rating posted to changed answer, ${when} (${share} % CPU of the thread, clients included)`, times);
}

function firstOf({ items }: UserRecommendationAnswer): number | undefined {
  return items[0]?.movieId;
}

async function fetchJson<S extends TSchema>(url: URL, schema: S, init?: RequestInit): Promise<Static<S>> {
  const response = await fetch(url, init);
  const body: unknown = await response.json();
  if (!Compile(schema).Check(body)) throw new Error(JSON.stringify(body));
  return body;
}

function startBulkLoad({ stream, store }: State, records: BulkLoadData['records']) {
  const streamPort = stream.connectPort();
  const storePorts = store.openPorts();
  const workerData: BulkLoadData = {
    stream: streamPort,
    ...storePorts,
    records,
    perSecond: BULK_PER_SECOND,
  };
  const transferList = [streamPort, ...portsToTransfer(storePorts)];
  const worker = new Worker(new URL('./serve/bulk-load-thread.ts', import.meta.url), {
    workerData,
    transferList,
  });
  return {
    async stop() {
      worker.postMessage('stop');
      const rates = await messageOf(worker);
      console.log(`  the bulk load, records a second: ${JSON.stringify(rates)}`);
    },
  };
}
