/** Brings the audit log of one home into another, for a home that is restored: backups hold none. */
import { closeSync, openSync, readSync, writeFileSync } from 'node:fs';
import { isSystemError } from '../../domain/errors.ts';
import { integerOf, openKeyDatabase } from '../vault/database.ts';
import { auditFileOf } from './audit-log.ts';

/** Copies the log beside the key store `from` as far as `to`, a copy of that key store, knows of it. */
export function copyAuditLog(from: string, to: string): void {
  const database = openKeyDatabase(to);
  try {
    const head = database.prepare('SELECT bytes FROM audit_head').get();
    if (head === undefined) return;
    const bytes = firstBytes(auditFileOf(from), integerOf(head, 'bytes'));
    writeFileSync(auditFileOf(to), bytes, { flag: 'wx', mode: 0o600, flush: true });
  } finally {
    database.close();
  }
}

/** Empty where there is no such file: that it is gone is told when the log is verified. */
function firstBytes(file: string, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  let descriptor: number;
  try {
    descriptor = openSync(file, 'r');
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return Buffer.alloc(0);
    throw error;
  }
  try {
    let done = 0;
    for (let read = -1; read !== 0 && done < length; done += read) {
      read = readSync(descriptor, bytes, done, length - done, done);
    }
    return bytes.subarray(0, done);
  } finally {
    closeSync(descriptor);
  }
}
