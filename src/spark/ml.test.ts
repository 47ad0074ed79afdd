import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, suite, test } from 'node:test';
import { SPARK_REMOTE, sparkSkip } from '../../test/engines/spark.ts';
import {
  attribute,
  attributeTable,
  deleteModel,
  evaluate,
  fit,
  loadModel,
  saveModel,
  transform,
} from './ml.ts';
import { localRelation } from './plan/arrow.ts';
import { bool, double, int, long, text } from './plan/literal.ts';
import { sortBy } from './plan/relation.ts';
import { connectSpark, type SparkSession } from './session.ts';

const ALS = 'org.apache.spark.ml.recommendation.ALS';
const PARAMS = {
  userCol: text('user'),
  itemCol: text('item'),
  ratingCol: text('rating'),
  rank: int(2),
  maxIter: int(5),
  regParam: double(0.01),
  seed: long(42),
  implicitPrefs: bool(false),
};
/** People and films in two camps: like rates like with 5, unlike with 1. */
const pairs = Array.from({ length: 64 }, (_, k) => [k % 8, Math.floor(k / 8)] as const);
const ratings = localRelation({
  user: Int32Array.from(pairs, ([user]) => user),
  item: Int32Array.from(pairs, ([, item]) => item),
  rating: Float32Array.from(pairs, ([user, item]) => (user % 2 === item % 2 ? 5 : 1)),
});

suite('machine learning', { skip: sparkSkip }, () => {
  let session: SparkSession;
  before(async () => {
    session = await connectSpark(SPARK_REMOTE);
  });
  after(() => session.close());

  test('fits ALS, transforms, evaluates, and gives the factors', async () => {
    const model = await fit(session, ALS, PARAMS, ratings);
    assert.equal(await attribute(session, model, 'rank'), 2);
    const factors = await session.collect(sortBy(attributeTable(model, 'itemFactors'), ['id']));
    assert.deepEqual(
      factors.map(({ id }) => id),
      [0, 1, 2, 3, 4, 5, 6, 7],
    );
    const recommended = await session.collect(attributeTable(model, 'recommendForAllUsers', [int(3)]));
    assert.equal(recommended.length, 8);
    const rmse = await evaluate(
      session,
      'org.apache.spark.ml.evaluation.RegressionEvaluator',
      { metricName: text('rmse'), labelCol: text('rating') },
      transform(model, ratings),
    );
    assert.ok(rmse < 0.05, `RMSE ${rmse}`);
    await deleteModel(session, model);
    await assert.rejects(attribute(session, model, 'rank'));
  });

  test('saves a model, and loads the same', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'matinee-spark-'));
    try {
      const model = await fit(session, ALS, PARAMS, ratings);
      await saveModel(session, model, join(folder, 'model'));
      const loaded = await loadModel(
        session,
        'org.apache.spark.ml.recommendation.ALSModel',
        join(folder, 'model'),
      );
      const predictions = async (which: typeof model) =>
        JSON.stringify(await session.collect(sortBy(transform(which, ratings), ['user', 'item'])));
      assert.equal(await predictions(loaded), await predictions(model));
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
