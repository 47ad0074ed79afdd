/** A copy of the log as it stands at one moment, taken beside its writers. */
import { DatabaseSync } from 'node:sqlite';
import { MatineeError } from '../../domain/errors.ts';
import { logPath, openLogForReading } from './database.ts';
import { numberOf, textOf } from './row.ts';
import { asLogError } from './sqlite-error.ts';

/** How far each group had come, to be put into a copy of the log that is taken later. */
export type LogCommits = readonly { group: string; partition: number; next: number }[];

/** How far the groups of a home's log have come. Fails as `openEmbeddedStream`. */
export function readCommits(home: string): LogCommits {
  return withLog(logPath(home), (log) =>
    log
      .prepare('SELECT group_name, partition_id, next_offset FROM group_offset')
      .all()
      .map((row) => ({
        group: textOf(row, 'group_name'),
        partition: numberOf(row, 'partition_id'),
        next: numberOf(row, 'next_offset'),
      })),
  );
}

/**
 * Writes a copy of a home's log to the new file `to`, with these commits instead of its own and nobody in its groups.
 * Commits read before a copy of the index was taken keep the two together: what was indexed and committed meanwhile is
 * delivered again. Nothing that was deleted from the log is in the copy.
 */
export function snapshotLog(home: string, to: string, commits: LogCommits): void {
  const file = logPath(home);
  withLog(file, (log) => log.prepare('VACUUM INTO ?').run(to), ` (copied to ${to})`);
  const copy = new DatabaseSync(to);
  try {
    copy.exec(`
      BEGIN; DELETE FROM group_offset; DELETE FROM assignment; DELETE FROM member;
      DELETE FROM payload WHERE id IN (SELECT payload_id FROM staged); DELETE FROM staged`);
    const insert = copy.prepare('INSERT INTO group_offset VALUES (?, ?, ?)');
    for (const { group, partition, next } of commits) insert.run(group, partition, next);
    copy.exec('COMMIT');
    const [found] = copy.prepare('PRAGMA quick_check(1)').all();
    if (found !== undefined && textOf(found, 'quick_check') === 'ok') return;
  } catch (error) {
    throw asLogError(error, to);
  } finally {
    copy.close();
  }
  throw new MatineeError('CORRUPT', `The log is damaged: ${file}`, {
    hint: 'Restore the home from an earlier backup.',
  });
}

function withLog<Result>(file: string, work: (log: DatabaseSync) => Result, note = ''): Result {
  const log = openLogForReading(file);
  try {
    return work(log);
  } catch (error) {
    throw asLogError(error, `${file}${note}`);
  } finally {
    log.close();
  }
}
