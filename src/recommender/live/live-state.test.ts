/** That nothing accepted is forgotten and nothing counted twice, however reads, records and commits interleave. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import fc from 'fast-check';
import { asPseudonym, type MovieId, type Pseudonym } from '../../domain/ids.ts';
import type { Logger } from '../../domain/ports.ts';
import type { RecordPosition } from '../../domain/position.ts';
import type { RatingRecord } from '../../domain/rating.ts';
import { MOVIES_TOPIC } from '../../domain/topics.ts';
import type { Person } from '../person.ts';
import { createStoreDouble, type StoreDouble } from '../store.double.ts';
import { ratingEvent } from './event.ts';
import { type LiveState, startLiveState } from './live-state.ts';
import { createStreamDouble, type StreamDouble } from './stream.double.ts';

const quiet: Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};

const PERSONS = ['a', 'b'].map((letter) => asPseudonym(`${letter}-pseudonym-for-a-test`));
const WAIT_MS = 1_000;

interface Fixture {
  stream: StreamDouble;
  store: StoreDouble;
  live: LiveState;
}

async function withLive(run: (fixture: Fixture) => Promise<void>): Promise<void> {
  const stream = createStreamDouble();
  const store = createStoreDouble([]);
  const live = await startLiveState({ stream, store, logger: quiet });
  try {
    await run({ stream, store, live });
  } finally {
    stream.paused = false;
    await live.close();
  }
}

function ratingRecord(
  person: Pseudonym,
  movieId: MovieId,
  rating: number | null,
  eventTime: number,
): RatingRecord {
  const user = { userId: person, ageBand: null, gender: null, occupation: null };
  const movie = { movieId, title: `Film ${movieId}`, genres: [], year: null };
  return { schemaVersion: 1, user, movie, rating, timestamp: Math.floor(eventTime / 1_000), eventTime };
}

async function produce(stream: StreamDouble, record: RatingRecord): Promise<RecordPosition> {
  const value = JSON.stringify(record);
  const [position] = await stream.produce(MOVIES_TOPIC, [{ key: record.user.userId, value }]);
  assert.ok(position !== undefined);
  return position;
}

const standing = (person: Person) =>
  [...person.history.films]
    .flatMap(([movieId, { rating }]) => (rating === null ? [] : [[movieId, rating] as const]))
    .sort(([a], [b]) => a - b);

type Step =
  | { do: 'rate'; person: number; movieId: number; rating: number | null; time: number; own: boolean }
  | { do: 'index'; limit: number }
  | { do: 'read'; person: number; meanwhile: Step[] }
  | { do: 'pause' | 'resume' | 'settle' };

const rateStep = fc.record({
  do: fc.constant('rate' as const),
  person: fc.nat(1),
  movieId: fc.integer({ min: 1, max: 3 }),
  rating: fc.option(fc.integer({ min: 1, max: 5 }), { nil: null, freq: 3 }),
  time: fc.nat(3),
  own: fc.boolean(),
});
const flatStep: fc.Arbitrary<Step> = fc.oneof(
  { arbitrary: rateStep, weight: 4 },
  {
    arbitrary: fc.record({ do: fc.constant('index' as const), limit: fc.integer({ min: 1, max: 4 }) }),
    weight: 2,
  },
  { arbitrary: fc.constantFrom<Step>({ do: 'pause' }, { do: 'resume' }, { do: 'settle' }), weight: 2 },
);
const step: fc.Arbitrary<Step> = fc.oneof(
  { arbitrary: flatStep, weight: 4 },
  {
    arbitrary: fc.record({
      do: fc.constant('read' as const),
      person: fc.nat(1),
      meanwhile: fc.array(flatStep, { maxLength: 4 }),
    }),
    weight: 2,
  },
);

interface Oracle {
  produced: { record: RatingRecord; position: RecordPosition }[];
  clock: number;
}

/** `timeOf` turns a step's `time` into an event time. */
async function play(
  { stream, store, live }: Fixture,
  oracle: Oracle,
  steps: readonly Step[],
  timeOf: (oracle: Oracle, time: number) => number,
): Promise<void> {
  for (const next of steps) {
    switch (next.do) {
      case 'rate': {
        const person = PERSONS[next.person] ?? asPseudonym('');
        const record = ratingRecord(person, next.movieId, next.rating, timeOf(oracle, next.time));
        const position = await produce(stream, record);
        oracle.produced.push({ record, position });
        if (next.own) live.accepted(position, ratingEvent(record, position.offset));
        break;
      }
      case 'index':
        await store.index(stream, next.limit);
        break;
      case 'settle':
        await settle(stream, live);
        break;
      case 'read': {
        const { meanwhile } = next;
        let played = Promise.resolve();
        store.whileReading = () => {
          store.whileReading = async () => undefined;
          played = play({ stream, store, live }, oracle, meanwhile, timeOf);
          return played;
        };
        await live.person(PERSONS[next.person] ?? asPseudonym(''));
        store.whileReading = async () => undefined;
        await played;
        break;
      }
      case 'pause':
      case 'resume':
        stream.paused = next.do === 'pause';
        break;
    }
  }
}

