/**
 * Fields that may be null, written with a list of JSON types instead of a union: the same JSON, which the response
 * serialiser writes without trying alternatives.
 */
import { Type } from 'typebox';

export function NullableInteger(description: string) {
  return Type.Unsafe<number | null>({ type: ['integer', 'null'], description });
}

export function NullableNumber(description: string) {
  return Type.Unsafe<number | null>({ type: ['number', 'null'], description });
}

export function NullableString(description: string) {
  return Type.Unsafe<string | null>({ type: ['string', 'null'], description });
}
