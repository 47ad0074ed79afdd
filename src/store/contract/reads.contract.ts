/** What every store owes readers: documents as they were written, and nothing where nothing is. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Store } from '../store.ts';
import {
  index,
  type OpenEmptyStore,
  type OpenedStore,
  pseudonym,
  sampleMovie,
  samplePerson,
  sampleRating,
  scannedRatings,
  withStore,
} from './samples.contract.ts';

export function readsContract(open: OpenEmptyStore): void {
  describe('an empty index', () => {
    it('gives null or nothing, whatever is asked', async () => {
      await withStore(open, async (store) => {
        assert.equal(await store.rating(pseudonym(1), 1), null);
        assert.equal(await store.user(pseudonym(1)), null);
        assert.equal(await store.movie(1), null);
        assert.deepEqual(await store.ratingsOf(pseudonym(1)), []);
        assert.deepEqual(await store.catalogue(), []);
        assert.deepEqual(await store.totals(), { ratings: 0, movies: 0, users: 0, interactions: 0 });
        assert.deepEqual(await store.aggregate({ groupBy: { kind: 'weekday' } }), []);
        assert.deepEqual(await scannedRatings(store), []);
        for await (const block of store.scanUsers()) assert.fail(`${block.length} persons`);
      });
    });
  });

  describe('reads', () => {
    const rating = sampleRating({ movie: 7, timestamp: 878_542_420 });
    const silent = { ...sampleMovie(9), year: null, genres: [], eventTime: 1, offset: 0 };
    let opened: OpenedStore;
    let store: Store;
    before(async () => {
      opened = await open();
      store = opened.store;
      assert.deepEqual(await store.write({ movies: [silent] }), []);
      await index(store, [rating, sampleRating({ movie: 2 })]);
    });
    after(() => opened.dispose());

    it('give a document as it was written', async () => {
      const { eventTime: _, offset: __, ...document } = rating;
      assert.deepEqual(await store.rating(pseudonym(1), 7), document);
      assert.equal(document.formatted_date, '03-11-1997 07:33:40');
      assert.deepEqual(await store.user(pseudonym(1)), samplePerson(1));
      assert.deepEqual(await store.movie(7), { ...sampleMovie(7), ratings: 1, meanRating: 3.5 });
    });

    it('give films in the order asked for, and the catalogue by id', async () => {
      const ids = (films: readonly { movieId: number }[]) => films.map(({ movieId }) => movieId);
      assert.deepEqual(ids(await store.movies([7, 404, 9, 2])), [7, 9, 2]);
      const catalogue = await store.catalogue();
      assert.deepEqual(ids(catalogue), [2, 7, 9]);
      const { eventTime: _, offset: __, ...movie } = silent;
      assert.deepEqual(catalogue[2], { ...movie, ratings: 0, meanRating: null });
    });
  });
}
