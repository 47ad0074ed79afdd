/** Where a producer goes on after it was stopped, and the file that keeps it. */
import { randomUUID } from 'node:crypto';
import { open, readFile, rename, unlink } from 'node:fs/promises';
import { type Static, Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { isSystemError, MatineeError, messageOf } from '../domain/errors.ts';

const ProducerPositionSchema = Type.Object({
  /** How many records of the source are on the topic: the ordinal of the next, from 0, whatever the page size. */
  ordinal: Type.Integer({ minimum: 1 }),
  /**
   * Digest of the record before it, as it was produced. A source (or a pseudonymisation key) that gives another record
   * there is another one, and is produced from its beginning.
   */
  lastRecord: Type.String({ minLength: 1, maxLength: 100 }),
});
export type ProducerPosition = Static<typeof ProducerPositionSchema>;

/** Keeps the position. `save` resolves once it is durable. */
export interface ResumePosition {
  load(): Promise<ProducerPosition | null>;
  save(position: ProducerPosition): Promise<void>;
}

const validator = Compile(ProducerPositionSchema);

/**
 * Keeps the position in a file of its own that is replaced as a whole. Without the file a producer begins at the
 * first record; a file that cannot be read so is `CORRUPT`, one that cannot be written `UNAVAILABLE`.
 */
export function resumeFromFile(file: string): ResumePosition {
  return {
    async load() {
      const text = await readIfThere(file);
      if (text === null) return null;
      const position = parseJson(text);
      if (validator.Check(position)) return position;
      throw new MatineeError('CORRUPT', `${file} does not hold the position of a producer`, {
        hint: 'delete the file: the producer then begins at the first record, and repeating records changes nothing',
      });
    },
    async save(position) {
      try {
        await replaceDurably(file, `${JSON.stringify(position)}\n`);
      } catch (cause) {
        throw new MatineeError(
          'UNAVAILABLE',
          `cannot keep the producer's position in ${file}: ${messageOf(cause)}`,
          {
            hint: 'free space on the disk, or give a folder that can be written',
            cause,
          },
        );
      }
    },
  };
}

async function readIfThere(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    if (isSystemError(cause, 'ENOENT')) return null;
    throw new MatineeError(
      'UNAVAILABLE',
      `cannot read the producer's position ${file}: ${messageOf(cause)}`,
      {
        hint: 'give the user that runs Matinee the right to read it',
        cause,
      },
    );
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/**
 * Writes beside the file, syncs, and renames over it. The folder is not synced: a power cut may bring the previous
 * position back, which repeats records and loses none.
 */
async function replaceDurably(file: string, text: string): Promise<void> {
  const draft = `${file}.${randomUUID()}`;
  try {
    const handle = await open(draft, 'wx', 0o600);
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(draft, file);
  } catch (error) {
    await unlink(draft).catch(() => undefined);
    throw error;
  }
}
