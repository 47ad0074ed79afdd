/** What interactions say of films, and how models that rank learn from it beside ratings. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { INTERACTION_TYPES } from '../../domain/closed-words.ts';
import { VERDICT_TYPES } from '../../domain/interaction.ts';
import { factorizeImplicit } from '../als/factorize.ts';
import { fitModel } from '../fit-model.ts';
import { createRatingMatrix, type RatingMatrix } from '../matrix.ts';
import type { Feedback, Model } from '../model.ts';
import { openModel } from '../open-model.ts';
import type { ImplicitParams, ModelParams } from '../params.ts';
import { testPool } from '../testing/kernel-pool.ts';
import { columnsOf, tasteRatings } from '../testing/rating-data.ts';
import { collectSignals, type InteractionColumns } from './collect-signals.ts';
import { addSaid, laterVerdict, NOTHING_SAID, signalOf, traceOf, type Verdict, verdictOf } from './signal.ts';
import { addSignals } from './signal-matrix.ts';
import { countWanted } from './strength.ts';

const WEIGHTS = { like: 1, watchlist: 0.5, click: 0.1, view: 0.2, dislike: 0.8, hide: 0.3 };
const FILMS = 12;

type Interaction = readonly [
  user: string,
  movie: number,
  type: (typeof INTERACTION_TYPES)[number],
  time: number,
];

function blockOf(interactions: readonly Interaction[]): InteractionColumns {
  return {
    users: interactions.map(([user]) => user),
    movies: interactions.map(([, movie]) => movie),
    types: interactions.map(([, , type]) => type),
    eventTimes: interactions.map(([, , , time]) => time),
  };
}

const verdicts = fc
  .tuple(fc.constantFrom(...VERDICT_TYPES), fc.nat(3))
  .map(([type, eventTime]): Verdict => ({ type, eventTime }));

describe('the signal of a film', () => {
  test('is the sum of what somebody did who wants it, each kind once', () => {
    const verdict: Verdict = { type: 'like', eventTime: 5_000 };
    const listing = { listed: true, eventTime: 1 };
    const traces = traceOf('view');
    assert.equal(signalOf(NOTHING_SAID, null, WEIGHTS), 0);
    assert.equal(signalOf({ verdict, listing: null, traces }, null, WEIGHTS), 1.2);
    assert.equal(signalOf({ verdict: null, listing, traces }, 3, WEIGHTS), 0.7);
    const types = ['watchlist', 'like', 'click', 'neutral', 'unwatchlist'] as const;
    const takenBack = types.reduce((said, type, time) => addSaid(said, type, time), NOTHING_SAID);
    assert.equal(signalOf(takenBack, null, WEIGHTS), 0.1);
    assert.equal(traceOf('impression'), 0);
  });

  test('is against it while a dislike stands, and until a rating given since', () => {
    const about = {
      ...NOTHING_SAID,
      verdict: { type: 'dislike', eventTime: 5_900 } as const,
      traces: traceOf('view'),
    };
    assert.equal(signalOf(about, null, WEIGHTS), -0.8);
    assert.equal(signalOf(about, 5, WEIGHTS), -0.8);
    assert.equal(signalOf(about, 6, WEIGHTS), 0.2);
  });

  test('the later verdict stands, in whatever order they come', () => {
    fc.assert(
      fc.property(verdicts, verdicts, verdicts, (a, b, c) => {
        assert.deepEqual(laterVerdict(a, b), laterVerdict(b, a));
        assert.deepEqual(laterVerdict(laterVerdict(a, b), c), laterVerdict(a, laterVerdict(b, c)));
        assert.ok(laterVerdict(a, b).eventTime >= Math.max(a.eventTime, b.eventTime));
      }),
    );
  });
});

const pairs = fc.array(
  fc.tuple(
    fc.constantFrom('ann', 'bob', 'cy'),
    fc.integer({ min: 1, max: 6 }),
    fc.integer({ min: 1, max: 5 }),
  ),
  { maxLength: 20 },
);
const interactions = fc.array(
  fc.tuple(
    fc.constantFrom('ann', 'bob', 'dee'),
    fc.integer({ min: 1, max: 8 }),
    fc.constantFrom(...INTERACTION_TYPES),
    fc.nat(30_000),
  ),
  { maxLength: 30 },
);

test('the matrix has one entry for each person and film that anything is known of, with both parts', () => {
  fc.assert(
    fc.property(pairs, interactions, (rated, said) => {
      const ratings = columnsOf(rated);
      const plain = createRatingMatrix(ratings);
      const signals = collectSignals({ blocks: [blockOf(said)], weights: WEIGHTS }, [ratings]);
      const matrix = addSignals(plain, signals);
      const expected = new Map<string, { rating: number; signal: number }>();
      for (const [user, movie, rating] of rated) expected.set(`${user} ${movie}`, { rating, signal: 0 });
      for (const [place, user] of signals.users.entries()) {
        const key = `${user} ${signals.movies[place]}`;
        const { rating } = expected.get(key) ?? { rating: Number.NaN };
        expected.set(key, { rating, signal: Math.fround(signals.signals[place] ?? 0) });
      }
      const found = [...entriesOf(matrix)];
      assert.deepEqual(new Map(found), expected);
      assert.deepEqual(
        found.map(([key]) => key),
        found.map(([key]) => key).toSorted(),
        'in canonical order',
      );
      const backwards = collectSignals({ blocks: [blockOf(said.toReversed())], weights: WEIGHTS }, [ratings]);
      assert.deepEqual(addSignals(plain, backwards).signals, matrix.signals);
    }),
  );
});

function* entriesOf({ users, items, byUser, signals }: RatingMatrix) {
  for (const [row, user] of users.ids.entries()) {
    for (let entry = byUser.starts[row] ?? 0; entry < (byUser.starts[row + 1] ?? 0); entry++) {
      const movie = items.ids[byUser.columns[entry] ?? 0];
      const both = { rating: byUser.values[entry] ?? 0, signal: signals?.[entry] ?? 0 };
      yield [`${user} ${movie}`, both] as const;
    }
  }
}

test('without signals it is the very matrix of the ratings', () => {
  const matrix = createRatingMatrix(tasteRatings(10, FILMS));
  const none = collectSignals({ blocks: [blockOf([['user 1', 2, 'impression', 1]])], weights: WEIGHTS }, [
    tasteRatings(10, FILMS),
  ]);
  assert.equal(addSignals(matrix, none), matrix);
});

/** Two groups: the first sees odd films, the second even ones. */
function twoGroups(extra: readonly Interaction[]): RatingMatrix {
  const rows = Array.from({ length: 20 }, (_, user) =>
    Array.from({ length: FILMS }, (_, film) => [`user ${user}`, film + 1, 4] as const).filter(
      ([, movie]) => movie % 2 === user % 2 && (user + movie) % 5 !== 0,
    ),
  ).flat();
  const ratings = columnsOf(rows);
  const signals = collectSignals({ blocks: [blockOf(extra)], weights: WEIGHTS }, [ratings]);
  return addSignals(createRatingMatrix(ratings), signals);
}

