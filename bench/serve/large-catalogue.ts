/**
 * A catalogue of 27,000 films and 138,000 people, drawn uniformly: what the exact top ten costs with exclusions and a
 * filter, what an answer costs, and how many go over HTTP before and after everybody was read in. No answer is kept. The
 * bars: 0.15 ms for the top ten, 4,000 answers a second with 20 ms at p99.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createItemSet } from '../../kernel/top-n.ts';
import {
  fitServed,
  load,
  openState,
  type Serving,
  type State,
  serve,
} from '../../src/api/serving.fixture.ts';
import { parseUserId } from '../../src/domain/ids.ts';
import type { Logger } from '../../src/domain/ports.ts';
import type { Model } from '../../src/model/model.ts';
import { createReadAhead } from '../../src/recommender/live/read-ahead.ts';
import type { Person } from '../../src/recommender/person.ts';
import { feedbackOf } from '../../src/recommender/person.ts';
import { generateDataSet } from '../../src/source/generator/sample.ts';
import { measureHttp, report } from './measure-http.ts';

const SPEC = { users: 138_000, movies: 27_000, ratings: 2_760_000, seed: 42 };
/** People asked about one by one. */
const ASKED = 2_000;
/** Of the catalogue, what a filter leaves out. */
const FILTERED_SHARE = 3;

export async function largeCatalogue(logger: Logger): Promise<void> {
  console.log(`\n${SPEC.users} people, ${SPEC.movies} films, ${SPEC.ratings} ratings:`);
  const dir = await mkdtemp(join(tmpdir(), 'matinee-bench-'));
  const state = await openState(dir);
  try {
    await load(state, generateDataSet('bench-large', SPEC), logger);
    const model = await fitServed(state.store);
    const serving = await serve(state, model, logger);
    const people = await peopleDrawn(state, serving);
    measureTopTen(model.ranking, people);
    for (const round of ['first answer for a person (folded in)', 'answer for a person in memory'])
      measureAnswers(round, serving, people);
    const url = new URL(await serving.api.listen({ port: 0, host: '127.0.0.1' }));
    const asked = { users: SPEC.users, bar: 4_000 };
    for (const round of ['the code is cold', 'most people are read and folded in']) {
      console.log(`  ${round}:`);
      await measureHttp(Number(url.port), asked);
    }
    await readEverybody(state, serving, logger);
    for (const round of ['all people are in memory', 'again', 'again']) {
      console.log(`  ${round}:`);
      await measureHttp(Number(url.port), asked);
    }
    await serving.close();
  } finally {
    await state.close();
    await rm(dir, { recursive: true });
  }
}

/** What the server does by itself after it has started, or has another model. */
async function readEverybody(
  { store }: State,
  { live, recommender }: Serving,
  logger: Logger,
): Promise<void> {
  const readAhead = createReadAhead({ store, live, prepare: recommender.prepare, logger });
  const [from, resident] = [performance.now(), process.memoryUsage().rss];
  readAhead.again();
  await readAhead.done();
  const seconds = ((performance.now() - from) / 1_000).toFixed(1);
  const grown = Math.round((process.memoryUsage().rss - resident) / 2 ** 20);
  console.log(`  everybody read in ahead: ${seconds} s, ${grown} MiB more resident`);
}

async function peopleDrawn({ pseudonymiser }: State, { live }: Serving): Promise<Person[]> {
  const people: Person[] = [];
  const times: number[] = [];
  for (let k = 0; k < ASKED; k++) {
    const userId = parseUserId(1 + ((k * 48_271) % SPEC.users));
    if (userId === null) continue;
    const from = performance.now();
    people.push(await live.person(pseudonymiser.pseudonymise(userId)));
    times.push(performance.now() - from);
  }
  report('a history read from the store', times);
  return people;
}

/** With the films they rated, and a third of the catalogue by a filter, left out. */
function measureTopTen(model: Model, people: readonly Person[]): void {
  const filtered = Array.from({ length: model.items.size }, (_, item) => item).filter(
    (item) => item % FILTERED_SHARE === 0,
  );
  const queries = people.flatMap(({ history }) => {
    const feedback = feedbackOf(history, model);
    const person = model.foldIn(feedback);
    const excluded = createItemSet(model.items.size, [...filtered, ...feedback.map(({ item }) => item)]);
    return person === null ? [] : [{ person, excluded }];
  });
  const { topItems } = model;
  if (topItems === undefined) throw new Error(`${model.name} scores every film`);
  const times = queries.map(({ person, excluded }) => {
    const from = performance.now();
    topItems(person, 10, excluded);
    return performance.now() - from;
  });
  const mean = times.reduce((sum, time) => sum + time, 0) / times.length;
  report(`exact top ten of ${model.items.size} × 64: mean ${mean.toFixed(3)} ms (bar 0.15)`, times);
}

function measureAnswers(round: string, { recommender }: Serving, people: readonly Person[]): void {
  const times = people.map((person) => {
    const from = performance.now();
    recommender.forPerson(person, { n: 10 });
    return performance.now() - from;
  });
  report(round, times);
}