/** Has the live state learn all commits made so far. */
async function settle(stream: StreamDouble, live: LiveState): Promise<void> {
  const committed = await stream.committed('', [MOVIES_TOPIC]);
  const last = committed.flatMap(({ topic, partition, offset }) =>
    offset === null || offset === 0 ? [] : [{ topic, partition, offset: offset - 1 }],
  );
  await live.waitFor(last, 'index', WAIT_MS);
}

function expected({ produced }: Oracle, person: Pseudonym): (readonly [number, number])[] {
  const films = new Map<number, { rating: number | null; time: number }>();
  for (const { record } of produced) {
    const time = record.eventTime ?? 0;
    const known = films.get(record.movie.movieId);
    if (record.user.userId !== person || (known !== undefined && known.time > time)) continue;
    films.set(record.movie.movieId, { rating: record.rating, time });
  }
  return [...films]
    .flatMap(([movieId, { rating }]) => (rating === null ? [] : [[movieId, rating] as const]))
    .sort(([a], [b]) => a - b);
}

test('with time going on, the state is that of all records at any moment', async () => {
  const property = fc.asyncProperty(fc.array(step, { maxLength: 25 }), (steps) =>
    withLive(async (fixture) => {
      const oracle: Oracle = { produced: [], clock: 1_000_000 };
      await play(fixture, oracle, steps, (state, time) => {
        state.clock += time === 0 ? 0 : 1;
        return state.clock;
      });
      fixture.stream.paused = false;
      await fixture.live.waitFor(
        oracle.produced.map(({ position }) => position),
        'live',
        WAIT_MS,
      );
      for (const person of PERSONS) {
        assert.deepEqual(standing(await fixture.live.person(person)), expected(oracle, person));
      }
    }),
  );
  await fc.assert(property, { numRuns: 150, seed: 20_251, interruptAfterTimeLimit: 10_000 });
});

test('with records from the past among them, the state is right once the index has all', async () => {
  const property = fc.asyncProperty(fc.array(step, { maxLength: 20 }), (steps) =>
    withLive(async (fixture) => {
      const { stream, store, live } = fixture;
      const oracle: Oracle = { produced: [], clock: 1_000_000 };
      await play(fixture, oracle, steps, ({ clock }, time) => clock + time);
      stream.paused = false;
      const positions = oracle.produced.map(({ position }) => position);
      await live.waitFor(positions, 'live', WAIT_MS);
      await store.index(stream);
      await settle(stream, live);
      const deadline = performance.now() + WAIT_MS;
      for (const person of PERSONS) {
        const right = JSON.stringify(expected(oracle, person));
        const isRight = async () => JSON.stringify(standing(await live.person(person))) === right;
        while (!(await isRight()) && performance.now() < deadline) await delay(1);
        assert.equal(JSON.stringify(standing(await live.person(person))), right);
      }
    }),
  );
  await fc.assert(property, { numRuns: 100, seed: 20_252, interruptAfterTimeLimit: 10_000 });
});

test('another start forgets nothing, indexed or not', async () => {
  await withLive(async ({ stream, store }) => {
    const [ann = asPseudonym('')] = PERSONS;
    await produce(stream, ratingRecord(ann, 1, 5, 1_000));
    await store.index(stream);
    await produce(stream, ratingRecord(ann, 2, 4, 2_000));
    const last = await produce(stream, ratingRecord(ann, 1, null, 3_000));
    const again = await startLiveState({ stream, store, logger: quiet });
    await again.waitFor([last], 'live', WAIT_MS);
    assert.deepEqual(standing(await again.person(ann)), [[2, 4]]);
    await again.close();
  });
});

test('it reads no further ahead of the index than allowed, and goes on when the index does', async () => {
  const stream = createStreamDouble();
  const store = createStoreDouble([]);
  const live = await startLiveState({ stream, store, logger: quiet, maxPending: 10 });
  const [ann = asPseudonym('')] = PERSONS;
  for (let index = 0; index < 600; index += 1) await produce(stream, ratingRecord(ann, index + 1, 3, index));
  const last = await produce(stream, ratingRecord(ann, 1_000, 5, 1_000));
  await assert.rejects(live.waitFor([last], 'live', 100), { code: 'TIMEOUT' });
  await store.index(stream);
  await live.waitFor([last], 'live', WAIT_MS);
  assert.equal(standing(await live.person(ann)).length, 601);
  await live.close();
});

test('a store that fails is told to the caller, and asked again by the next', async () => {
  await withLive(async ({ store, live }) => {
    const [ann = asPseudonym('')] = PERSONS;
    store.whileReading = () => Promise.reject(new Error('disk gone'));
    await assert.rejects(Promise.resolve(live.person(ann)), /disk gone/);
    store.whileReading = async () => undefined;
    assert.deepEqual(standing(await live.person(ann)), []);
  });
});

test('records that break their schema pass by', async () => {
  await withLive(async ({ stream, live }) => {
    const [ann = asPseudonym('')] = PERSONS;
    const broken = ['', 'null', '{"schemaVersion":1}', '[]', '\u0000', '{"rating":'];
    await stream.produce(
      MOVIES_TOPIC,
      broken.map((value) => ({ key: ann, value })),
    );
    const last = await produce(stream, ratingRecord(ann, 1, 5, 1));
    await live.waitFor([last], 'live', WAIT_MS);
    assert.deepEqual(standing(await live.person(ann)), [[1, 5]]);
  });
});
