/** Everybody once, in the order of their pseudonyms, and an end when one is asked for. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asPseudonym } from '../domain/ids.ts';
import type { Progress } from '../domain/ports.ts';
import type { RatingColumns, Store } from '../store/store.ts';
import { type PersonRecommendations, recommendToAll } from './recommend-all.ts';

const people = Array.from({ length: 50 }, (_, k) => asPseudonym(`person-${k}`.padEnd(20, '_')));

/** Two blocks, latest people first, each person rating film 1 by their number. */
const store: Pick<Store, 'ratingsOf' | 'interactionsOf' | 'scanRatings'> = {
  async *scanRatings(): AsyncGenerator<RatingColumns> {
    for (const block of [people.slice(20), people.slice(0, 25)].map((part) => part.toReversed())) {
      const zeros = new Float64Array(block.length);
      yield {
        users: block,
        movies: Int32Array.from(zeros),
        ratings: Float32Array.from(zeros),
        timestamps: zeros,
      };
    }
  },
  ratingsOf: async (person) => [
    { movieId: 1, rating: people.indexOf(person), timestamp: 0, version: { eventTime: 0, offset: 0 } },
  ],
  interactionsOf: async () => [],
};

/** Answers with what it was told of the person, in the name of the strategy. */
const recommender: Parameters<typeof recommendToAll>[0]['recommender'] = {
  forPerson: ({ history }) => ({
    strategy: `rated ${history.films.get(1)?.rating}`,
    modelVersion: 'v1',
    films: [],
  }),
};

async function collect(all: AsyncIterable<PersonRecommendations>): Promise<PersonRecommendations[]> {
  const collected: PersonRecommendations[] = [];
  for await (const one of all) collected.push(one);
  return collected;
}

test('everybody once, each by their own history, with how far it is', async () => {
  const shown: Progress[] = [];
  const query = { n: 3 };
  const all = await collect(
    recommendToAll({ store, recommender, query, onProgress: (progress) => shown.push(progress) }),
  );
  assert.deepEqual(
    all.map(({ person }) => person),
    people.toSorted(),
  );
  for (const { person, strategy } of all) assert.equal(strategy, `rated ${people.indexOf(person)}`);
  assert.deepEqual(shown.at(-1), { done: 50, total: 50 });
});

test('ends where it is asked to', async () => {
  const stop = new AbortController();
  const seen: string[] = [];
  await assert.rejects(
    async () => {
      for await (const { person } of recommendToAll({
        store,
        recommender,
        query: { n: 3 },
        signal: stop.signal,
      })) {
        if (seen.push(person) === 7) stop.abort();
      }
    },
    { code: 'CANCELLED' },
  );
  assert.equal(seen.length, 7);
});

test('a store that cannot be read is said', async () => {
  const broken = { ...store, interactionsOf: () => Promise.reject(new Error('gone')) };
  const all = recommendToAll({ store: broken, recommender, query: { n: 3 } });
  await assert.rejects(collect(all), /gone/);
});
