/** Whatever step a consumer dies at, and however often, the index ends as if it had not. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { append, createTestFlow, drain, type TestFlow } from '../../test/consumer-run.ts';
import { openDeadLetters } from './dead-letters.ts';
import { aRating, pseudonymOf } from './testing/records.ts';

/** The flow with a consumer's every step counted, dying at those given: before its effect or right behind it. */
function dying(flow: TestFlow, deaths: readonly { step: number; behind: boolean }[]) {
  let steps = 0;
  const killed = new Error('killed');
  async function step<T>(effect: () => Promise<T>): Promise<T> {
    const death = deaths.find((one) => one.step === steps);
    steps++;
    if (death?.behind === false) throw killed;
    const result = await effect();
    if (death !== undefined) throw killed;
    return result;
  }
  const stream: TestFlow['stream'] = {
    ...flow.stream,
    produce: (...batch) => step(() => flow.stream.produce(...batch)),
    async subscribe(options) {
      const consumer = await flow.stream.subscribe(options);
      return {
        ...consumer,
        poll: (limits) => step(() => consumer.poll(limits)),
        commit: (positions) => step(() => consumer.commit(positions)),
      };
    },
  };
  const store: TestFlow['store'] = {
    ...flow.store,
    write: (batch) => step(() => flow.store.write(batch)),
    flush: () => step(() => flow.store.flush()),
  };
  return { stream, store };
}

test('dying at any steps loses nothing and repeats nothing visible', async () => {
  const deaths = fc.array(fc.record({ step: fc.nat({ max: 60 }), behind: fc.boolean() }), { maxLength: 6 });
  const event = fc.record({
    person: fc.nat({ max: 4 }),
    film: fc.integer({ min: 1, max: 4 }),
    rating: fc.constantFrom(1, 5, null, 9),
    second: fc.nat({ max: 3 }),
  });
  await fc.assert(
    fc.asyncProperty(deaths, fc.array(event, { minLength: 1, maxLength: 40 }), async (at, events) => {
      const records = events.map(({ person, film, rating, second }) =>
        aRating({
          user: { ...aRating().user, userId: pseudonymOf(person) },
          movie: { ...aRating().movie, movieId: film },
          rating,
          timestamp: 880_000_000 + second,
        }),
      );
      const [smooth, rough] = [await createTestFlow(), await createTestFlow()];
      for (const flow of [smooth, rough]) await append(flow, 'movies', ...records);
      await drain(smooth, { batchSize: 4 });
      const faulty = dying(rough, at);
      for (let lives = 0; lives <= at.length; lives++) {
        await drain({ ...rough, ...faulty }, { batchSize: 4 }).catch(() => undefined);
      }
      await drain(rough, { batchSize: 4 });
      assert.deepEqual(rough.store.ratings, smooth.store.ratings);
      const [expected, letters] = [openDeadLetters(smooth.stream), openDeadLetters(rough.stream)];
      const idsOf = async (dead: typeof letters) => (await dead.list()).map(({ id }) => id).sort();
      assert.deepEqual(await idsOf(letters), await idsOf(expected));
    }),
    { seed: 1, numRuns: 60 },
  );
});
