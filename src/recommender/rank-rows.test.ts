/** The best rows of a model, whatever is excluded and however the catalogue and the model's films differ. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { PersonFactors } from '../model/model.ts';
import type { MovieSummary } from '../store/store.ts';
import { createCatalogue } from './catalogue.ts';
import { createModelDouble } from './model.double.ts';
import { rankRows } from './rank-rows.ts';
import { createRowSet, hasRow } from './row-set.ts';

const film = (movieId: number): MovieSummary => ({
  movieId,
  title: `Film ${movieId}`,
  genres: [],
  year: null,
  ratings: 1,
  meanRating: 3,
});
const person: PersonFactors = { factors: Float64Array.of(1, 0.5), bias: 0 };
const ids = fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { maxLength: 40 });

test('rows come by score, without those marked, without films that only one side has', () => {
  fc.assert(
    fc.property(
      ids,
      ids,
      fc.array(fc.boolean(), { minLength: 40, maxLength: 40 }),
      fc.nat({ max: 45 }),
      (inCatalogue, inModel, marks, n) => {
        const catalogue = createCatalogue(inCatalogue.map(film));
        const places = inModel.map(
          (id) => [id, [Math.sin(id) * 2, Math.round(Math.cos(id))] as const] as const,
        );
        const model = createModelDouble(new Map(places), 'ranking');
        const excluded = createRowSet(
          catalogue.movies.length,
          catalogue.movies.keys().filter((row) => marks[row] === true),
        );
        const { topRows, rankingScore } = rankRows(catalogue, model);
        const expected = catalogue.movies
          .map(({ movieId }, row) => ({ row, movieId, score: rankingScore(person, row) }))
          .filter(({ row, movieId }) => !hasRow(excluded, row) && inModel.includes(movieId))
          .sort((a, b) => b.score - a.score || a.movieId - b.movieId)
          .slice(0, n)
          .map(({ row }) => row);
        assert.deepEqual(topRows(person, n, excluded), expected);
        for (const { movieId } of catalogue.movies) {
          const row = catalogue.rowOf(movieId) ?? -1;
          assert.equal(Number.isNaN(rankingScore(person, row)), !inModel.includes(movieId));
        }
      },
    ),
    { numRuns: 200, seed: 7 },
  );
});
