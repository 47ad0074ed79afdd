/** What every store owes writers: idempotence, order by version, exact totals, refusals item by item. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import type { InteractionWrite, RatingWrite, Store, Totals } from '../store.ts';
import { survivors } from './oracle.contract.ts';
import {
  index,
  type OpenEmptyStore,
  type OpenedStore,
  pseudonym,
  sampleMovie,
  samplePerson,
  sampleRating,
} from './samples.contract.ts';

const arbitraryWrite: fc.Arbitrary<RatingWrite> = fc
  .record({
    user: fc.integer({ min: 1, max: 4 }),
    movie: fc.integer({ min: 1, max: 4 }),
    rating: fc.option(
      fc.integer({ min: 1, max: 10 }).map((half) => half / 2),
      { freq: 3 },
    ),
    eventTime: fc.integer({ min: 0, max: 5 }),
  })
  .map((fields) => sampleRating(fields));

/** Writes with an offset each, so that no two versions of a document are alike. */
const arbitraryWrites = fc
  .array(arbitraryWrite, { maxLength: 60 })
  .map((writes) => writes.map((write, offset) => ({ ...write, offset })));

function interaction(fields: Partial<InteractionWrite>): InteractionWrite {
  return {
    id: 'i1',
    user: samplePerson(1),
    movieId: 1,
    type: 'click',
    eventTime: 1_000,
    offset: 0,
    ...fields,
  };
}

