/** What every adapter makes of a record before it appends it: its parts as bytes, checked. */
import { MatineeError } from '../domain/errors.ts';
import type { OutgoingRecord } from './stream.ts';

/** The most that key, headers and value of one record may take together. */
export const MAX_RECORD_BYTES = 1_048_576;

/** A record with its parts as bytes. */
export interface EncodedRecord {
  key: Uint8Array | null;
  headers: Uint8Array | null;
  value: Uint8Array;
}

function encodeText(text: string, what: string): Uint8Array {
  if (!text.isWellFormed()) {
    throw new MatineeError(
      'BAD_INPUT',
      `The ${what} of a record has a lone surrogate, which UTF-8 cannot hold`,
      {
        hint: 'Send it as bytes, or replace the broken character.',
      },
    );
  }
  return Buffer.from(text);
}

function encodeHeaders(headers: OutgoingRecord['headers']): Uint8Array | null {
  return headers === undefined || Object.keys(headers).length === 0
    ? null
    : Buffer.from(JSON.stringify(headers));
}

/** The parts of a record as bytes; `BAD_INPUT` when they are too large or no well-formed text. */
export function encodeRecord(record: OutgoingRecord): EncodedRecord {
  const encoded = {
    key: record.key === null ? null : encodeText(record.key, 'key'),
    headers: encodeHeaders(record.headers),
    value: typeof record.value === 'string' ? encodeText(record.value, 'value') : record.value,
  };
  const size = encodedLength(encoded);
  if (size > MAX_RECORD_BYTES) {
    throw new MatineeError(
      'BAD_INPUT',
      `A record of ${size} bytes is over the limit of ${MAX_RECORD_BYTES}`,
      {
        hint: 'Send smaller records.',
      },
    );
  }
  return encoded;
}

/** The bytes of a record's parts together. */
export function encodedLength({ key, headers, value }: EncodedRecord): number {
  return (key?.length ?? 0) + (headers?.length ?? 0) + value.length;
}
