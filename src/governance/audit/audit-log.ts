/**
 * The audit log of a home, `keys/audit.ndjson`: one entry a line, each with the hash of the one before. Where it ends is kept
 * in the key store. An entry is committed there first, with its text, and then written to the file at its place: whatever
 * breaks off between, the next to come writes it again, and two that write at once write the same.
 */
import { randomBytes } from 'node:crypto';
import { closeSync, constants, fstatSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import type { Clock } from '../../domain/ports.ts';
import { inTransaction, integerOf, type Row, textOf } from '../vault/database.ts';
import { type AuditEntry, hashOf, NO_HASH } from './entry.ts';
import type { AuditHead } from './verify.ts';

export interface AuditEvent extends Pick<AuditEntry, 'action' | 'object' | 'why' | 'outcome'> {
  actor: { kind: AuditEntry['actor']['kind']; id: string | null };
  /** Set where the actor is known by a pseudonym, or the like: an alias stands for it. */
  actorPseudonym: string | null;
  subjectPseudonym: string | null;
}

export interface AuditLog {
  /** Returns once the entry is on the disk. */
  appendAudit(event: AuditEvent): void;
  /** Where the log ends; what was broken off is written before. */
  auditHead(): AuditHead;
  /** What the log calls a person; null for somebody who is not in it, or was erased. */
  auditAlias(pseudonym: string): string | null;
}

/** The audit log beside a key store. */
export function auditFileOf(keyStoreFile: string): string {
  return join(dirname(keyStoreFile), 'audit.ndjson');
}

/** What the log calls whoever was erased before. */
const ERASED = 'erased';

export function createAuditLog(
  database: DatabaseSync,
  file: string,
  isSuppressed: (pseudonym: string) => boolean,
  clock: Clock,
): AuditLog {
  const selectHead = database.prepare('SELECT * FROM audit_head');
  const updateHead = database.prepare('INSERT OR REPLACE INTO audit_head VALUES (1, ?, ?, ?, ?)');
  const selectAlias = database.prepare('SELECT alias FROM alias WHERE pseudonym = ?');
  const insertAlias = database.prepare('INSERT INTO alias VALUES (?, ?)');

  function findAlias(pseudonym: string): string | null {
    const row = selectAlias.get(pseudonym);
    return row === undefined ? null : textOf(row, 'alias');
  }

  function aliasFor(pseudonym: string | null): string | null {
    if (pseudonym === null) return null;
    const known = findAlias(pseudonym);
    if (known !== null) return known;
    // A new alias would keep the pseudonym of somebody of whom nothing may be kept.
    if (isSuppressed(pseudonym)) return ERASED;
    const alias = randomBytes(12).toString('base64url');
    insertAlias.run(pseudonym, alias);
    return alias;
  }

  function entryOf(event: AuditEvent, head: Row | undefined): AuditEntry {
    const { actor, actorPseudonym, subjectPseudonym, action, object, why, outcome } = event;
    const entry = {
      sequence: head === undefined ? 1 : integerOf(head, 'entries') + 1,
      at: new Date(clock.now()).toISOString(),
      actor: { kind: actor.kind, id: aliasFor(actorPseudonym) ?? actor.id },
      action,
      subject: aliasFor(subjectPseudonym),
      object,
      why,
      outcome,
      previous: head === undefined ? NO_HASH : textOf(head, 'hash'),
    };
    return { ...entry, hash: hashOf(entry) };
  }

  function withFile<Result>(work: (descriptor: number) => Result): Result {
    const descriptor = openSync(file, constants.O_RDWR | constants.O_CREAT, 0o600);
    try {
      return work(descriptor);
    } finally {
      closeSync(descriptor);
    }
  }

  /** Writes the last entry where it is not whole yet, and gives the length of the file. */
  function mend(descriptor: number, head: Row | undefined): number {
    const { size } = fstatSync(descriptor);
    if (head === undefined) return size;
    const [bytes, line] = [integerOf(head, 'bytes'), textOf(head, 'line')];
    const start = bytes - Buffer.byteLength(line);
    // Shorter than that it was cut by somebody: it goes on from there, and does not hold any more.
    if (size < start || size >= bytes) return size;
    writeAt(descriptor, line, start);
    return bytes;
  }

  return {
    auditAlias: findAlias,
    auditHead: () =>
      inTransaction(database, () => {
        const head = selectHead.get();
        if (head === undefined) return { entries: 0, hash: NO_HASH };
        withFile((descriptor) => mend(descriptor, head));
        return { entries: integerOf(head, 'entries'), hash: textOf(head, 'hash') };
      }),
    appendAudit: (event) =>
      withFile((descriptor) => {
        const written = inTransaction(database, () => {
          const head = selectHead.get();
          const offset = mend(descriptor, head);
          const entry = entryOf(event, head);
          const line = `${JSON.stringify(entry)}\n`;
          updateHead.run(entry.sequence, offset + Buffer.byteLength(line), entry.hash, line);
          return { line, offset };
        });
        writeAt(descriptor, written.line, written.offset);
      }),
  };
}

function writeAt(descriptor: number, line: string, offset: number): void {
  const bytes = Buffer.from(line);
  let done = 0;
  while (done < bytes.length) done += writeSync(descriptor, bytes, done, bytes.length - done, offset + done);
  fsyncSync(descriptor);
}
