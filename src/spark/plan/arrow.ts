/** Rows between us and Spark, as Arrow's IPC streams. */
import {
  Binary,
  type DataType,
  makeVector,
  Table,
  tableFromIPC,
  tableToIPC,
  Utf8,
  Vector,
  vectorFromArray,
} from 'apache-arrow';
import { SparkError } from '../errors.ts';
import type { Relation } from './relation.ts';

export type Column = Int32Array | Float32Array | Float64Array | readonly string[] | readonly Uint8Array[];

export type Row = Record<string, unknown>;

/** A table of our own, sent within the plan: for what is small. Columns have one length. */
export function localRelation(columns: Readonly<Record<string, Column>>): Relation {
  const vectors = Object.entries(columns).map(([name, column]) => [name, vectorOf(column)] as const);
  return { local_relation: { data: tableToIPC(new Table(Object.fromEntries(vectors)), 'stream') } };
}

/** Texts are sent as they are: Spark takes the places of a dictionary for the values. */
function vectorOf(column: Column): Vector {
  if (ArrayBuffer.isView(column)) return makeVector(column);
  return column.every((value) => typeof value === 'string')
    ? vectorFromArray(column, new Utf8())
    : vectorFromArray(column, new Binary());
}

export type Batch = Table<Record<string, DataType>>;

export function decodeBatch(data: Uint8Array): Batch {
  return tableFromIPC<Record<string, DataType>>(data);
}

/** The rows as objects; 64-bit integers are `bigint`s. */
export function rowsOf(batch: Batch): Row[] {
  const columns = batch.schema.names.map((name) => [name, batch.getChild(name)] as const);
  return Array.from(
    { length: batch.numRows },
    (_, row): Row =>
      Object.fromEntries(columns.map(([name, column]): [PropertyKey, unknown] => [name, column?.get(row)])),
  );
}

/** A value of type `array<float>`, as numbers. */
export function floatsOf(value: unknown): Float32Array {
  const numbers: unknown = value instanceof Vector ? value.toArray() : undefined;
  if (numbers instanceof Float32Array) return numbers;
  throw new SparkError('PROTOCOL', 'Spark’s answer holds no list of numbers where one was to be');
}
