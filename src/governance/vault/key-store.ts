/**
 * The keys of persons on disk: random, 256 bits, each wrapped by a key that follows from the master key, and bound to the
 * random stream id that the person's records go by.
 */
import {
  createHmac,
  createSecretKey,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { MatineeError } from '../../domain/errors.ts';
import { bytesOf, inTransaction, integerOf, textOf } from './database.ts';
import { openValue, sealValue } from './sealed-value.ts';

/** A key ready for use, and the id its records go by. */
export interface PersonKey {
  pseudonym: string;
  streamId: string;
  key: KeyObject;
}

export interface KeyStore {
  /** The keys of persons, made where missing; null for a person who was erased. */
  keysFor(pseudonyms: readonly string[]): (PersonKey | null)[];
  /** The key behind a stream id: `erased` when it was destroyed, null when it was never here. */
  keyOf(streamId: string): PersonKey | 'erased' | null;
  /** Whether a key is there, without making one. */
  hasKey(pseudonym: string): boolean;
  isSuppressed(pseudonym: string): boolean;
  /** Every digest of a suppressed person. */
  suppressedDigests(): Uint8Array[];
  digestOf(pseudonym: string): Uint8Array;
  /** What digests are made with: the store refuses persons by the same. */
  readonly suppressionKey: Uint8Array;
  /** What receipts are signed with: Ed25519, PKCS #8. */
  readonly signingKey: Uint8Array;
  /** How often keys have been destroyed, by whichever process. Cheap while nothing has changed. */
  erasures(): number;
  /** Inside a transaction: destroys the person's key, and lets none be made again. Whether there was one. */
  destroy(pseudonym: string): boolean;
}

const STREAM_ID_BYTES = 16;
const KEY_BYTES = 32;
const WRAPPING_LABEL = 'matinee keys of persons';

/** The form of a stream id: tells a sealed record's key from any pseudonym, which is longer. */
export const STREAM_ID = /^[A-Za-z0-9_-]{22}$/;

/** What is a person's own here: the key of their records, what they come in with, what the audit log calls them, what they forbid. */
const OF_PERSONS = ['person_key', 'session', 'account', 'api_key', 'alias', 'processing'] as const;

/** Opens the keys under a master key; `CONFLICT` when they were wrapped by another one. */
export function createKeyStore(
  database: DatabaseSync,
  { masterKey, fingerprint }: { masterKey: Uint8Array; fingerprint: string },
): KeyStore {
  const wrapping = createSecretKey(
    new Uint8Array(hkdfSync('sha256', masterKey, new Uint8Array(), WRAPPING_LABEL, KEY_BYTES)),
  );
  const { suppressionKey, signingKey } = openMeta(database, wrapping, fingerprint);
  const selectByPerson = database.prepare('SELECT * FROM person_key WHERE pseudonym = ?');
  const selectByStreamId = database.prepare('SELECT * FROM person_key WHERE stream_id = ?');
  const selectDestroyed = database.prepare('SELECT 1 AS found FROM destroyed_key WHERE stream_id = ?');
  const selectSuppressed = database.prepare('SELECT 1 AS found FROM suppressed WHERE digest = ?');
  const insertKey = database.prepare('INSERT INTO person_key VALUES (?, ?, ?)');
  const deleteOwn = OF_PERSONS.map((table) => database.prepare(`DELETE FROM ${table} WHERE pseudonym = ?`));
  const insertDestroyed = database.prepare('INSERT OR IGNORE INTO destroyed_key VALUES (?)');
  const insertSuppressed = database.prepare('INSERT OR IGNORE INTO suppressed VALUES (?)');
  const countErasure = database.prepare('UPDATE meta SET erasures = erasures + 1');
  const selectErasures = database.prepare('SELECT erasures FROM meta');
  const dataVersion = database.prepare('PRAGMA data_version');
  let seenVersion = -1;
  let seenErasures = -1;

  const digestOf = (pseudonym: string): Uint8Array =>
    createHmac('sha256', suppressionKey).update(pseudonym).digest();
  const isSuppressed = (pseudonym: string) => selectSuppressed.get(digestOf(pseudonym)) !== undefined;

  function unwrapped(row: ReturnType<typeof selectByPerson.get>): PersonKey {
    const streamId = textOf(row, 'stream_id');
    const key = openValue(wrapping, bytesOf(row, 'wrapped_key'), Buffer.from(streamId));
    if (key === null) throw notUnwrapped();
    return { pseudonym: textOf(row, 'pseudonym'), streamId, key: createSecretKey(key) };
  }

  function create(pseudonym: string): PersonKey {
    const streamId = randomBytes(STREAM_ID_BYTES).toString('base64url');
    const key = randomBytes(KEY_BYTES);
    insertKey.run(pseudonym, streamId, sealValue(wrapping, key, Buffer.from(streamId)));
    return { pseudonym, streamId, key: createSecretKey(key) };
  }

  function find(pseudonym: string): PersonKey | null {
    const row = selectByPerson.get(pseudonym);
    return row === undefined ? null : unwrapped(row);
  }

  return {
    suppressionKey,
    signingKey,
    digestOf,
    isSuppressed,
    keysFor(pseudonyms) {
      const found = pseudonyms.map(find);
      if (found.every((key) => key !== null)) return found;
      return inTransaction(database, () =>
        pseudonyms.map((pseudonym, place) => {
          const known = found[place] ?? find(pseudonym);
          if (known !== null) return known;
          return isSuppressed(pseudonym) ? null : create(pseudonym);
        }),
      );
    },
    keyOf(streamId) {
      const row = selectByStreamId.get(streamId);
      if (row !== undefined) return unwrapped(row);
      return selectDestroyed.get(streamId) === undefined ? null : 'erased';
    },
    hasKey: (pseudonym) => selectByPerson.get(pseudonym) !== undefined,
    suppressedDigests: () =>
      database
        .prepare('SELECT digest FROM suppressed')
        .all()
        .map((row) => bytesOf(row, 'digest')),
    erasures() {
      // Moves when another connection has written, never by our own commits: those are counted in `destroy`.
      const version = integerOf(dataVersion.get(), 'data_version');
      if (version !== seenVersion) seenErasures = integerOf(selectErasures.get(), 'erasures');
      seenVersion = version;
      return seenErasures;
    },
    destroy(pseudonym) {
      const row = selectByPerson.get(pseudonym);
      if (row !== undefined) insertDestroyed.run(textOf(row, 'stream_id'));
      for (const remove of deleteOwn) remove.run(pseudonym);
      insertSuppressed.run(digestOf(pseudonym));
      countErasure.run();
      seenVersion = -1;
      return row !== undefined;
    },
  };
}

function openMeta(database: DatabaseSync, wrapping: KeyObject, fingerprint: string) {
  const label = (name: string) => Buffer.from(`matinee ${name}`);
  inTransaction(database, () => {
    if (database.prepare('SELECT 1 FROM meta').get() !== undefined) return;
    const { privateKey } = generateKeyPairSync('ed25519');
    const signing = privateKey.export({ type: 'pkcs8', format: 'der' });
    database
      .prepare('INSERT INTO meta VALUES (1, ?, ?, ?, 0)')
      .run(
        fingerprint,
        sealValue(wrapping, randomBytes(KEY_BYTES), label('suppression')),
        sealValue(wrapping, signing, label('signing')),
      );
  });
  const row = database.prepare('SELECT * FROM meta').get();
  const known = textOf(row, 'key_fingerprint');
  if (known !== fingerprint) {
    throw new MatineeError(
      'CONFLICT',
      `The keys of persons were written with the key ${known}, not ${fingerprint}`,
      {
        hint: 'Point governance.key at the key this home was made with, or choose another home with --home.',
      },
    );
  }
  const suppressionKey = openValue(wrapping, bytesOf(row, 'suppression_key'), label('suppression'));
  const signingKey = openValue(wrapping, bytesOf(row, 'signing_key'), label('signing'));
  if (suppressionKey === null || signingKey === null) throw notUnwrapped();
  return { suppressionKey, signingKey };
}

function notUnwrapped(): MatineeError {
  return new MatineeError('CORRUPT', 'A key of the key store does not open under the master key', {
    hint: 'Bring back the file keys/persons.db, or the master key it was written with.',
  });
}
