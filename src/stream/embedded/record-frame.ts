/**
 * The bytes of records in the log. A frame is three little-endian 32-bit integers (the key's length plus one, or 0
 * without a key; the length of the headers, 0 without any; the length of the value), then key (UTF-8), headers
 * (JSON) and value.
 */
import { MatineeError } from '../../domain/errors.ts';
import { isJsonObject } from '../../domain/json.ts';
import { type EncodedRecord, encodedLength } from '../encoded-record.ts';
import type { StreamRecord } from '../stream.ts';
import type { PackedRecords, ReadRun } from './protocol.ts';

const FRAME_HEAD = 12;
const NO_HEADERS: Readonly<Record<string, string>> = Object.freeze({});

function isHeaders(value: unknown): value is Readonly<Record<string, string>> {
  return isJsonObject(value) && Object.values(value).every((header) => typeof header === 'string');
}

function decodeHeaders(json: string): Readonly<Record<string, string>> {
  const headers: unknown = JSON.parse(json);
  if (isHeaders(headers)) return headers;
  throw new MatineeError('CORRUPT', 'The headers of a record in the log are damaged', {
    hint: 'Restore the home from a backup.',
  });
}

export function frameLength(record: EncodedRecord): number {
  return FRAME_HEAD + encodedLength(record);
}

/** Writes a frame at `at` and gives the place behind it. */
export function writeFrame(target: Buffer, at: number, record: EncodedRecord): number {
  const { key, headers, value } = record;
  target.writeUInt32LE(key === null ? 0 : key.length + 1, at);
  target.writeUInt32LE(headers?.length ?? 0, at + 4);
  target.writeUInt32LE(value.length, at + 8);
  let end = at + FRAME_HEAD;
  for (const part of [key, headers, value]) {
    if (part === null) continue;
    target.set(part, end);
    end += part.length;
  }
  return end;
}

/** The place behind `count` frames that begin at `at`. */
export function skipFrames(bytes: Uint8Array, at: number, count: number): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = at;
  for (let frame = 0; frame < count; frame++) {
    const key = Math.max(view.getUint32(end, true) - 1, 0);
    end += FRAME_HEAD + key + view.getUint32(end + 4, true) + view.getUint32(end + 8, true);
  }
  return end;
}

/** The records of a packed answer, their values views of its buffer. */
export function unpackRecords(packed: PackedRecords): StreamRecord[] {
  const bytes = Buffer.from(packed.bytes.buffer, packed.bytes.byteOffset, packed.bytes.byteLength);
  const records: StreamRecord[] = [];
  let at = 0;
  for (const run of packed.runs) {
    for (let nth = 0; nth < run.records; nth++)
      at = readFrame(bytes, at, run, run.firstOffset + nth, records);
  }
  return records;
}

function readFrame(bytes: Buffer, at: number, run: ReadRun, offset: number, into: StreamRecord[]): number {
  const keyField = bytes.readUInt32LE(at);
  const headersAt = at + FRAME_HEAD + Math.max(keyField - 1, 0);
  const valueAt = headersAt + bytes.readUInt32LE(at + 4);
  const end = valueAt + bytes.readUInt32LE(at + 8);
  into.push({
    topic: run.topic,
    partition: run.partition,
    offset,
    key: keyField === 0 ? null : bytes.toString('utf8', at + FRAME_HEAD, headersAt),
    value: new Uint8Array(bytes.buffer, bytes.byteOffset + valueAt, end - valueAt),
    headers: headersAt === valueAt ? NO_HEADERS : decodeHeaders(bytes.toString('utf8', headersAt, valueAt)),
    timestamp: run.timestamp,
  });
  return end;
}
