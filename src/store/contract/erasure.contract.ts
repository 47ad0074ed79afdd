/** What every store owes a person who is erased: everything of them is gone, and nothing of them comes back. */
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import type { InteractionWrite, Store } from '../store.ts';
import {
  index,
  type OpenEmptyStore,
  type OpenedStore,
  pseudonym,
  samplePerson,
  sampleRating,
  scannedRatings,
} from './samples.contract.ts';

/** The suppression key of a store that is opened without one. */
const NO_KEY = new Uint8Array(32);

function interactionOf(user: number, id: string): InteractionWrite {
  return { id, user: samplePerson(user), movieId: 1, type: 'like', eventTime: 1_000, offset: 0 };
}

export function erasureContract(open: OpenEmptyStore): void {
  describe('erasing a person', () => {
    let opened: OpenedStore;
    let store: Store;
    before(async () => {
      opened = await open();
      store = opened.store;
    });
    after(() => opened.dispose());

    /** Everything that a store can say of a person. */
    async function knownOf(user: number) {
      const id = pseudonym(user);
      const scanned = (await scannedRatings(store)).filter((rating) => JSON.stringify(rating).includes(id));
      const byPerson = await store.aggregate({
        groupBy: { kind: 'terms', field: 'user.userId', size: 10_000, orderBy: 'key' },
      });
      return {
        user: await store.user(id),
        ratings: await store.ratingsOf(id),
        interactions: await store.interactionsOf(id, ['like', 'click']),
        scanned,
        bucket: byPerson.filter(({ key }) => key === id),
      };
    }
    const NOTHING = { user: null, ratings: [], interactions: [], scanned: [], bucket: [] };

    it('takes out all of them and nothing of anybody else, to the last count', async () => {
      const others = [sampleRating({ user: 2, movie: 1, rating: 2 }), sampleRating({ user: 2, movie: 2 })];
      await index(store, others);
      assert.deepEqual(await store.write({ interactions: [interactionOf(2, 'theirs')] }), []);
      const [totals, films, kept] = [await store.totals(), await store.catalogue(), await knownOf(2)];
      const own = Array.from({ length: 1_000 }, (_, n) => sampleRating({ user: 1, movie: n + 1, rating: 5 }));
      await index(store, [...own, sampleRating({ user: 1, movie: 3_000, rating: null })]);
      const interactions = Array.from({ length: 900 }, (_, n) => interactionOf(1, `own-${n}`));
      assert.deepEqual(await store.write({ interactions }), []);
      const before = await store.erasures();
      assert.deepEqual(await store.erasePerson(pseudonym(1)), {
        ratings: 1_000,
        interactions: 900,
        users: 1,
      });
      assert.deepEqual(await knownOf(1), NOTHING);
      assert.deepEqual(await knownOf(2), kept);
      const { movies: _, ...counts } = await store.totals();
      assert.deepEqual({ ...counts, movies: totals.movies }, totals);
      for (const film of films) assert.deepEqual(await store.movie(film.movieId), film);
      const { results } = await store.searchMovies({ query: 'film number 1', page: 1, perPage: 1 });
      assert.equal(results[0]?.ratings, 1);
      assert.equal(await store.erasures(), before + 1);
    });

    it('lets nothing of them in again, and everything of others', async () => {
      await index(store, [sampleRating({ user: 11 })]);
      await store.erasePerson(pseudonym(11));
      const totals = await store.totals();
      const late = { ...sampleRating({ user: 11, eventTime: 4_000_000_000_000 }), rating: 4 };
      await index(store, [late]);
      assert.deepEqual(await store.write({ interactions: [interactionOf(11, 'late')] }), []);
      assert.deepEqual(
        await store.write({ users: [{ ...samplePerson(11), eventTime: 5_000, offset: 1 }] }),
        [],
      );
      assert.deepEqual(await knownOf(11), NOTHING);
      assert.deepEqual(await store.totals(), totals);
      await index(store, [sampleRating({ user: 12 })]);
      assert.equal((await store.ratingsOf(pseudonym(12))).length, 1);
    });

    it('changes nothing the second time, and keeps somebody never seen from ever coming', async () => {
      const erasures = await store.erasures();
      const nothing = { ratings: 0, interactions: 0, users: 0 };
      assert.deepEqual(await store.erasePerson(pseudonym(11)), nothing);
      assert.deepEqual(await store.erasePerson(pseudonym(13)), nothing);
      assert.equal(await store.erasures(), erasures, 'no model has seen them');
      await index(store, [sampleRating({ user: 13 })]);
      assert.deepEqual(await knownOf(13), NOTHING);
    });

    it('takes out by digest whom an older state has brought back', async () => {
      await index(store, [sampleRating({ user: 21 }), sampleRating({ user: 22 })]);
      const digest = createHmac('sha256', NO_KEY).update(pseudonym(21)).digest();
      assert.equal(await store.eraseDigests([digest, Buffer.alloc(32, 1)]), 1);
      assert.deepEqual(await knownOf(21), NOTHING);
      await index(store, [sampleRating({ user: 21 })]);
      assert.deepEqual(await knownOf(21), NOTHING);
      assert.equal((await store.ratingsOf(pseudonym(22))).length, 1);
    });

    it('keeps them out while they are being written', async () => {
      const loads = Array.from({ length: 20 }, (_, batch) =>
        store.write({
          ratings: Array.from({ length: 50 }, (__, n) =>
            sampleRating({ user: 31, movie: batch * 50 + n + 1 }),
          ),
        }),
      );
      const erased = store.erasePerson(pseudonym(31));
      await Promise.all([...loads, erased]);
      assert.deepEqual(await knownOf(31), NOTHING);
    });
  });
}
