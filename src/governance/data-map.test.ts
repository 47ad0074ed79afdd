/** The data map against what is really there: the schemas of records, and every table of every file of a home. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, before, test } from 'node:test';
import { InteractionRecordSchema, ProfileRecordSchema } from '../domain/interaction.ts';
import { RatingRecordSchema } from '../domain/rating.ts';
import { openEmbeddedStore } from '../store/embedded/open.ts';
import { openEmbeddedStream } from '../stream/embedded/embedded-stream.ts';
import { AUDIT_FIELDS } from './audit/entry.ts';
import { AUDIT_LOG_FIELDS, INDEX_TABLES, KEY_TABLES, LOG_TABLES, RECORD_FIELDS } from './data-map.ts';
import { privacyPages } from './privacy-pages.ts';
import { openVault } from './vault/open-vault.ts';

let home = '';
before(async () => {
  home = await mkdtemp(join(tmpdir(), 'matinee-map-'));
  const file = join(home, 'keys', 'persons.db');
  const vault = await openVault({ file, masterKey: Buffer.alloc(32), fingerprint: 'f' });
  const [stream, store] = [await openEmbeddedStream({ dir: home }), await openEmbeddedStore({ dir: home })];
  await Promise.all([vault.close(), stream.close(), store.close()]);
});
after(() => rm(home, { recursive: true }));

/** The columns of every table, in order of their names. */
function columnsIn(file: string): Record<string, string[]> {
  const database = new DatabaseSync(join(home, file), { readOnly: true });
  const tables = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all();
  const columns = tables.map(({ name }): [string, string[]] => {
    const rows = database.prepare('SELECT name FROM pragma_table_info(?)').all(name ?? null);
    return [String(name), rows.map((row) => String(row.name)).sort()];
  });
  database.close();
  return Object.fromEntries(columns);
}

function columnsOf(tables: Readonly<Record<string, object>>): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(tables).map(([name, fields]) => [name, Object.keys(fields).sort()]),
  );
}

test('every column of every table of a home has its entry, and no entry lacks its column', () => {
  assert.deepEqual(columnsOf(INDEX_TABLES), columnsIn(join('index', 'index.db')));
  assert.deepEqual(columnsOf(KEY_TABLES), columnsIn(join('keys', 'persons.db')));
  assert.deepEqual(columnsOf(LOG_TABLES), columnsIn(join('log', 'log.db')));
});

test('every field of the audit log has its entry', () => {
  assert.deepEqual(Object.keys(AUDIT_LOG_FIELDS.entry ?? {}), AUDIT_FIELDS);
});

test('every field of every record of the topics has its entry', () => {
  const { user, movie } = RatingRecordSchema.properties;
  const parts = new Map<string, object>([
    ['user', user.properties],
    ['movie', movie.properties],
  ]);
  const fieldsOf = (properties: object) =>
    Object.keys(properties).flatMap((field) => {
      const part = parts.get(field);
      return part === undefined ? [field] : Object.keys(part).map((inner) => `${field}.${inner}`);
    });
  const schemas = {
    rating: RatingRecordSchema,
    interaction: InteractionRecordSchema,
    profile: ProfileRecordSchema,
  };
  for (const [kind, { properties }] of Object.entries(schemas)) {
    assert.deepEqual(Object.keys(RECORD_FIELDS[kind] ?? {}).sort(), fieldsOf(properties).sort(), kind);
  }
});

test('docs/privacy is what the data map says (npm run docs writes it)', () => {
  for (const { file, text } of privacyPages()) {
    assert.equal(readFileSync(join('docs', 'privacy', file), 'utf8'), text, file);
  }
});
