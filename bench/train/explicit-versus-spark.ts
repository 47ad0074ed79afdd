/**
 * One fit of nonnegative ALS at the reference's parameters on MovieLens 100K, ours and MLlib's in turn, both warm: the
 * session is open, the table is cached in Spark, the threads of our pool wait.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPool } from '../../kernel/pool.ts';
import { messageOf } from '../../src/domain/errors.ts';
import { fitModel } from '../../src/model/fit-model.ts';
import { createRatingMatrix } from '../../src/model/matrix.ts';
import { readRatings } from '../../src/model/testing/rating-data.ts';
import { fitAls, type SparkParams } from '../../src/model/training/spark/fit-als.ts';
import { withSparkSession } from '../../src/model/training/spark/open-session.ts';
import { writeRatings } from '../../src/model/training/spark/write-ratings.ts';
import { sharedData } from '../../test/data.ts';
import { SPARK_REMOTE } from '../../test/engines/spark.ts';
import { report, show, spreadOf, timed } from '../report/timing.ts';

const PARAMS: SparkParams = { model: 'als-nonnegative', rank: 12, iterations: 20, regularization: 0.17 };
const ROUNDS = 5;
const LEAST_RATIO = 20;

export async function explicitVersusSpark(): Promise<void> {
  const { dir, skip } = sharedData('ml-100k');
  if (skip !== false) return;
  const { users, items, ratings, timestamps } = readRatings(join(dir, 'u.data'));
  const matrix = createRatingMatrix({ users, movies: Int32Array.from(items, Number), ratings, timestamps });
  const folder = await mkdtemp(join(tmpdir(), 'matinee-spark-bench-'));
  const pool = createPool(2);
  try {
    await withSparkSession(SPARK_REMOTE, async (session) => {
      const table = await writeRatings(matrix, join(folder, 'ratings.json'));
      const spark = () => fitAls(session, { matrix, table }, PARAMS, { seed: 42 });
      const ours = () => fitModel(matrix, PARAMS, { seed: 42, pool });
      await spark();
      await ours();
      const ratios: number[] = [];
      for (let round = 0; round < ROUNDS; round++) ratios.push((await timed(spark)) / (await timed(ours)));
      const spread = spreadOf(ratios);
      report(
        `one fit of ALS (rank 12, 20 iterations) beside Spark ${session.version}`,
        `${show(spread)} times as fast`,
        `${LEAST_RATIO} times`,
        spread.median >= LEAST_RATIO,
      );
    });
  } catch (error) {
    console.log(`Spark is missing: ${messageOf(error)}`);
  } finally {
    await pool.close();
    await rm(folder, { recursive: true });
  }
}
