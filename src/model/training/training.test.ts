/** Training jobs, on this thread and on one of their own, and what becomes of them in the registry. */
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import type { Progress } from '../../domain/ports.ts';
import { defaultParams, type ModelParams } from '../params.ts';
import { createRegistry } from '../registry/registry.ts';
import { testPool } from '../testing/kernel-pool.ts';
import { columnsOf, tasteRatings } from '../testing/rating-data.ts';
import { createEmbeddedTrainer } from './embedded/embedded-trainer.ts';
import { referenceGrid } from './grid.ts';
import { runTraining as runTrainingOn } from './run-training.ts';
import { trainVersion } from './train-version.ts';
import type { TrainingJob, TrainingOutcome } from './trainer.ts';
import { bestTrial } from './trials.ts';

const rating: ModelParams = {
  model: 'als',
  rank: 3,
  iterations: 4,
  regularization: 0.5,
  frequencyExponent: 1,
};
const ranking = defaultParams('popular', 'ranking');

const job = (changes: Partial<TrainingJob> = {}): TrainingJob => ({
  ratings: [tasteRatings(30, 20)],
  candidates: { rating: [rating], ranking: [ranking] },
  holdout: { fraction: 0.2, seed: 42 },
  seed: 42,
  ...changes,
});

const runTraining = (given: TrainingJob, onProgress?: (progress: Progress) => void) =>
  runTrainingOn(given, testPool, onProgress === undefined ? {} : { onProgress });

/** What does not depend on how fast the machine is. */
const lasting = ({ rating, ranking, data }: TrainingOutcome) => [
  rating.state,
  rating.metrics,
  ranking.state,
  ranking.metrics,
  data,
];

describe('a training job', () => {
  test('fits the better of two candidates to all ratings', async () => {
    const hopeless: ModelParams = { ...rating, regularization: 1e5 };
    const { rating: fitted } = await runTraining(
      job({ candidates: { rating: [hopeless, rating], ranking: [ranking] } }),
    );
    assert.deepEqual(fitted.state.params, rating);
    assert.deepEqual(
      fitted.trials.map(({ params }) => params),
      [hopeless, rating],
    );
    assert.deepEqual(fitted.metrics, fitted.trials[1]?.metrics);
    assert.deepEqual(fitted.state, (await runTraining(job({ holdout: null }))).rating.state);
  });

  test('shares one fit among candidates that differ in iterations only, and means the same by it', async () => {
    const candidates = [2, 3, 4].map((iterations) => ({ ...rating, iterations }));
    const calls: number[] = [];
    const shared = await runTraining(
      job({ candidates: { rating: candidates, ranking: [ranking] } }),
      ({ done }) => calls.push(done),
    );
    for (const [place, params] of candidates.entries()) {
      const alone = await runTraining(job({ candidates: { rating: [params], ranking: [ranking] } }));
      assert.deepEqual(shared.rating.trials[place]?.metrics, alone.rating.metrics);
    }
    const best = bestTrial(shared.rating.trials).params;
    assert.ok('iterations' in best);
    assert.equal(calls.length, 4 + best.iterations + 2);
  });

  test('reports progress up to all there is to do', async () => {
    const seen: [number, number | null][] = [];
    await runTraining(job(), ({ done, total }) => seen.push([done, total]));
    assert.deepEqual(seen.at(-1), [10, 10]);
  });

  test('describes its data by a fingerprint that does not depend on the order of the blocks', async () => {
    const one = columnsOf([
      ['a', 1, 5],
      ['b', 2, 3],
    ]);
    const two = columnsOf([['c', 1, 2]]);
    const fingerprint = async (ratings: TrainingJob['ratings']) =>
      (await runTraining(job({ ratings, holdout: null }))).data.fingerprint;
    assert.equal(await fingerprint([one, two]), await fingerprint([two, one]));
    assert.notEqual(await fingerprint([one]), await fingerprint([two, one]));
  });

  test('refuses what it cannot train', async () => {
    const refused: readonly (readonly [code: string, changes: Partial<TrainingJob>])[] = [
      ['BAD_INPUT', { ratings: [] }],
      ['BAD_INPUT', { ratings: [columnsOf([['a', 1, Number.NaN]])] }],
      ['USAGE', { candidates: { rating: [], ranking: [ranking] } }],
      ['USAGE', { candidates: { rating: [ranking], ranking: [ranking] } }],
      ['USAGE', { candidates: { rating: [rating, rating], ranking: [ranking] }, holdout: null }],
    ];
    for (const [code, changes] of refused) await assert.rejects(runTraining(job(changes)), { code });
  });

  test('of a single rating, or with a rank above the data, gives finite models', async () => {
    const candidates = {
      rating: [{ ...rating, rank: 50 }],
      ranking: [{ ...defaultParams('implicit-als', 'ranking'), rank: 50 }],
    };
    for (const holdout of [null, { fraction: 0.2, seed: 42 }]) {
      const outcome = await runTraining(job({ ratings: [columnsOf([['a', 1, 4]])], candidates, holdout }));
      assert.ok(outcome.rating.state.factors.every(Number.isFinite));
      assert.ok(outcome.ranking.state.factors.every(Number.isFinite));
    }
  });
});

