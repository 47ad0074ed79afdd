/** Reads the small files of a release (films, people, genres) record by record, rejecting what breaks their form. */
import type { Hash } from 'node:crypto';
import { join } from 'node:path';
import { scanLines } from '../files/scan-lines.ts';
import { type Separator, splitFields } from '../files/split-fields.ts';
import type { RejectionLog } from '../rejections.ts';
import type { Layout } from './layout.ts';

/** What every reader of a folder shares. */
export interface FolderReading {
  dir: string;
  layout: Layout;
  rejections: RejectionLog;
  digest: Hash;
  onBytes?: ((bytes: number) => void) | undefined;
  signal?: AbortSignal | undefined;
}

/** Takes the fields of a record; a string says why it is rejected. */
export type RecordSink = (fields: readonly string[], line: number) => string | null;

/** Hands each record of a file to `onRecord`; what it refuses and what is not text goes to the rejections. */
export async function readRecords(
  reading: FolderReading,
  file: string,
  separator: Separator,
  onRecord: RecordSink,
): Promise<void> {
  const { dir, layout, rejections, digest, onBytes, signal } = reading;
  const decode = decoderOf(layout.encoding);
  digest.update(`\0${file}\0`);
  await scanLines(
    join(dir, file),
    (bytes, start, end, line) => {
      const text = decode(bytes.subarray(start, end));
      const reason = text === null ? 'is not UTF-8' : (rowProblem(text) ?? recordProblem(text, line));
      if (reason !== null)
        rejections.add({ file, line, reason, text: text ?? bytes.toString('utf8', start, end) });
    },
    {
      digest,
      signal,
      onBytes,
      onTooLong: (text, line) => rejections.add({ file, line, reason: 'is too long for a row', text }),
    },
  );

  function recordProblem(text: string, line: number): string | null {
    const fields = splitFields(text, separator);
    return fields === null ? 'has a quote that is not closed' : onRecord(fields, line);
  }
}

function rowProblem(text: string): string | null {
  return /[^\P{Cc}\t]/u.test(text) ? 'has control characters' : null;
}

function decoderOf(encoding: Layout['encoding']): (bytes: Buffer) => string | null {
  if (encoding === 'latin1') return (bytes) => bytes.toString('latin1');
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  return (bytes) => {
    try {
      return decoder.decode(bytes);
    } catch {
      return null;
    }
  };
}
