/** Operator: the bytes of a record → a JSON object, whatever the bytes are. */
import { isUtf8 } from 'node:buffer';
import { accepted, type Outcome, rejected } from '../domain/dead-letter.ts';
import { isJsonObject, type JsonObject } from '../domain/json.ts';

/** A rating with the longest title and 40 genres stays below 8 KiB. */
export const MAX_RECORD_BYTES = 65_536;
/** Records of the flow nest three levels. */
export const MAX_DEPTH = 8;

/**
 * Parses one record. A `__proto__` key becomes a plain property of the object, which nothing behind this reads.
 */
export function parse(bytes: Uint8Array): Outcome<JsonObject> {
  if (bytes.byteLength > MAX_RECORD_BYTES) {
    return rejected(
      'too-large',
      `the record has ${bytes.byteLength} bytes; at most ${MAX_RECORD_BYTES} are read`,
    );
  }
  if (!isUtf8(bytes)) return rejected('not-utf8', 'the record is not UTF-8 text');
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8'));
  } catch {
    // The parser's own message quotes the text, which may speak of a person.
    const what = bytes.byteLength === 0 ? 'is empty' : 'is not JSON';
    return rejected('not-json', `the record ${what}`);
  }
  if (!isJsonObject(value))
    return rejected('not-an-object', `the record is ${nameOfType(value)}, not an object`);
  if (!nestsWithin(value, MAX_DEPTH))
    return rejected('too-deep', `the record nests deeper than ${MAX_DEPTH} levels`);
  return accepted(value);
}

function nameOfType(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'an array' : `a ${typeof value}`;
}

function nestsWithin(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (levels === 0) return false;
  for (const child of Object.values(value)) {
    if (typeof child === 'object' && !nestsWithin(child, levels - 1)) return false;
  }
  return true;
}
