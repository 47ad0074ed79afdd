/** Commands: what Spark does besides computing a table, as the plain data of `commands.proto` and `ml.proto`. */
import type { Fetch, ObjectRef, Parameters, Relation } from './relation.ts';

export interface Operator {
  /** The class, e.g. `org.apache.spark.ml.recommendation.ALS`. */
  name: string;
  uid: string;
  type: 'OPERATOR_TYPE_ESTIMATOR' | 'OPERATOR_TYPE_EVALUATOR' | 'OPERATOR_TYPE_MODEL';
}

type MlCommand =
  | { fit: { estimator: Operator; params: { params: Parameters }; dataset: Relation } }
  | { evaluate: { evaluator: Operator; params: { params: Parameters }; dataset: Relation } }
  | { fetch: Fetch }
  | { write: { obj_ref: ObjectRef; params: { params: Parameters }; path: string; should_overwrite: boolean } }
  | { read: { operator: Operator; path: string } }
  | { delete: { obj_refs: ObjectRef[] } };

export interface QueryId {
  id: string;
  run_id: string;
}

export type QueryCommand =
  | { status: true }
  | { last_progress: true }
  | { stop: true }
  | { exception: true }
  | { process_all_available: true }
  | { await_termination: { timeout_ms?: number } };

export type OutputMode = 'append' | 'update' | 'complete';
export type SaveMode = 'append' | 'overwrite' | 'error' | 'ignore';

export type SparkCommand =
  | { ml_command: MlCommand }
  | { create_dataframe_view: { input: Relation; name: string; is_global: boolean; replace: boolean } }
  | { write_operation: WriteOperation }
  | { write_stream_operation_start: StreamStart }
  | { streaming_query_command: { query_id: QueryId } & QueryCommand };

interface WriteOperation {
  input: Relation;
  source: string;
  path?: string;
  mode: string;
  options: Record<string, string>;
}

interface StreamStart {
  input: Relation;
  format: string;
  options: Record<string, string>;
  output_mode: OutputMode;
  query_name: string;
  path?: string;
  processing_time_interval?: string;
  available_now?: true;
}

export interface Sink {
  format: string;
  path?: string;
  options?: Readonly<Record<string, string>>;
}

const SAVE_MODES: Readonly<Record<SaveMode, string>> = {
  append: 'SAVE_MODE_APPEND',
  overwrite: 'SAVE_MODE_OVERWRITE',
  error: 'SAVE_MODE_ERROR_IF_EXISTS',
  ignore: 'SAVE_MODE_IGNORE',
};

/** Writes a table to files, a topic or a store that Spark knows. */
export function write(input: Relation, { format, path, options = {} }: Sink, mode: SaveMode): SparkCommand {
  return {
    write_operation: {
      input,
      source: format,
      mode: SAVE_MODES[mode],
      options: { ...options },
      ...(path === undefined ? {} : { path }),
    },
  };
}

/** Names a table for the session's SQL. */
export function createView(input: Relation, name: string): SparkCommand {
  return { create_dataframe_view: { input, name, is_global: false, replace: true } };
}
