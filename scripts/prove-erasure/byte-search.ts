/** What tells of a person in a home, and a search for it through the bytes of every file. */
import { createHmac, randomInt } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

export function randomDigits(count: number): string {
  return Array.from({ length: count }, () => randomInt(1, 10)).join('');
}

/** Of a person in a home: their id, their pseudonym, their wrapped key, what their records go by, and their marker. */
export function secretsOf(home: string, id: string, marker: string) {
  const master = Buffer.from(readFileSync(join(home, 'keys', 'master.key'), 'utf8').trim(), 'base64url');
  const pseudonym = createHmac('sha256', master).update(id).digest('base64url');
  const keys = new DatabaseSync(join(home, 'keys', 'persons.db'), { readOnly: true });
  const row = keys
    .prepare('SELECT stream_id, wrapped_key FROM person_key WHERE pseudonym = ?')
    .get(pseudonym);
  keys.close();
  const { stream_id: streamId, wrapped_key: wrappedKey } = row ?? {};
  if (typeof streamId !== 'string' || !(wrappedKey instanceof Uint8Array))
    throw new Error('the person has no key');
  return { id, pseudonym, marker, 'wrapped key': Buffer.from(wrappedKey), streamId };
}

/** The files of a folder that hold each of the needles. */
export function whereFound(
  folder: string,
  needles: Readonly<Record<string, string | Buffer>>,
): Record<string, string[] | undefined> {
  const found: Record<string, string[] | undefined> = {};
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const bytes = readFileSync(file);
    for (const [name, needle] of Object.entries(needles)) {
      if (bytes.includes(needle)) found[name] = [...(found[name] ?? []), relative(folder, file)];
    }
  }
  return found;
}
