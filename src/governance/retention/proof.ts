/**
 * The proof of a run: its report as a line of `retention.ndjson`, and the line's SHA-256 in the audit log. The file says
 * what went and when; the log, which is chained, that the file says it still.
 */
import { createHash } from 'node:crypto';
import { appendFileSync, readFileSync } from 'node:fs';
import { Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { isSystemError, MatineeError, messageOf } from '../../domain/errors.ts';
import { canonicalJson } from '../erasure/receipt.ts';
import type { RetentionReport } from './run-retention.ts';

export function proofOf(report: RetentionReport): { line: string; digest: string } {
  const line = canonicalJson(report);
  return { line, digest: createHash('sha256').update(line).digest('hex') };
}

/** Adds the line of a proof. */
export function keepProof(file: string, line: string): void {
  appendFileSync(file, `${line}\n`, { mode: 0o600 });
}

const RanAt = Compile(Type.Object({ ranAt: Type.String() }));

/** When the last run was, in epoch milliseconds; null before the first. A last line that broke off does not count. */
export function lastRun(file: string): number | null {
  for (const line of readLines(file).reverse()) {
    try {
      const value: unknown = JSON.parse(line);
      if (RanAt.Check(value)) return Date.parse(value.ranAt);
    } catch {
      // Half a line of a run that was killed: the one before is the last.
    }
  }
  return null;
}

function readLines(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split('\n');
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return [];
    throw new MatineeError('UNAVAILABLE', `cannot read ${file}: ${messageOf(error)}`, { cause: error });
  }
}
