/**
 * Relations: what Spark can compute a table from, as the plain data of `relations.proto` (the part that is used here).
 * Columns and conditions are Spark SQL expressions.
 */
import type { Literal } from './literal.ts';

/** `expression_string`: a Spark SQL expression, with its alias where it has one. */
interface Expression {
  expression_string: { expression: string };
}

interface DataSource {
  format: string;
  /** A DDL text, `user int, item int`; without it the source says its own. */
  schema?: string;
  options: Record<string, string>;
  paths: string[];
}

export type Parameters = Readonly<Record<string, Literal>>;

/** A model that the server keeps. */
export interface ObjectRef {
  id: string;
}

export type Relation =
  | { read: { data_source: DataSource; is_streaming: boolean } }
  | { local_relation: { data: Uint8Array } }
  | { sql: { query: string } }
  | { project: { input: Relation; expressions: Expression[] } }
  | { filter: { input: Relation; condition: Expression } }
  | { limit: { input: Relation; limit: number } }
  | { aggregate: Aggregate }
  | { sort: Sort }
  | { ml_relation: { transform: Transform } | { fetch: Fetch } };

interface Aggregate {
  input: Relation;
  group_type: 'GROUP_TYPE_GROUPBY';
  grouping_expressions: Expression[];
  aggregate_expressions: Expression[];
}

interface Sort {
  input: Relation;
  order: {
    child: Expression;
    direction: 'SORT_DIRECTION_ASCENDING' | 'SORT_DIRECTION_DESCENDING';
    null_ordering: 'SORT_NULLS_FIRST' | 'SORT_NULLS_LAST';
  }[];
  is_global: true;
}

interface Transform {
  obj_ref: ObjectRef;
  input: Relation;
  params: { params: Parameters };
}

export interface Fetch {
  obj_ref: ObjectRef;
  methods: { method: string; args: { param: Literal }[] }[];
}

export interface Source {
  /** `json`, `parquet`, `csv`, `kafka`, … */
  format: string;
  schema?: string;
  options?: Readonly<Record<string, string>>;
  paths?: readonly string[];
}

/** Reads files or topics as they are now. */
export function read(source: Source): Relation {
  return { read: { data_source: dataSource(source), is_streaming: false } };
}

/** Reads files or topics as they grow: for `startQuery` alone. */
export function readStream(source: Source): Relation {
  return { read: { data_source: dataSource(source), is_streaming: true } };
}

function dataSource({ format, schema, options = {}, paths = [] }: Source): DataSource {
  return { format, ...(schema === undefined ? {} : { schema }), options: { ...options }, paths: [...paths] };
}

/** A query over the session's views, or any other statement that gives rows. */
export function sql(query: string): Relation {
  return { sql: { query } };
}

export function select(input: Relation, columns: readonly string[]): Relation {
  return { project: { input, expressions: columns.map(expression) } };
}

export function where(input: Relation, condition: string): Relation {
  return { filter: { input, condition: expression(condition) } };
}

export function limit(input: Relation, rows: number): Relation {
  return { limit: { input, limit: rows } };
}

/** Groups by `keys` and gives them with the aggregates, `count(*) as n`. */
export function groupBy(input: Relation, keys: readonly string[], aggregates: readonly string[]): Relation {
  return {
    aggregate: {
      input,
      group_type: 'GROUP_TYPE_GROUPBY',
      grouping_expressions: keys.map(expression),
      aggregate_expressions: aggregates.map(expression),
    },
  };
}

/** Sorts by every key ascending, nulls first. */
export function sortBy(input: Relation, keys: readonly string[]): Relation {
  const order = keys.map((key) => ({
    child: expression(key),
    direction: 'SORT_DIRECTION_ASCENDING' as const,
    null_ordering: 'SORT_NULLS_FIRST' as const,
  }));
  return { sort: { input, order, is_global: true } };
}

function expression(text: string): Expression {
  return { expression_string: { expression: text } };
}
