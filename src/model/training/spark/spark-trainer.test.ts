/** MLlib as a trainer: its models answer as MLlib does, and are as good as our own at the same parameters. */
import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, suite, test } from 'node:test';
import { sharedData } from '../../../../test/data.ts';
import { type Line, openLine } from '../../../../test/engines/line.ts';
import { SPARK_REMOTE, sparkSkip } from '../../../../test/engines/spark.ts';
import { MatineeError } from '../../../domain/errors.ts';
import { fit, transform } from '../../../spark/ml.ts';
import { bool, double, int, long, text } from '../../../spark/plan/literal.ts';
import { connectSpark, type SparkSession } from '../../../spark/session.ts';
import { fitModel } from '../../fit-model.ts';
import { createRatingMatrix } from '../../matrix.ts';
import type { Feedback } from '../../model.ts';
import { openModel } from '../../open-model.ts';
import { defaultParams, type ModelParams } from '../../params.ts';
import { createRegistry } from '../../registry/registry.ts';
import { testPool } from '../../testing/kernel-pool.ts';
import { readRatings, tasteRatings } from '../../testing/rating-data.ts';
import { createEmbeddedTrainer } from '../embedded/embedded-trainer.ts';
import { referenceGrid } from '../grid.ts';
import { trainVersion } from '../train-version.ts';
import type { TrainingJob } from '../trainer.ts';
import { createHoldout, measure } from '../trials.ts';
import { fitAls, type SparkParams } from './fit-als.ts';
import { createSparkTrainer } from './spark-trainer.ts';
import { writeRatings } from './write-ratings.ts';

const PARAMS: SparkParams = { model: 'als-nonnegative', rank: 4, iterations: 6, regularization: 0.1 };
const ranking = defaultParams('popular', 'ranking');

const job = (changes: Partial<TrainingJob> = {}): TrainingJob => ({
  ratings: [tasteRatings(40, 30)],
  candidates: { rating: [PARAMS], ranking: [ranking] },
  holdout: { fraction: 0.2, seed: 42 },
  seed: 42,
  ...changes,
});

const fails = (code: string, says: RegExp) => (error: unknown) => {
  assert.ok(error instanceof MatineeError);
  assert.equal(error.code, code);
  assert.match(error.message, says);
  assert.ok(error.hint !== undefined);
  return true;
};

describe('what Spark is not asked for', () => {
  const trainer = createSparkTrainer({
    remote: 'sc://127.0.0.1:1',
    dataDir: join(tmpdir(), 'matinee-never-made'),
    embedded: createEmbeddedTrainer(),
  });

  test('a model that it does not have', () => {
    const rating = [defaultParams('als', 'rating')];
    return assert.rejects(
      trainer.train(job({ candidates: { rating, ranking: [ranking] } })),
      fails('USAGE', /als/),
    );
  });

  test('a search within a time', () =>
    assert.rejects(trainer.train(job({ budgetMs: 1_000 })), fails('USAGE', /embedded/)));
});

