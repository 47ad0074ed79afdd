/** Writes lines to a file that is there whole or not at all: under another name first, which is gone on failure. */
import { open, rename, rm } from 'node:fs/promises';
import { MatineeError, messageOf } from '../domain/errors.ts';

/** Lines that are written at once. */
const LINES_A_WRITE = 500;

/**
 * Replaces the file, and gives how many lines it has. It is only readable by its owner. `UNAVAILABLE` where it cannot be written; what
 * the lines throw goes on as it is.
 */
export async function writeLines(out: string, lines: AsyncIterable<string>): Promise<number> {
  const partial = `${out}.${process.pid}.partial`;
  const file = await writing(out, () => open(partial, 'w', 0o600));
  try {
    let count = 0;
    let text = '';
    for await (const line of lines) {
      text += `${line}\n`;
      count += 1;
      if (count % LINES_A_WRITE > 0) continue;
      await writing(out, () => file.appendFile(text));
      text = '';
    }
    await writing(out, async () => {
      await file.appendFile(text);
      await file.sync();
      await file.close();
      await rename(partial, out);
    });
    return count;
  } catch (error) {
    await file.close();
    await rm(partial, { force: true });
    throw error;
  }
}

async function writing<T>(out: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (cause) {
    throw new MatineeError('UNAVAILABLE', `${out} cannot be written: ${messageOf(cause)}`, {
      hint: 'Give --out a file in a folder that exists, may be written to and has room.',
      cause,
    });
  }
}
