/** Which version serves: `active.json` in the registry's folder, replaced as a whole. */
import { randomUUID } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Static, Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { isSystemError, MatineeError } from '../../domain/errors.ts';
import { renameDurably, writeDurably } from './durable-file.ts';
import { parseJson, VERSION_PATTERN } from './manifest.ts';

export const ACTIVE_FILE = 'active.json';

/** How many activations are remembered, to roll back to. */
const REMEMBERED = 20;

const ActivationSchema = Type.Object(
  {
    version: Type.String({ pattern: VERSION_PATTERN }),
    /** What was active before, latest first. */
    previous: Type.Array(Type.String({ pattern: VERSION_PATTERN })),
  },
  { additionalProperties: false },
);
export type Activation = Static<typeof ActivationSchema>;

const activation = Compile(ActivationSchema);

/** The activation in force; null before the first. */
export async function readActivation(dir: string): Promise<Activation | null> {
  const path = join(dir, ACTIVE_FILE);
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return null;
    throw error;
  }
  const value = parseJson(text, path);
  if (activation.Check(value)) return value;
  throw new MatineeError('CORRUPT', `${path} does not say which version is active.`, {
    hint: 'Remove the file, and activate a version with `models activate`.',
  });
}

/** Puts an activation in force. */
export async function writeActivation(dir: string, { version, previous }: Activation): Promise<void> {
  const temporary = join(dir, `.${ACTIVE_FILE}-${randomUUID()}`);
  const next: Activation = { version, previous: previous.slice(0, REMEMBERED) };
  await writeDurably(temporary, `${JSON.stringify(next, null, 2)}\n`);
  await renameDurably(temporary, join(dir, ACTIVE_FILE));
}

/** Lets no version be active. */
export async function removeActivation(dir: string): Promise<void> {
  await rm(join(dir, ACTIVE_FILE), { force: true });
}
