/** The size of a file, for estimates only. */
import { stat } from 'node:fs/promises';

/** Bytes of the file; 0 when it cannot be seen, which whoever opens it will report. */
export async function fileSize(path: string): Promise<number> {
  return stat(path).then(
    (found) => found.size,
    () => 0,
  );
}