suite('Spark as the trainer', { skip: sparkSkip }, () => {
  let folder: string;
  let session: SparkSession;
  let line: Line;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'matinee-spark-trainer-'));
    session = await connectSpark(SPARK_REMOTE);
    line = await openLine(SPARK_REMOTE);
  });
  after(async () => {
    await session.close();
    await line.close();
    await rm(folder, { recursive: true });
  });
  const trainerAt = (remote: string) =>
    createSparkTrainer({ remote, dataDir: join(folder, 'data'), embedded: createEmbeddedTrainer() });

  test('the fitted model predicts what MLlib itself predicts', async () => {
    const matrix = createRatingMatrix(tasteRatings(40, 30));
    const table = await writeRatings(matrix, join(folder, 'tastes.json'));
    const { state } = await fitAls(session, { matrix, table }, PARAMS, { seed: 42 });
    const model = openModel(state);
    const again = {
      userCol: text('user'),
      itemCol: text('item'),
      ratingCol: text('rating'),
      rank: int(PARAMS.rank),
      maxIter: int(PARAMS.iterations),
      regParam: double(PARAMS.regularization),
      nonnegative: bool(true),
      seed: long(42),
      numUserBlocks: int(2),
      numItemBlocks: int(2),
    };
    const theirs = await fit(session, 'org.apache.spark.ml.recommendation.ALS', again, table);
    const predicted = await session.collect(transform(theirs, table));
    assert.equal(predicted.length, matrix.size);
    for (const { user, item, prediction } of predicted) {
      const { starts, columns, values } = matrix.byUser;
      const row = [starts[Number(user)] ?? 0, starts[Number(user) + 1] ?? 0] as const;
      const history = Array.from(columns.subarray(...row), (film, k): Feedback => {
        return { item: film, rating: values[row[0] + k] ?? 0 };
      });
      const ours = model.predict(model.foldIn(history), Number(item));
      assert.ok(Math.abs(ours - Number(prediction)) < 2e-3, `${ours} is not ${Number(prediction)}`);
    }
  });

  test('registers a version with what is needed to find the work in Spark’s log', async () => {
    const registry = await createRegistry(join(folder, 'models'), { codeVersion: 'test' });
    const seen: number[] = [];
    const rating = [PARAMS, { ...PARAMS, regularization: 50 }];
    const { manifest, outcome } = await trainVersion({
      trainer: trainerAt(SPARK_REMOTE),
      registry,
      ratings: [tasteRatings(40, 30)],
      candidates: { rating, ranking: [ranking] },
      onProgress: ({ done, total }) => {
        seen.push(done);
        assert.ok(total !== null && done <= total);
      },
    });
    const { engine, params, metrics } = manifest.models.rating;
    assert.deepEqual(params, PARAMS);
    assert.deepEqual(metrics, { ...outcome.rating.trials[0]?.metrics });
    assert.equal(engine?.version, session.version);
    assert.equal(new Set(engine?.operations).size, rating.length + 1);
    assert.equal(manifest.models.ranking.engine, undefined);
    assert.deepEqual(
      seen,
      seen.toSorted((a, b) => a - b),
    );
    const opened = await registry.load(manifest.version);
    assert.deepEqual(opened.manifest, manifest);
    assert.deepEqual(
      opened.rating.scoreItems(opened.rating.foldIn([{ item: 3, rating: 5 }])),
      openModel(outcome.rating.state).scoreItems(opened.rating.foldIn([{ item: 3, rating: 5 }])),
    );
    assert.deepEqual(await readdir(join(folder, 'data')), []);
  });

  test('Spark gone during a fit is told, and nothing is registered', async () => {
    const registry = await createRegistry(join(folder, 'broken'), { codeVersion: 'test' });
    const training = trainVersion({
      trainer: trainerAt(line.remote),
      registry,
      ratings: [tasteRatings(40, 30)],
      candidates: { rating: referenceGrid({ nonnegative: true }), ranking: [ranking] },
      onProgress: () => line.cut(true),
    });
    await assert.rejects(training, fails('UNAVAILABLE', /does not answer \(operation [\da-f-]{36}\)/));
    assert.deepEqual(await registry.list(), []);
    assert.deepEqual(await readdir(join(folder, 'data')), []);
  });

  test('a training that is called off stops Spark’s work', async () => {
    const stopping = new AbortController();
    const training = trainerAt(SPARK_REMOTE).train(
      job({ candidates: { rating: referenceGrid({ nonnegative: true }), ranking: [ranking] } }),
      { signal: stopping.signal, onProgress: () => stopping.abort() },
    );
    await assert.rejects(training, fails('CANCELLED', /cancelled/));
  });

  const { dir, skip } = sharedData('ml-100k');
  test('on u1 it is as good as the embedded trainer at equal parameters', { skip }, async (t) => {
    const params: ModelParams = defaultParams('als-nonnegative', 'rating');
    assert.ok(params.model === 'als-nonnegative');
    const holdout = createHoldout(columns(join(dir, 'u1.base')), columns(join(dir, 'u1.test')));
    const rmseOf = (state: Parameters<typeof measure>[1]) => {
      const metrics = measure(holdout, state, { task: 'rating', k: 1, relevantFrom: null });
      return ('rmse' in metrics ? metrics.rmse : null) ?? Number.NaN;
    };
    const { matrix } = holdout;
    const table = await writeRatings(matrix, join(folder, 'u1.json'));
    const { state } = await fitAls(session, { matrix, table }, params, { seed: 42 });
    const theirs = rmseOf(state);
    const ours = rmseOf(await fitModel(matrix, params, { seed: 42, pool: testPool }));
    t.diagnostic(`RMSE on u1: Spark ${theirs.toFixed(4)}, embedded ${ours.toFixed(4)}`);
    assert.ok(Math.abs(theirs - ours) <= 0.004, `Spark ${theirs}, embedded ${ours}`);
  });
});

function columns(file: string) {
  const { users, items, ratings, timestamps } = readRatings(file);
  return { users, movies: Int32Array.from(items, Number), ratings: Float32Array.from(ratings), timestamps };
}
