/** Machine learning on Spark: estimators are fitted on the server, which keeps the models; what is known of one is fetched. */
import { randomUUID } from 'node:crypto';
import type { MlResult } from './connection/response.ts';
import { SparkError } from './errors.ts';
import type { Operator, SparkCommand } from './plan/command.ts';
import type { Literal } from './plan/literal.ts';
import type { ObjectRef, Parameters, Relation } from './plan/relation.ts';
import type { ExecuteOptions, SparkSession } from './session.ts';

/** A model that the server keeps until it is deleted, or its session ends. */
export type SparkModel = ObjectRef;

/** Fits an estimator, e.g. `org.apache.spark.ml.recommendation.ALS`. */
export async function fit(
  session: SparkSession,
  estimator: string,
  params: Parameters,
  dataset: Relation,
  options?: ExecuteOptions,
): Promise<SparkModel> {
  const operator = operatorOf(estimator, 'OPERATOR_TYPE_ESTIMATOR');
  const result = await runMl(session, { fit: { estimator: operator, params: { params }, dataset } }, options);
  return modelOf(result);
}

/** The table that a model makes of another. */
export function transform(model: SparkModel, input: Relation, params: Parameters = {}): Relation {
  return { ml_relation: { transform: { obj_ref: model, input, params: { params } } } };
}

/** What an evaluator, e.g. `org.apache.spark.ml.evaluation.RegressionEvaluator`, measures of a table. */
export async function evaluate(
  session: SparkSession,
  evaluator: string,
  params: Parameters,
  dataset: Relation,
  options?: ExecuteOptions,
): Promise<number> {
  const operator = operatorOf(evaluator, 'OPERATOR_TYPE_EVALUATOR');
  const result = await runMl(
    session,
    { evaluate: { evaluator: operator, params: { params }, dataset } },
    options,
  );
  return numberOf(result);
}

/** An attribute that is a table, e.g. `itemFactors`, or the answer of a method such as `recommendForAllUsers`. */
export function attributeTable(model: SparkModel, method: string, args: readonly Literal[] = []): Relation {
  return {
    ml_relation: { fetch: { obj_ref: model, methods: [{ method, args: args.map((param) => ({ param })) }] } },
  };
}

/** An attribute that is a number, e.g. `rank`. */
export async function attribute(session: SparkSession, model: SparkModel, method: string): Promise<number> {
  return numberOf(await runMl(session, { fetch: { obj_ref: model, methods: [{ method, args: [] }] } }));
}

/** Writes a model to a folder that Spark can write, over what is there. */
export async function saveModel(session: SparkSession, model: SparkModel, path: string): Promise<void> {
  await session.run({
    ml_command: { write: { obj_ref: model, params: { params: {} }, path, should_overwrite: true } },
  });
}

/** Reads a model of a class, e.g. `org.apache.spark.ml.recommendation.ALSModel`, that was saved. */
export async function loadModel(session: SparkSession, className: string, path: string): Promise<SparkModel> {
  return modelOf(
    await runMl(session, { read: { operator: operatorOf(className, 'OPERATOR_TYPE_MODEL'), path } }),
  );
}

/** Lets the server forget a model. */
export async function deleteModel(session: SparkSession, model: SparkModel): Promise<void> {
  await session.run({ ml_command: { delete: { obj_refs: [model] } } });
}

function operatorOf(name: string, type: Operator['type']): Operator {
  return { name, uid: `matinee_${randomUUID()}`, type };
}

type MlCommand = Extract<SparkCommand, { ml_command: unknown }>['ml_command'];

async function runMl(session: SparkSession, command: MlCommand, options?: ExecuteOptions): Promise<MlResult> {
  const answers = await session.run({ ml_command: command }, options);
  const result = answers.map(({ ml_command_result }) => ml_command_result).find((found) => found);
  if (result) return result;
  throw new SparkError('PROTOCOL', 'Spark does not say what became of a model');
}

function modelOf({ operator_info }: MlResult): SparkModel {
  const model = operator_info?.obj_ref;
  if (model) return model;
  throw new SparkError('PROTOCOL', 'Spark does not name the model');
}

function numberOf({ param }: MlResult): number {
  const value = Object.values(param ?? {}).find((member) => typeof member === 'number');
  if (typeof value === 'number') return value;
  throw new SparkError('PROTOCOL', 'Spark’s answer is no number');
}
