/** What an object of a record holds: a rule for each field, in the order in which the cleaned fields are written. */
import { isJsonObject, type JsonObject } from '../../domain/json.ts';
import type { Rule } from './rule.ts';

export interface Shape {
  readonly [field: string]: Rule | { readonly fields: Shape };
}

/** The cleaned object: the fields of the shape, each by its rule; others are dropped. */
export function cleanShape(shape: Shape, raw: JsonObject): JsonObject {
  const cleaned: JsonObject = {};
  for (const field in shape) {
    const member = shape[field];
    if (member === undefined) continue;
    cleaned[field] = 'clean' in member ? member.clean(raw[field]) : cleanWithin(member.fields, raw[field]);
  }
  return cleaned;
}

/** An object within a record; what is no object stays as it is. */
export function cleanWithin(shape: Shape, raw: unknown): unknown {
  return isJsonObject(raw) ? cleanShape(shape, raw) : raw;
}
