/** A search that keeps to its time, and fits that end when more iterations no longer help. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Task } from '../../model.ts';
import { defaultParams, type ModelParams, taskOf } from '../../params.ts';
import { selectRatings } from '../../ratings.ts';
import { randomSplit } from '../../splits/random-split.ts';
import { testPool } from '../../testing/kernel-pool.ts';
import { tasteRatings } from '../../testing/rating-data.ts';
import { runTraining } from '../run-training.ts';
import { bestTrial, createHoldout, gainOf, type TrialSettings } from '../trials.ts';
import { searchWithin } from './search-within.ts';
import { startingPoints } from './starting-points.ts';
import { tryUntilNoBetter } from './try-until-no-better.ts';

const columns = tasteRatings(60, 40);
const { train, test: withheld } = randomSplit(columns, 0.2, 1);
const holdout = createHoldout(selectRatings(columns, train), selectRatings(columns, withheld));
const settingsFor = (task: Task): TrialSettings => ({
  task,
  k: 10,
  relevantFrom: null,
  seed: 42,
  pool: testPool,
});
const als: ModelParams = { model: 'als', rank: 4, iterations: 400, regularization: 1, frequencyExponent: 0 };
const inAnHour = () => performance.now() + 3_600_000;

describe('a trial', () => {
  test('ends when more iterations no longer help, at the best number of them', async () => {
    let iterations = 0;
    const settings = { ...settingsFor('rating'), onIteration: () => iterations++ };
    const trial = await tryUntilNoBetter(holdout, als, settings, inAnHour());
    assert.ok(trial !== null && 'iterations' in trial.params);
    assert.ok(iterations < 400, `${iterations} iterations`);
    assert.ok(trial.params.iterations <= iterations);
    const again = await tryUntilNoBetter(holdout, trial.params, settingsFor('rating'), inAnHour());
    assert.deepEqual(again?.metrics, trial.metrics, 'the iterations it names give what it measured');
  });

  test('gives what it has measured when its time is up, or nothing', async () => {
    const settings = settingsFor('rating');
    assert.equal(await tryUntilNoBetter(holdout, als, settings, performance.now() - 1), null);
    const atOnce = await tryUntilNoBetter(holdout, defaultParams('popular', 'rating'), settings, 0);
    assert.equal(atOnce?.params.model, 'popular', 'a fit of one step is whole');
  });

  test('passes on what went wrong in the fit', async () => {
    const empty = createHoldout(selectRatings(columns, []), selectRatings(columns, withheld));
    await assert.rejects(tryUntilNoBetter(empty, als, settingsFor('rating'), inAnHour()), {
      code: 'BAD_INPUT',
    });
  });
});

describe('a search within a budget', () => {
  for (const task of ['rating', 'ranking'] as const) {
    test(`begins with the quickest model for ${task}, whatever the time`, async () => {
      const starts = startingPoints(task, 40);
      const trials = await searchWithin(holdout, starts, settingsFor(task), performance.now() - 1);
      assert.deepEqual(
        trials.map(({ params }) => params.model),
        ['popular'],
      );
    });
  }

  test('tries every starting point, and then around the best', async () => {
    const starts = [defaultParams('popular', 'rating'), { ...als, regularization: 1_000 }];
    const trials = await searchWithin(holdout, starts, settingsFor('rating'), performance.now() + 4_000);
    assert.ok(trials.length > 2, `${trials.length} trials`);
    const start = bestTrial(trials.slice(0, 2));
    assert.ok(gainOf(bestTrial(trials)) > gainOf(start));
    assert.ok(trials.slice(2).every(({ params }) => params.model === start.params.model));
  });

  test('is done within its time, the final fits among it', async () => {
    const started = performance.now();
    const outcome = await runTraining(
      {
        ratings: [columns],
        candidates: { rating: startingPoints('rating', 40), ranking: startingPoints('ranking', 40) },
        budgetMs: 3_000,
        holdout: { fraction: 0.2, seed: 42 },
        seed: 42,
      },
      testPool,
    );
    assert.ok(performance.now() - started < 6_000);
    for (const task of ['rating', 'ranking'] as const) {
      const { state, trials, metrics } = outcome[task];
      assert.ok(trials.length >= 2, task);
      assert.deepEqual(state.params, bestTrial(trials).params);
      assert.deepEqual(metrics, bestTrial(trials).metrics);
    }
  });

  test('needs a withheld part', async () => {
    const candidates = { rating: [als], ranking: [defaultParams('popular', 'ranking')] };
    const job = { ratings: [columns], candidates, budgetMs: 1_000, holdout: null, seed: 42 };
    await assert.rejects(runTraining(job, testPool), { code: 'USAGE', message: /withheld/ });
  });
});

test('starting points are for their task, from quick to strong; a large catalogue has no blend', () => {
  for (const task of ['rating', 'ranking'] as const) {
    for (const films of [100, 50_000]) {
      const models = startingPoints(task, films);
      assert.ok(models.every((params) => taskOf(params) === task));
      assert.equal(models[0]?.model, 'popular');
      assert.equal(
        models.some(({ model }) => model === 'blend' || model === 'ease'),
        task === 'ranking' && films === 100,
      );
    }
  }
});