describe('the embedded trainer', () => {
  test('gives what this thread would give, bit for bit, with its progress', async () => {
    const seen: number[] = [];
    const outcome = await createEmbeddedTrainer().train(job(), { onProgress: ({ done }) => seen.push(done) });
    assert.deepEqual(lasting(outcome), lasting(await runTraining(job())));
    assert.deepEqual(seen, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  test('passes errors on with their code and hint', async () => {
    await assert.rejects(createEmbeddedTrainer().train(job({ ratings: [] })), {
      code: 'BAD_INPUT',
      hint: /Load ratings/,
    });
  });

  test('stops when it is told to, before and during the job', async () => {
    const trainer = createEmbeddedTrainer();
    await assert.rejects(trainer.train(job(), { signal: AbortSignal.abort() }), { code: 'CANCELLED' });
    const controller = new AbortController();
    const endless = job({
      candidates: { rating: [{ ...rating, iterations: 1_000, rank: 100 }], ranking: [ranking] },
    });
    const training = trainer.train(endless, {
      signal: controller.signal,
      onProgress: () => controller.abort(),
    });
    await assert.rejects(training, { code: 'CANCELLED' });
  });
});

test('a version is trained from blocks, registered, and opens', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'matinee-train-'));
  try {
    const registry = await createRegistry(dir, { codeVersion: '1.2.3' });
    const { manifest, outcome } = await trainVersion({
      ratings: [tasteRatings(20, 15)],
      trainer: createEmbeddedTrainer(),
      registry,
      candidates: { rating: [rating] },
    });
    const { rating: model } = await registry.activate(manifest.version);
    assert.deepEqual(model.items.ids, [...outcome.rating.state.itemIds]);
    assert.equal(await registry.active(), manifest.version);
    assert.equal(typeof manifest.models.ranking.metrics?.ndcg, 'number');
  } finally {
    await rm(dir, { recursive: true });
  }
});

test('the grid of the reference has its 27 points', () => {
  const grid = referenceGrid({ nonnegative: true });
  assert.equal(new Set(grid.map((params) => JSON.stringify(params))).size, 27);
  assert.deepEqual(grid[0], { model: 'als-nonnegative', rank: 12, iterations: 18, regularization: 0.17 });
});

test('a version learns its ranking from interactions too, and says what each kind counted', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'matinee-training-'));
  const weights = { like: 1, watchlist: 0.5, click: 0.1, view: 0.1, dislike: 1, hide: 0.3 };
  const train = async (types: readonly ('like' | 'dislike' | 'impression')[]) => {
    const registry = await createRegistry(dir, { codeVersion: '1.2.3' });
    const { manifest, outcome } = await trainVersion({
      ratings: [tasteRatings(20, 15)],
      interactions: { blocks: toBlocks(types), weights },
      trainer: createEmbeddedTrainer(),
      registry,
      candidates: { rating: [rating], ranking: [defaultParams('implicit-als', 'ranking')] },
      holdout: null,
    });
    return { manifest, outcome, version: await registry.load(manifest.version) };
  };
  async function* toBlocks(types: readonly ('like' | 'dislike' | 'impression')[]) {
    yield {
      users: types.map((_, place) => `fan ${place}`),
      movies: types.map(() => 3),
      types,
      eventTimes: types.map((_, place) => place),
    };
  }
  try {
    const plain = await train([]);
    const shown = await train(['impression', 'impression']);
    const said = await train(['like', 'dislike', 'like']);
    assert.deepEqual(shown.outcome.ranking.state, plain.outcome.ranking.state, 'an impression says nothing');
    assert.equal(shown.manifest.data.fingerprint, plain.manifest.data.fingerprint);
    assert.deepEqual(said.outcome.rating.state, plain.outcome.rating.state, 'ratings alone predict ratings');
    assert.notDeepEqual(said.outcome.ranking.state.factors, plain.outcome.ranking.state.factors);
    assert.notEqual(said.manifest.data.fingerprint, plain.manifest.data.fingerprint);
    assert.deepEqual([plain.manifest.data.signals, said.manifest.data.signals], [0, 3]);
    assert.deepEqual(said.manifest.models.ranking.feedback, weights);
    assert.deepEqual(said.version.ranking.feedback, weights);
    assert.equal(said.version.rating.feedback, undefined);
  } finally {
    await rm(dir, { recursive: true });
  }
});