export function writesContract(open: OpenEmptyStore): void {
  describe('writes', () => {
    // One store for all: each test has persons and films of its own, and counts what it adds.
    let opened: OpenedStore;
    let store: Store;
    before(async () => {
      opened = await open();
      store = opened.store;
    });
    after(() => opened.dispose());

    it('keeps one document a person and film, whatever the order and repetition of its versions', async () => {
      let round = 0;
      const property = fc.asyncProperty(
        arbitraryWrites,
        fc.integer({ min: 1, max: 20 }),
        fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
        async (writes, batchSize, chance) => {
          // Each round has persons and films of its own, so that one store serves all.
          round += 1;
          const own = writes.map((write) => inRound(write, round));
          const delivered = shuffled([...own, ...own.filter((_, place) => place % 3 === 0)], chance);
          for (let from = 0; from < delivered.length; from += batchSize) {
            const failures = await store.write({ ratings: delivered.slice(from, from + batchSize) });
            assert.deepEqual(failures, []);
          }
          await store.flush();
          const expected = survivors(own);
          for (let user = 1; user <= 4; user += 1) {
            const mine = expected.filter((write) => write.user.userId === pseudonym(round * 10 + user));
            const found = await store.ratingsOf(pseudonym(round * 10 + user));
            assert.deepEqual(found, history(mine));
          }
          for (let movie = 1; movie <= 4; movie += 1) {
            const movieId = round * 10 + movie;
            const given = expected.filter((write) => write.movie.movieId === movieId);
            const summary = await store.movie(movieId);
            assert.equal(summary?.ratings ?? 0, given.length);
            assertMean(summary?.meanRating ?? null, given);
          }
        },
      );
      await fc.assert(property, { numRuns: 40, seed: 42, endOnFailure: true });
    });

    it('counts what it holds, and counts nothing twice', async () => {
      const growth = await growthOf(store);
      const ratings = [1_001, 1_002, 1_003].map((user) => sampleRating({ user, movie: 1_007 }));
      const interactions = [interaction({ id: 'counted', user: samplePerson(1_009) })];
      const movies = [{ ...sampleMovie(1_008), eventTime: 1, offset: 0 }];
      const users = [{ ...samplePerson(1_005), eventTime: 1, offset: 0 }];
      for (const _ of [1, 2])
        assert.deepEqual(await store.write({ ratings, interactions, movies, users }), []);
      await store.flush();
      assert.deepEqual(await growth(), { ratings: 3, movies: 2, users: 5, interactions: 1 });
      await index(store, [sampleRating({ user: 1_002, movie: 1_007, rating: null, offset: 1 })]);
      assert.deepEqual(await growth(), { ratings: 2, movies: 2, users: 5, interactions: 1 });
    });

    it('does not bring a rating back when its older version comes late', async () => {
      await index(store, [sampleRating({ user: 1_101, rating: null, eventTime: 2_000 })]);
      await index(store, [sampleRating({ user: 1_101, rating: 4, eventTime: 1_000, offset: 9 })]);
      assert.equal(await store.rating(pseudonym(1_101), 1), null);
      await index(store, [sampleRating({ user: 1_101, rating: 2, eventTime: 2_000, offset: 1 })]);
      assert.equal((await store.rating(pseudonym(1_101), 1))?.rating, 2);
    });

    it('refuses an item that is no document, with its place and reason, and writes the rest', async () => {
      const growth = await growthOf(store);
      const bad: RatingWrite[] = [
        sampleRating({ rating: Number.NaN, offset: 1 }),
        sampleRating({ movie: { ...sampleMovie(2), movieId: 2 ** 40 } }),
        sampleRating({ timestamp: 1.5, formatted_date: '01-01-1970 00:00:01' }),
        sampleRating({ eventTime: Number.POSITIVE_INFINITY }),
        sampleRating({ movie: { ...sampleMovie(3), title: '' } }),
      ];
      const good = sampleRating({ user: 1_201 });
      const failures = await store.write({
        ratings: [...bad, good],
        interactions: [interaction({ id: '' })],
      });
      await store.flush();
      assert.deepEqual(
        failures.map(({ list, item, retryable }) => ({ list, item, retryable })),
        [
          ...bad.map((_, item) => ({ list: 'ratings', item, retryable: false })),
          { list: 'interactions', item: 0, retryable: false },
        ],
      );
      assert.ok(failures.every(({ reason }) => reason.length > 0));
      assert.equal((await growth()).ratings, 1);
      assert.equal((await store.rating(pseudonym(1_201), 1))?.rating, good.rating);
    });

    it('takes the latest words of a film and of a person', async () => {
      const renamed = { ...sampleMovie(1_301), title: 'Another title', genres: ['Drama', 'War'] };
      const moved = { ...samplePerson(1_301), occupation: 'gardener' };
      await index(store, [sampleRating({ movie: renamed, user: moved, eventTime: 2_000 })]);
      await index(store, [sampleRating({ movie: 1_301, user: 1_301, eventTime: 1_000 })]);
      const { title, genres } = (await store.movie(1_301)) ?? {};
      assert.deepEqual({ title, genres }, { title: 'Another title', genres: ['Drama', 'War'] });
      assert.equal((await store.user(pseudonym(1_301)))?.occupation, 'gardener');
    });

    it('moves the catalogue version when a film is added or changed, and only then', async () => {
      const before = await store.catalogueVersion();
      await index(store, [sampleRating({ movie: 1_401 })]);
      const added = await store.catalogueVersion();
      assert.ok(added > before);
      await index(store, [sampleRating({ movie: 1_401, user: 2, eventTime: 2_000_000_000_000 })]);
      assert.equal(await store.catalogueVersion(), added);
      const renamed = { ...sampleMovie(1_401), title: 'Renamed', eventTime: 3_000_000_000_000, offset: 0 };
      assert.deepEqual(await store.write({ movies: [renamed] }), []);
      await store.flush();
      assert.ok((await store.catalogueVersion()) > added);
    });

    it('keeps an interaction once, and gives a person theirs, latest first', async () => {
      const shown = interaction({
        id: 'i2',
        type: 'impression',
        eventTime: 3_000,
        recommendationId: 'r',
        position: 4,
      });
      const interactions = [
        interaction({}),
        shown,
        interaction({ id: 'i3', type: 'hide', eventTime: 2_000 }),
      ];
      for (const _ of [1, 2]) assert.deepEqual(await store.write({ interactions }), []);
      await store.flush();
      const { offset: __, ...document } = shown;
      const found = await store.interactionsOf(pseudonym(1), ['impression', 'click']);
      assert.deepEqual(
        found.map(({ id }) => id),
        ['i2', 'i1'],
      );
      assert.deepEqual(found[0], document);
      assert.deepEqual(await store.interactionsOf(pseudonym(1_502), ['click']), []);
    });

    it('scans the interactions of the types asked for, each once, in blocks', async () => {
      const count = 10_000;
      const interactions = Array.from({ length: count }, (_, place) =>
        interaction({
          id: `scanned-${place}`,
          user: samplePerson(1_600 + (place % 7)),
          movieId: 1 + (place % 50),
          type: place % 2 === 0 ? 'like' : 'impression',
          eventTime: 1_000_000 + place,
        }),
      );
      assert.deepEqual(await store.write({ interactions }), []);
      await store.flush();
      for await (const _block of store.scanInteractions(['like'])) break;
      const scanned: string[] = [];
      for await (const { users, movies, types, eventTimes } of store.scanInteractions(['like', 'hide'])) {
        for (const [place, type] of types.entries()) {
          scanned.push(`${users[place]} ${movies[place]} ${type} ${eventTimes[place]}`);
        }
      }
      const expected = interactions
        .filter(({ type }) => type === 'like')
        .map(({ user, movieId, type, eventTime }) => `${user.userId} ${movieId} ${type} ${eventTime}`);
      const known = new Set(expected);
      assert.deepEqual(scanned.filter((line) => known.has(line)).sort(), expected.sort());
      assert.ok(scanned.every((line) => !line.includes('impression')));
    });

    it('scans the interactions with films that an answer had shown, by what its id begins with', async () => {
      const shown = (place: number, recommendationId: string, type: 'impression' | 'click' | 'like') =>
        interaction({
          id: `shown-${place}`,
          user: samplePerson(1_650 + place),
          movieId: 60 + place,
          type,
          eventTime: 2_000_000 + place,
          recommendationId,
        });
      const interactions = [
        shown(0, 'rows~control~1', 'impression'),
        shown(1, 'rows~variant~2', 'click'),
        shown(2, 'rows~variant~2', 'like'),
        shown(3, 'rows-2~control~3', 'click'),
        shown(4, 'ROWS~control~4', 'click'),
        interaction({ id: 'shown-by-none', type: 'click', eventTime: 2_000_010 }),
      ];
      assert.deepEqual(await store.write({ interactions }), []);
      await store.flush();
      const scanned: string[] = [];
      for await (const block of store.scanShown(['impression', 'click'], 'rows~')) {
        for (const [row, id] of block.recommendationIds.entries()) {
          scanned.push(
            [block.users[row], block.movies[row], block.types[row], block.eventTimes[row], id].join(),
          );
        }
      }
      const expected = interactions
        .slice(0, 2)
        .map((each) =>
          [each.user.userId, each.movieId, each.type, each.eventTime, each.recommendationId].join(),
        );
      assert.deepEqual(scanned.sort(), expected.sort());
      for await (const _block of store.scanShown(['click'], 'nothing~')) assert.fail('nothing was shown so');
    });

    it('drops interactions of some types from before a moment, counts them, and takes late ones in again', async () => {
      const old = (place: number, type: 'impression' | 'view' | 'like', eventTime: number) =>
        interaction({
          id: `old-${String(place).padStart(4, '0')}`,
          user: samplePerson(1_700 + (place % 3)),
          movieId: 70,
          type,
          eventTime,
        });
      const impressions = Array.from({ length: 900 }, (_, place) =>
        old(place, 'impression', place < 850 ? 100 + place : 5_000),
      );
      const views = [old(901, 'view', 100), old(902, 'like', 100)];
      assert.deepEqual(await store.write({ interactions: [...impressions, ...views] }), []);
      await store.flush();
      const query = { types: ['impression', 'click'], before: 950 } as const;
      const { interactions: before } = await store.totals();
      assert.equal(await store.countInteractions(query), 850);
      assert.equal(await store.countInteractions({ types: [], before: 950 }), 0);
      assert.equal(await store.dropInteractions(query), 850);
      assert.equal(await store.countInteractions(query), 0);
      assert.equal(await store.dropInteractions(query), 0);
      assert.equal((await store.totals()).interactions, before - 850);
      const left = await store.interactionsOf(pseudonym(1_701), ['impression', 'view', 'like']);
      assert.ok(left.some(({ type }) => type === 'view'));
      assert.ok(left.every(({ type, eventTime }) => type !== 'impression' || eventTime === 5_000));
      assert.deepEqual(await store.write({ interactions: [old(0, 'impression', 100)] }), []);
      await store.flush();
      assert.equal(await store.countInteractions(query), 1);
    });

    it('scans everybody, each once, in blocks', async () => {
      const everybody = Array.from({ length: 2_500 }, (_, place) => samplePerson(20_000 + place));
      assert.deepEqual(
        await store.write({ users: everybody.map((user) => ({ ...user, eventTime: 1, offset: 0 })) }),
        [],
      );
      await store.flush();
      const scanned: string[] = [];
      for await (const block of store.scanUsers()) scanned.push(...block);
      assert.equal(scanned.length, (await store.totals()).users);
      const known = new Set(scanned);
      assert.equal(known.size, scanned.length);
      assert.ok(everybody.every(({ userId }) => known.has(userId)));
    });

    it('belongs to one key and one data set', async () => {
      const identity = { keyFingerprint: 'key-1', dataSet: 'ml-100k 4f2c' };
      await store.claim(identity);
      await store.claim(identity);
      const conflict = { name: 'MatineeError', code: 'CONFLICT' };
      await assert.rejects(store.claim({ ...identity, keyFingerprint: 'key-2' }), {
        ...conflict,
        message: /key-1.*key-2/,
      });
      await assert.rejects(store.claim({ ...identity, dataSet: 'other' }), {
        ...conflict,
        message: /ml-100k 4f2c.*other/,
      });
      await assert.rejects(store.claim({ ...identity, dataSet: 'other' }), { hint: /home/ });
    });
  });
}

