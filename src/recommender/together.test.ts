import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createCatalogue } from './catalogue.ts';
import { applyRating, applyVerdict, emptyHistory } from './history.ts';
import { createModelDouble } from './model.double.ts';
import { createPerson } from './person.ts';
import { createServing } from './served-model.ts';
import { recommendTogether } from './together.ts';

/** Films on a quarter of a circle: the first are for one person, the last for the other, the middle is for both. */
const FILMS = 21;
const angle = (index: number) => (index / (FILMS - 1)) * (Math.PI / 2);
const places = new Map(
  Array.from({ length: FILMS }, (_, index) => [
    index + 1,
    [Math.cos(angle(index)), Math.sin(angle(index))] as const,
  ]),
);
const catalogue = createCatalogue(
  Array.from({ length: FILMS }, (_, index) => ({
    movieId: index + 1,
    title: `Film ${index + 1}`,
    genres: ['Drama'],
    year: 1990,
    ratings: 10,
    meanRating: 3,
  })),
);
const serving = createServing(catalogue, {
  version: 'v1',
  rating: createModelDouble(places, 'rating'),
  ranking: createModelDouble(places, 'ranking'),
});
const SCALE = { minimum: 1, maximum: 5 };

function fanOf(movieId: number) {
  const history = emptyHistory();
  applyRating(history, movieId, { rating: 5, eventTime: 1, offset: 0 });
  return createPerson(history);
}
const ids = (answer: ReturnType<typeof recommendTogether>) => answer.films.map(({ movie }) => movie.movieId);

describe('films for several people', () => {
  it('suit whoever wants them least, so that the middle comes first', () => {
    const both = [fanOf(1), fanOf(FILMS)];
    const answer = recommendTogether(serving, both, { n: 3, rule: 'least-misery' }, SCALE);
    assert.equal(ids(answer)[0], 11);
    assert.ok(ids(answer).every((movieId) => Math.abs(movieId - 11) <= 1));
    const [film] = answer.films;
    assert.equal(film?.people.length, 2);
    assert.ok(
      film?.people.every(({ predictedRating, reasons }) => predictedRating !== null && reasons.length > 0),
    );
  });

  it('on average may leave one out, who is outvoted', () => {
    const three = [fanOf(1), fanOf(1), fanOf(FILMS)];
    const average = ids(recommendTogether(serving, three, { n: 1, rule: 'average' }, SCALE))[0] ?? 0;
    const misery = ids(recommendTogether(serving, three, { n: 1, rule: 'least-misery' }, SCALE))[0] ?? 0;
    assert.ok(average < misery, `${average} leans to the two, ${misery} to all`);
  });

  it('are none that one of them has rated or set aside', () => {
    const other = fanOf(FILMS);
    applyVerdict(other.history, 11, { type: 'hide', eventTime: 1 });
    const answer = recommendTogether(serving, [fanOf(1), other], { n: FILMS, rule: 'least-misery' }, SCALE);
    assert.equal(answer.films.length, FILMS - 3);
    assert.ok(!ids(answer).some((movieId) => [1, 11, FILMS].includes(movieId)));
  });

  it('are what is popular where nothing is known of anybody', () => {
    const nobody = createPerson(emptyHistory());
    const { films } = recommendTogether(serving, [nobody, nobody], { n: 2, rule: 'average' }, SCALE);
    assert.deepEqual(
      films[0]?.people.map(({ reasons }) => reasons[0]?.kind),
      ['popular', 'popular'],
    );
  });
});
