/** Takes rows that speak of erased persons out of the file of those that could not be read. */
import { readFile, rename, writeFile } from 'node:fs/promises';
import { isSystemError } from '../../domain/errors.ts';
import { parseUserId } from '../../domain/ids.ts';
import type { State } from '../home/open-state.ts';

/** What parts the fields of a row, in every layout; the file has rows as JSON. */
const BETWEEN_FIELDS = /::|\\t|[,|;"\s]+/;

/** Drops every row that has a field with the id of somebody erased. */
export async function dropRejectedRows({
  home: { rejectedRowsFile: file },
  pseudonymiser,
  vault,
}: Pick<State, 'home' | 'pseudonymiser' | 'vault'>): Promise<void> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (isSystemError(error, 'ENOENT')) return '';
    throw error;
  });
  const lines = text.split('\n').map((line) => ({ line, fields: new Set(line.split(BETWEEN_FIELDS)) }));
  const ids = [...new Set(lines.flatMap(({ fields }) => [...fields]))].flatMap((field) => {
    const id = parseUserId(field);
    return id === null ? [] : [id];
  });
  const erased = await vault.remote.suppressed(ids.map(pseudonymiser.pseudonymise));
  const gone = ids.filter((_, place) => erased[place] === true);
  if (gone.length === 0) return;
  const kept = lines.filter(({ fields }) => !gone.some((id) => fields.has(id)));
  await writeFile(`${file}.${process.pid}`, kept.map(({ line }) => line).join('\n'));
  await rename(`${file}.${process.pid}`, file);
}