const implicit: ImplicitParams = {
  model: 'implicit-als',
  rank: 4,
  iterations: 6,
  regularization: 0.5,
  unobservedWeight: 0.2,
  frequencyExponent: 0,
  ratingWeight: 0.5,
};
const models: ModelParams[] = [
  implicit,
  { model: 'ease', regularization: 2, relativeRegularization: 1, ratingWeight: 0.35 },
];

for (const params of models) {
  describe(`${params.model} on more than ratings`, () => {
    const fit = async (matrix: RatingMatrix): Promise<Model> =>
      openModel({ ...(await fitModel(matrix, params, { seed: 1, pool: testPool })), feedback: WEIGHTS });
    const itemOf = (model: Model, movie: number) => model.items.indexOf(movie) ?? -1;

    test('a like alone makes films of its kind come first', async () => {
      const model = await fit(twoGroups([]));
      const person = model.foldIn([{ item: itemOf(model, 3), rating: null, signal: 1 }]);
      assert.ok(person !== null);
      const scores = model.scoreItems(person);
      assert.ok((scores[itemOf(model, 5)] ?? 0) > (scores[itemOf(model, 4)] ?? 0));
    });

    test('a dislike takes from the film and from its kind', async () => {
      const model = await fit(twoGroups([]));
      const history = [
        { item: itemOf(model, 3), rating: 4 },
        { item: itemOf(model, 7), rating: 4 },
      ];
      const before = model.scoreItems(model.foldIn(history));
      const after = model.scoreItems(
        model.foldIn([...history, { item: itemOf(model, 5), rating: null, signal: -0.8 }]),
      );
      // EASE says nothing of a film by itself: it is left out of lists anyhow.
      for (const movie of params.model === 'ease' ? [9] : [5, 9]) {
        assert.ok((after[itemOf(model, movie)] ?? 0) < (before[itemOf(model, movie)] ?? 0), `film ${movie}`);
      }
    });

    test('a film that is only liked, and a person who only likes, are learned', async () => {
      const likes = Array.from({ length: 6 }, (_, user): Interaction => [`fan ${user}`, 99, 'like', user]);
      const kin = likes.map(([user, , type, time]): Interaction => [user, 3, type, time]);
      const model = await fit(twoGroups([...likes, ...kin]));
      const scores = model.scoreItems(model.foldIn([{ item: itemOf(model, 3), rating: 4 }]));
      assert.ok((scores[itemOf(model, 99)] ?? 0) > (scores[itemOf(model, 4)] ?? 0));
      assert.equal(model.support[itemOf(model, 99)], 6);
    });

    test('every score is the sum of what each film of the history brings, dislikes among them', async () => {
      const model = await fit(twoGroups([['user 1', 4, 'dislike', 1]]));
      const history = [
        { item: itemOf(model, 3), rating: 5, signal: 0.2 },
        { item: itemOf(model, 5), rating: null, signal: -0.8 },
        { item: itemOf(model, 6), rating: null, signal: 1 },
      ];
      const explain = model.explainFor(history);
      const person = model.foldIn(history);
      assert.ok(explain !== null);
      for (const item of model.items.ids.keys()) {
        const { score, base, contributions } = explain(item);
        const sum = contributions.reduce((total, { share }) => total + share, base);
        assert.ok(Math.abs(sum - score) < 1e-9);
        assert.ok(Math.abs(score - model.predict(person, item)) < 1e-6);
      }
    });
  });
}

