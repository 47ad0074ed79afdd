/** Keeps every row that could not be read in a file, one JSON object a line, until it is known whose home it is for. */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RejectedRow, RejectionSink } from '../../source/rejections.ts';

export interface RejectedRowsFile {
  add: RejectionSink;
  /** Puts the rows where they belong; does nothing without any. Resolves to the path, or null. */
  moveTo(path: string): Promise<string | null>;
}

/** Starts collecting; the file is made with the first row. */
export function collectRejectedRows(): RejectedRowsFile {
  let rows: RejectedRow[] = [];
  let folder: string | null = null;
  let writing = Promise.resolve();

  function flush(): void {
    const text = rows.map((row) => `${JSON.stringify(row)}\n`).join('');
    rows = [];
    folder ??= mkdtempSync(join(tmpdir(), 'matinee-rejected-'));
    const file = join(folder, 'rows.ndjson');
    writing = writing.then(() => append(file, text));
  }

  return {
    add(row) {
      rows.push(row);
      if (rows.length >= 1_000) flush();
    },
    async moveTo(path) {
      if (rows.length > 0) flush();
      await writing;
      if (folder === null) return null;
      copyFileSync(join(folder, 'rows.ndjson'), path);
      rmSync(folder, { recursive: true });
      folder = null;
      return path;
    },
  };
}

async function append(file: string, text: string): Promise<void> {
  const handle = await open(file, 'a', 0o600);
  try {
    await handle.writeFile(text);
  } finally {
    await handle.close();
  }
}
