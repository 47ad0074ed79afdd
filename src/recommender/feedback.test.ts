/** What the live state makes of events is what training makes of the same interactions. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { INTERACTION_TYPES } from '../domain/closed-words.ts';
import { asPseudonym } from '../domain/ids.ts';
import { collectSignals } from '../model/feedback/collect-signals.ts';
import { addSignals } from '../model/feedback/signal-matrix.ts';
import { strengthRow, strengthsOf } from '../model/feedback/strength.ts';
import { fitModel } from '../model/fit-model.ts';
import { createRatingMatrix } from '../model/matrix.ts';
import { openModel } from '../model/open-model.ts';
import { testPool } from '../model/testing/kernel-pool.ts';
import { columnsOf, tasteRatings } from '../model/testing/rating-data.ts';
import { createCatalogue } from './catalogue.ts';
import { emptyHistory } from './history.ts';
import { applyEvent, interactionEvent, type LiveEvent } from './live/event.ts';
import { createModelDouble } from './model.double.ts';
import { createPerson, feedbackOf } from './person.ts';
import { recommendToPerson } from './recommend.ts';
import { createServing } from './served-model.ts';

const WEIGHTS = { like: 1, watchlist: 0.5, click: 0.1, view: 0.2, dislike: 0.8, hide: 0.3 };
const FILMS = 30;
const SCALE = { minimum: 1, maximum: 5 };
const ann = asPseudonym('ann');

const ratings = fc.uniqueArray(
  fc.tuple(fc.integer({ min: 1, max: FILMS }), fc.integer({ min: 1, max: 5 }), fc.nat(9)),
  { maxLength: 10, selector: ([movieId]) => movieId },
);
const interactions = fc.array(
  fc.tuple(fc.integer({ min: 1, max: FILMS }), fc.constantFrom(...INTERACTION_TYPES), fc.nat(9_999)),
  { maxLength: 20 },
);

test('a person folded in live has the row of the training matrix, in whatever order their events came', async () => {
  const others = tasteRatings(40, FILMS);
  await fc.assert(
    fc.asyncProperty(ratings, interactions, fc.nat(), async (rated, said, shuffle) => {
      const mine = columnsOf(rated.map(([movieId, rating]) => ['ann', movieId, rating]));
      const columns = {
        users: [...others.users, ...mine.users],
        movies: [...Array.from(others.movies), ...Array.from(mine.movies)],
        ratings: [...Array.from(others.ratings), ...Array.from(mine.ratings)],
        timestamps: [...Array.from(others.timestamps), ...rated.map(([, , seconds]) => seconds)],
      };
      const block = {
        users: said.map(() => 'ann'),
        movies: said.map(([movieId]) => movieId),
        types: said.map(([, type]) => type),
        eventTimes: said.map(([, , eventTime]) => eventTime),
      };
      const signals = collectSignals({ blocks: [block], weights: WEIGHTS }, [columns]);
      const matrix = addSignals(createRatingMatrix(columns), signals);
      const row = matrix.users.indexOf('ann');
      const [from, to] = row === undefined ? [0, 0] : matrix.byUser.starts.subarray(row, row + 2);
      const strengths = strengthsOf(matrix, 0.5).subarray(from, to);

      const history = emptyHistory();
      const events: LiveEvent[] = [
        ...rated.map(([movieId, rating, seconds], offset): LiveEvent => {
          const film = { rating, eventTime: seconds * 1_000, offset };
          return { kind: 'rating', person: ann, movieId, film };
        }),
        ...said.flatMap(([movieId, type, eventTime]) => {
          const user = { userId: ann, ageBand: null, gender: null, occupation: null };
          return interactionEvent({ user, movieId, type, eventTime }) ?? [];
        }),
      ];
      const order = [...events.keys()].sort((a, b) => ((a * 7 + shuffle) % 13) - ((b * 7 + shuffle) % 13));
      for (const place of order) {
        const event = events[place];
        if (event !== undefined) applyEvent(history, event);
      }
      const double = createModelDouble(new Map(matrix.items.ids.map((id) => [id, [1, 0]])), 'ranking');
      const live = strengthRow(feedbackOf(history, { ...double, feedback: WEIGHTS }), {
        itemCount: matrix.items.size,
        mean: matrix.mean,
        ratingWeight: 0.5,
      });
      assert.deepEqual(live.columns, matrix.byUser.columns.slice(from, to));
      assert.deepEqual(live.values, strengths.slice());
    }),
    { numRuns: 60 },
  );
});

test('somebody who has only liked films gets films by the model, with their likes as reasons', async () => {
  const columns = tasteRatings(40, FILMS);
  const state = await fitModel(
    createRatingMatrix(columns),
    {
      model: 'implicit-als',
      rank: 4,
      iterations: 6,
      regularization: 0.5,
      unobservedWeight: 0.2,
      frequencyExponent: 0,
      ratingWeight: 0.5,
    },
    { seed: 1, pool: testPool },
  );
  const films = Array.from({ length: FILMS }, (_, place) => ({
    movieId: place + 1,
    title: `Film ${place + 1}`,
    genres: [],
    year: null,
    ratings: 1,
    meanRating: 3,
  }));
  const answerOf = (feedback: typeof WEIGHTS | undefined) => {
    const ranking = openModel({ ...state, ...(feedback === undefined ? {} : { feedback }) });
    const model = { version: 'one', ranking, rating: ranking };
    const history = emptyHistory();
    applyEvent(history, {
      kind: 'verdict',
      person: ann,
      movieId: 3,
      verdict: { type: 'like', eventTime: 1 },
    });
    return recommendToPerson(
      createServing(createCatalogue(films), model),
      createPerson(history),
      { n: 5 },
      SCALE,
    );
  };
  const learned = answerOf(WEIGHTS);
  assert.equal(learned.strategy, 'implicit-als');
  assert.ok(
    learned.films.some(({ reasons }) => reasons.some(({ text }) => text === 'Because you liked Film 3')),
  );
  assert.equal(answerOf(undefined).strategy, 'popular', 'a version that learned from ratings alone');
});