test('the kernel solves the equations of both signs as plain code does', async () => {
  const matrix = twoGroups([
    ['user 1', 4, 'dislike', 1],
    ['user 2', 3, 'like', 1],
    ['fan', 3, 'like', 1],
    ['fan', 5, 'hide', 1],
  ]);
  const params = { ...implicit, rank: 4, iterations: 60 };
  const trained = await factorizeImplicit(matrix, params, { seed: 1, pool: testPool });
  const model = openModel(await fitModel(matrix, params, { seed: 1, pool: testPool }));
  for (const [row, user] of matrix.users.ids.entries()) {
    const { factors } = model.foldIn(historyOf(matrix, row)) ?? {};
    assert.ok(factors !== undefined, user);
    for (const [k, value] of factors.entries()) {
      assert.ok(Math.abs(value - (trained.users[row * params.rank + k] ?? 0)) < 1e-3, `${user}, factor ${k}`);
    }
  }
});

function historyOf({ byUser, signals }: RatingMatrix, row: number): Feedback[] {
  const from = byUser.starts[row] ?? 0;
  return Array.from(byUser.columns.subarray(from, byUser.starts[row + 1]), (item, k) => {
    const rating = byUser.values[from + k] ?? Number.NaN;
    return { item, rating: Number.isNaN(rating) ? null : rating, signal: signals?.[from + k] ?? 0 };
  });
}

test('who wants a film are those with feedback above zero', () => {
  const matrix = twoGroups([
    ['user 1', 3, 'dislike', 90_000],
    ['fan', 3, 'view', 1],
  ]);
  const plain = countWanted(twoGroups([]));
  const item = matrix.items.indexOf(3) ?? -1;
  assert.equal(countWanted(matrix)[item], (plain[item] ?? 0) - 1 + 1);
  assert.ok(verdictOf('view', 1) === null && verdictOf('hide', 1)?.type === 'hide');
});
