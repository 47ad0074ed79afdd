/** What every store owes readers of single documents. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  index,
  type OpenEmptyStore,
  pseudonym,
  sampleMovie,
  samplePerson,
  sampleRating,
  withStore,
} from './samples.contract.ts';

export function readsContract(open: OpenEmptyStore): void {
  describe('reads', () => {
    it('gives a document as it was written', async () => {
      await withStore(open, async (store) => {
        const { eventTime: _, offset: __, ...document } = sampleRating({ timestamp: 878_542_420 });
        await index(store, [sampleRating({ timestamp: 878_542_420 })]);
        assert.deepEqual(await store.rating(pseudonym(1), 1), document);
        assert.equal(document.formatted_date, '03-11-1997 07:33:40');
        assert.deepEqual(await store.user(pseudonym(1)), samplePerson(1));
        assert.deepEqual(await store.movie(1), { ...sampleMovie(1), ratings: 1, meanRating: 3.5 });
      });
    });

    it('gives null or nothing for what is not there', async () => {
      await withStore(open, async (store) => {
        assert.equal(await store.rating(pseudonym(1), 1), null);
        assert.equal(await store.user(pseudonym(1)), null);
        assert.equal(await store.movie(1), null);
        assert.deepEqual(await store.ratingsOf(pseudonym(1)), []);
        assert.deepEqual(await store.catalogue(), []);
        assert.deepEqual(await store.totals(), { ratings: 0, movies: 0, users: 0, interactions: 0 });
      });
    });

    it('gives films in the order asked for, and the catalogue by id', async () => {
      await withStore(open, async (store) => {
        const silent = { ...sampleMovie(9), year: null, genres: [], eventTime: 1, offset: 0 };
        assert.deepEqual(await store.write({ movies: [silent] }), []);
        await index(store, [sampleRating({ movie: 7 }), sampleRating({ movie: 2 })]);
        const ids = (films: readonly { movieId: number }[]) => films.map(({ movieId }) => movieId);
        assert.deepEqual(ids(await store.movies([7, 404, 9, 2])), [7, 9, 2]);
        const catalogue = await store.catalogue();
        assert.deepEqual(ids(catalogue), [2, 7, 9]);
        const { eventTime: _, offset: __, ...movie } = silent;
        assert.deepEqual(catalogue[2], { ...movie, ratings: 0, meanRating: null });
      });
    });
  });
}
