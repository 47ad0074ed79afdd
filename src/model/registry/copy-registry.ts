/** Copies a registry as it stands, beside whoever trains, activates and prunes. */
import { cp, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isSystemError, MatineeError, messageOf } from '../../domain/errors.ts';
import { readActivation, writeActivation } from './activation.ts';
import { versionNames } from './versions.ts';

/** Versions seldom come and go; a copy that meets it this often meets something else. */
const ATTEMPTS = 5;

/**
 * Copies every finished version, and which one is active, into the folder `to`, which it makes. `CORRUPT` when versions
 * keep lacking what they should have, the active one above all.
 */
export async function copyRegistry(from: string, to: string): Promise<void> {
  let missing = '';
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    await rm(to, { recursive: true, force: true });
    await mkdir(join(to, 'versions'), { recursive: true });
    try {
      const lost = await copyOnce(from, to);
      if (lost === null) return;
      missing = `the active version ${lost} is not there`;
    } catch (error) {
      // Pruned between being listed and being copied.
      if (!isSystemError(error, 'ENOENT')) throw error;
      missing = messageOf(error);
    }
  }
  throw new MatineeError('CORRUPT', `The models in ${from} cannot be copied: ${missing}`, {
    hint: 'See `models list`, and activate a version that is whole.',
  });
}

/** Null, or the active version when there is no such. */
async function copyOnce(from: string, to: string): Promise<string | null> {
  const activation = await readActivation(from);
  const versions = await versionNames(join(from, 'versions'));
  if (activation !== null && !versions.includes(activation.version)) return activation.version;
  for (const version of versions) {
    await cp(join(from, 'versions', version), join(to, 'versions', version), { recursive: true });
  }
  if (activation === null) return null;
  const previous = activation.previous.filter((version) => versions.includes(version));
  await writeActivation(to, { version: activation.version, previous });
  return null;
}
