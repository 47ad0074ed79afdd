/** Fits MLlib's explicit ALS with nonnegative factors (Zhou et al. 2008; Bro & de Jong 1997), and fetches its factors. */
import { randomUUID } from 'node:crypto';
import { MatineeError } from '../../../domain/errors.ts';
import { attributeTable, deleteModel, fit } from '../../../spark/ml.ts';
import { floatsOf, rowsOf } from '../../../spark/plan/arrow.ts';
import { bool, double, int, long, text } from '../../../spark/plan/literal.ts';
import type { Relation } from '../../../spark/plan/relation.ts';
import type { SparkSession } from '../../../spark/session.ts';
import { describeItems } from '../../fit-model.ts';
import type { RatingMatrix } from '../../matrix.ts';
import type { ModelParams } from '../../params.ts';
import type { ModelState } from '../../state.ts';

export type SparkParams = Extract<ModelParams, { model: 'als-nonnegative' }>;

/** Ratings where Spark reads them, and the matrix whose places its rows speak of. */
export interface SparkRatings {
  matrix: RatingMatrix;
  table: Relation;
}

export interface SparkFit {
  state: ModelState;
  /** Spark's id of the fit, as its log has it. */
  operation: string;
}

const ALS = 'org.apache.spark.ml.recommendation.ALS';

/** Each block is a task of every half-iteration: MLlib's ten take three times as long for a hundred thousand ratings. */
const RATINGS_A_BLOCK = 500_000;
const FEWEST_BLOCKS = 2;

/** Without a checkpoint now and then, the lineage of many iterations overflows the stack when it is serialised. */
const CHECKPOINT_EVERY = 5;

/**
 * The fitted films; people are folded in against them, which is what MLlib's last half-iteration does. Rejects with a
 * `SparkError`.
 */
export async function fitAls(
  session: SparkSession,
  { matrix, table }: SparkRatings,
  params: SparkParams,
  { seed, signal }: { seed: number; signal?: AbortSignal | undefined },
): Promise<SparkFit> {
  const operation = randomUUID();
  const blocks = Math.max(FEWEST_BLOCKS, Math.ceil(matrix.size / RATINGS_A_BLOCK));
  const settings = {
    userCol: text('user'),
    itemCol: text('item'),
    ratingCol: text('rating'),
    rank: int(params.rank),
    maxIter: int(params.iterations),
    regParam: double(params.regularization),
    nonnegative: bool(true),
    seed: long(seed),
    numUserBlocks: int(blocks),
    numItemBlocks: int(blocks),
    checkpointInterval: int(CHECKPOINT_EVERY),
  };
  const model = await fit(session, ALS, settings, table, { signal, operationId: operation });
  const factors = new Float64Array(matrix.items.size * params.rank);
  let films = 0;
  for await (const batch of session.batches(attributeTable(model, 'itemFactors'), { signal })) {
    for (const { id, features } of rowsOf(batch)) {
      factors.set(floatsOf(features), Number(id) * params.rank);
      films += 1;
    }
  }
  await deleteModel(session, model);
  if (films !== matrix.items.size) {
    throw new MatineeError('UNAVAILABLE', `Spark gave factors of ${films} films of ${matrix.items.size}.`, {
      hint: 'Look for the operation in Spark’s log, then train again.',
    });
  }
  return { state: { ...describeItems(matrix, params, seed), factors }, operation };
}
