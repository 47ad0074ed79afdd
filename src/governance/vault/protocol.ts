/** What the vault's thread and those who use it say to each other. */
import type { Accounts } from '../access/accounts.ts';
import type { ApiKeys } from '../access/api-keys.ts';
import type { Sessions } from '../access/sessions.ts';
import type { AuditLog } from '../audit/audit-log.ts';
import type { ErasureTable } from './erasure-table.ts';
import type { PackedValues } from './packed-values.ts';
import type { LimitedPerson, ProcessingTable } from './processing-table.ts';

/** Records of a batch, each with the place of its owner in a list of the distinct ones. */
export interface OwnedValues {
  /** Pseudonyms to seal for, or keys of records to open. */
  owners: string[];
  /** A place in `owners` for each record; `NO_OWNER` for a record without a key. */
  ownerOf: Uint32Array<ArrayBuffer>;
  values: PackedValues;
}

export const NO_OWNER = 0xffffffff;

export interface SealedBatch {
  /** The stream id of each owner; null for one who was erased, whose values are empty. */
  streamIds: (string | null)[];
  values: PackedValues;
}

/** How each record of a batch came out. */
export const OUTCOME = { clear: 0, erased: 1, notSealed: 2, unknownKey: 3, notAuthentic: 4 } as const;

export interface OpenedBatch {
  /** An `OUTCOME` a record; values of those that are not clear are empty. */
  outcomes: Uint8Array<ArrayBuffer>;
  values: PackedValues;
}

/** What the thread is started with. */
export interface VaultThreadData {
  file: string;
  masterKey: Uint8Array;
  fingerprint: string;
}

/** Served by the thread on each port. */
export type VaultFunctions = ErasureTable &
  ProcessingTable &
  ApiKeys &
  Accounts &
  Sessions &
  AuditLog & {
    ready(): void;
    seal(batch: OwnedValues): SealedBatch;
    open(batch: OwnedValues): OpenedBatch;
    /** Which of these were erased. */
    suppressed(pseudonyms: string[]): boolean[];
    suppressionKey(): Uint8Array;
    suppressedDigests(): Uint8Array[];
    /** What receipts are signed with: Ed25519, PKCS #8, DER. */
    signingKey(): Uint8Array;
    shutDown(): void;
  };

/** Served to the thread by whoever holds a port. */
export type VaultEvents = {
  /** Persons in use here whose keys were destroyed, by whichever process. */
  erased(pseudonyms: string[]): void;
  /** Everybody who is limited, whenever that has changed. */
  limited(persons: LimitedPerson[]): void;
};
