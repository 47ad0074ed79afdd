/** Similar films by the cluster's own search among the factors: those that the model finds, with the same cosines. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { createSimilarItems, directionsOf } from '../../src/model/similar-items.ts';
import { elasticsearchSkip, openEmptyElasticsearchStore } from './elasticsearch.ts';

const FILMS = 1_000;
const RANK = 48;
const ASKED = 20;
const LIMIT = 10;
/** Cosines in single precision beside those in double precision. */
const ROUNDING = 1e-6;
/** The share of the films alike that the graph has to find. */
const RECALL = 0.98;

/** Factors in some forty clusters, as films come in kinds; deterministic. */
function someFactors(seed: number): Float64Array {
  const wave = (n: number) => Math.sin(n * 12.9898 + seed) * 43_758.5453;
  const noise = (n: number) => wave(n) - Math.floor(wave(n)) - 0.5;
  return Float64Array.from({ length: FILMS * RANK }, (_, at) => {
    const [film, k] = [Math.floor(at / RANK), at % RANK];
    return film === FILMS - 1 ? 0 : noise((film % 40) * RANK + k + 1e6) + 0.5 * noise(at);
  });
}

describe('similar films on Elasticsearch', { skip: elasticsearchSkip }, () => {
  let opened: Awaited<ReturnType<typeof openEmptyElasticsearchStore>>;
  before(async () => {
    opened = await openEmptyElasticsearchStore();
  });
  after(() => opened.dispose());
  const movieIds = Array.from({ length: FILMS }, (_, item) => item + 1);
  const publish = (version: string, factors: Float64Array) =>
    opened.store.publishFactors({ version, movieIds, ...directionsOf(factors, RANK, RANK) });
  const factors = someFactors(1);
  const similar = createSimilarItems(factors, RANK, RANK);
  const expected = (movieId: number) =>
    similar(movieId - 1, LIMIT).map(({ item, score }) => ({ movieId: item + 1, similarity: score }));

  test('none are published at first, which is said', async () => {
    const asking = opened.store.nearestFilms({ movieId: 1, limit: LIMIT });
    await assert.rejects(asking, { code: 'NOT_FOUND', message: /no factors are published/ });
  });

  test('compared with every film they are the films of the model, in its order', async () => {
    assert.equal(await publish('20260101T000000000Z-first', factors), true);
    assert.equal(await publish('20260101T000000000Z-first', factors), false, 'they are there already');
    for (let movieId = 1; movieId <= ASKED; movieId++) {
      const { version, films } = await opened.store.nearestFilms({ movieId, limit: LIMIT, exact: true });
      assert.equal(version, '20260101T000000000Z-first');
      const wanted = expected(movieId);
      for (const [place, { similarity }] of films.entries())
        assert.ok(Math.abs(similarity - (wanted[place]?.similarity ?? 0)) < ROUNDING);
      assert.deepEqual(
        films.map((film) => film.movieId),
        wanted.map((film) => film.movieId),
      );
    }
  });

  test(`through the graph at least ${RECALL} of them are found, each with its cosine`, async () => {
    let found = 0;
    for (let movieId = 1; movieId <= ASKED; movieId++) {
      const { films } = await opened.store.nearestFilms({ movieId, limit: LIMIT });
      assert.equal(films.length, LIMIT);
      const wanted = new Map(expected(movieId).map((film) => [film.movieId, film.similarity]));
      for (const film of films) {
        const cosine = wanted.get(film.movieId);
        if (cosine === undefined) continue;
        found += 1;
        assert.ok(Math.abs(film.similarity - cosine) < ROUNDING);
      }
    }
    assert.ok(found >= RECALL * ASKED * LIMIT, `${found} of ${ASKED * LIMIT}`);
  });

  test('a film without factors is near to none; another version takes the place of the first', async () => {
    const without = opened.store.nearestFilms({ movieId: FILMS, limit: LIMIT });
    await assert.rejects(without, { code: 'NOT_FOUND', message: new RegExp(`Film ${FILMS} has no factors`) });
    await publish('20260102T000000000Z-second', someFactors(2));
    const { version } = await opened.store.nearestFilms({ movieId: 1, limit: 1 });
    assert.equal(version, '20260102T000000000Z-second');
    const left = await opened.client.indices.get({ index: `${opened.options.indexPrefix}item_factors-*` });
    assert.equal(Object.keys(left).length, 1);
  });
});
