/** Trials are measured on the way of a fit, with people as it has them: the oracle folds everybody in afterwards. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fitModel } from '../fit-model.ts';
import type { ModelParams } from '../params.ts';
import { selectRatings } from '../ratings.ts';
import { randomSplit } from '../splits/random-split.ts';
import { testPool } from '../testing/kernel-pool.ts';
import { columnsOf, tasteRatings } from '../testing/rating-data.ts';
import { createHoldout, measure, runTrials, type TrialMetrics } from './trials.ts';

const settings = { task: 'rating', k: 10, relevantFrom: null, seed: 7, pool: testPool } as const;

/** Withheld ratings of people and films that are in the training part, and of some that are not. */
function holdout() {
  const columns = tasteRatings(60, 40);
  const { train, test } = randomSplit(columns, 0.2, 42);
  const withheld = selectRatings(columns, test);
  const strangers = columnsOf([
    ['stranger', 3, 2],
    ['stranger', 900, 4],
    ['user 3', 900, 5],
  ]);
  return createHoldout(selectRatings(columns, train), {
    users: [...withheld.users, ...strangers.users],
    movies: Int32Array.from([...Array.from(withheld.movies), ...Array.from(strangers.movies)]),
    ratings: Float32Array.from([...Array.from(withheld.ratings), ...Array.from(strangers.ratings)]),
    timestamps: new Float64Array(withheld.users.length + strangers.users.length),
  });
}

function assertNear(actual: TrialMetrics | undefined, expected: TrialMetrics, tolerance: number): void {
  assert.ok(actual !== undefined && 'rmse' in actual && 'rmse' in expected);
  for (const name of ['rmse', 'mae'] as const) {
    const [figure, wanted] = [actual[name] ?? Number.NaN, expected[name] ?? Number.NaN];
    assert.ok(Math.abs(figure - wanted) < tolerance, `${name} ${figure}, not ${wanted}`);
  }
}

for (const model of ['als', 'als-nonnegative'] as const) {
  test(`the figures of ${model} are those of folding everybody in`, async () => {
    const withheld = holdout();
    const candidates = [3, 4, 6].flatMap((iterations) =>
      [2, 5].map((rank): ModelParams => {
        const shared = { rank, iterations, regularization: 0.1 };
        return model === 'als' ? { model, ...shared, frequencyExponent: 1 } : { model, ...shared };
      }),
    );
    const trials = await runTrials(withheld, candidates, settings);
    assert.deepEqual(
      trials.map(({ params }) => params),
      candidates,
    );
    for (const { params, metrics } of trials) {
      const state = await fitModel(withheld.matrix, params, settings);
      assertNear(metrics, measure(withheld, state, settings), 1e-5);
    }
  });
}
