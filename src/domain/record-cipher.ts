/**
 * How records of persons lie in the stream: each encrypted whole under a key of the person's own, so that destroying the
 * key takes them back from a log that can only be added to. Declared here, implemented by `governance`, injected by `cli`.
 */
import type { Rejection } from './dead-letter.ts';
import type { Pseudonym } from './ids.ts';

/** A record about a person on its way into the stream. */
export interface ClearRecord {
  person: Pseudonym;
  value: string;
}

/** A record as it lies in the stream. */
export interface SealedRecord {
  /** What its partition follows from: the person's stream id, which nothing but their key store knows to be theirs. */
  key: string;
  value: Uint8Array | string;
}

export type OpenedRecord =
  | { kind: 'clear'; value: Uint8Array }
  /** The person was erased, and their key destroyed: nobody can read it any more. */
  | { kind: 'erased' }
  | { kind: 'refused'; reason: Rejection };

export interface RecordCipher {
  /** Each record sealed, in order; null where the person has been erased and nothing more may be kept of them. */
  seal(records: readonly ClearRecord[]): Promise<(SealedRecord | null)[]>;
  /** Each record opened, in order. */
  open(records: readonly { key: string | null; value: Uint8Array }[]): Promise<OpenedRecord[]>;
}

/** Records as they are, under the person's pseudonym: what a stream without encryption holds. */
export const CLEAR_RECORDS: RecordCipher = {
  seal: async (records) => records.map(({ person, value }) => ({ key: person, value })),
  open: async (records) => records.map(({ value }) => ({ kind: 'clear', value })),
};