/** Gives what the totals have grown by since now, each time it is asked. */
async function growthOf(store: Store): Promise<() => Promise<Totals>> {
  const before = await store.totals();
  return async () => {
    const { ratings, movies, users, interactions } = await store.totals();
    return {
      ratings: ratings - before.ratings,
      movies: movies - before.movies,
      users: users - before.users,
      interactions: interactions - before.interactions,
    };
  };
}

function inRound(write: RatingWrite, round: number): RatingWrite {
  const user = round * 10 + Number(write.user.userId.split('-').at(-1));
  return { ...write, user: samplePerson(user), movie: sampleMovie(round * 10 + write.movie.movieId) };
}

function shuffled<Item>(items: readonly Item[], chance: Iterator<number>): Item[] {
  const drawn = items.map((item) => ({ item, at: Number(chance.next().value) }));
  return drawn.sort((a, b) => a.at - b.at).map(({ item }) => item);
}

function history(writes: readonly RatingWrite[]) {
  return writes
    .toSorted((a, b) => b.eventTime - a.eventTime || b.offset - a.offset)
    .map(({ movie, rating, timestamp, eventTime, offset }) => ({
      movieId: movie.movieId,
      rating,
      timestamp,
      version: { eventTime, offset },
    }));
}

function assertMean(mean: number | null, writes: readonly RatingWrite[]): void {
  const sum = writes.reduce((total, { rating }) => total + (rating ?? 0), 0);
  const expected = writes.length === 0 ? null : (sum / writes.length).toFixed(6);
  assert.equal(mean?.toFixed(6) ?? null, expected);
}
