import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createLearning } from '../model/als/learning.ts';
import { createCatalogue } from './catalogue.ts';
import { applyRating, applyVerdict, emptyHistory } from './history.ts';
import { createModelDouble } from './model.double.ts';
import { createPerson } from './person.ts';
import { questionsFor } from './questions.ts';
import { createServing } from './served-model.ts';

/** Films 1 and 2 are alike, 3 is unlike both; 4 says nothing; 5 is known to nobody; 6 is unknown to the model. */
const places = new Map([
  [1, [2, 0]],
  [2, [1.9, 0]],
  [3, [0, 1]],
  [4, [0, 0]],
  [5, [3, 3]],
] as const);
const catalogue = createCatalogue(
  [1, 2, 3, 4, 5, 6].map((movieId) => ({
    movieId,
    title: `Film ${movieId}`,
    genres: [],
    year: null,
    ratings: movieId === 5 ? 0 : 100,
    meanRating: 3,
  })),
);

function servingWith(informed: boolean) {
  const ranking = createModelDouble(places, 'ranking');
  const factors = Float64Array.from([...places.values()].flat());
  const learningFrom = () => createLearning(Float64Array.of(1, 0, 0, 1), factors, 2, 1);
  return createServing(catalogue, {
    version: 'v1',
    rating: createModelDouble(places, 'rating'),
    ranking: informed ? { ...ranking, learningFrom } : ranking,
  });
}
const ids = (films: readonly { movieId: number }[]) => films.map(({ movieId }) => movieId);

describe('questions to somebody', () => {
  it('ask for what says most, and not twice for the same', () => {
    const { strategy, films } = questionsFor(servingWith(true), createPerson(emptyHistory()), { n: 3 });
    assert.equal(strategy, 'information');
    assert.deepEqual(ids(films), [1, 3, 2], 'film 2 says little once film 1 is known');
  });

  it('leave out what is rated, set aside or not known to the person', () => {
    const history = emptyHistory();
    applyRating(history, 1, { rating: 4, eventTime: 1, offset: 0 });
    applyVerdict(history, 3, { type: 'hide', eventTime: 1 });
    const { films } = questionsFor(servingWith(true), createPerson(history), { n: 9, deny: new Set([2]) });
    assert.deepEqual(ids(films), [4, 5]);
  });

  it('are the films with the most ratings where no model can tell', () => {
    const { strategy, films } = questionsFor(servingWith(false), createPerson(emptyHistory()), { n: 2 });
    assert.deepEqual([strategy, ids(films)], ['popular', [1, 2]]);
    const without = questionsFor(createServing(catalogue, null), createPerson(emptyHistory()), { n: 1 });
    assert.deepEqual([without.strategy, ids(without.films)], ['popular', [1]]);
  });
});
