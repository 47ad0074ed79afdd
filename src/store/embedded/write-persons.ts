/** Upserts the persons of a slice. Each is read once while no other process writes, and written once a slice. */
import type { DatabaseSync } from 'node:sqlite';
import type { Person } from '../../domain/person.ts';
import { isNewer } from '../newer-version.ts';
import type { DocumentVersion } from '../store.ts';
import { numberOf, type Row, textOrNull } from './row.ts';

type Fields = Pick<Person, 'ageBand' | 'gender' | 'occupation'>;

interface KnownPerson {
  key: number;
  fields: { [Field in keyof Fields]: string | null };
  version: DocumentVersion;
}

/** Persons kept in memory between slices: some 10 MB. */
const MOST_KEPT = 50_000;

export interface PersonWriter {
  /** Takes in a person as of a version, and gives their key in this file; null for one who was erased. */
  upsert(person: Person, version: DocumentVersion): number | null;
  /** Writes what the slice changed; the number of persons it added. */
  finish(): number;
  /** Drops what is kept in memory of persons: another process wrote, or a slice was undone. */
  forget(): void;
}

/** `isSuppressed` says whether a person was erased: asked of those who are not in the file. */
export function createPersonWriter(
  database: DatabaseSync,
  isSuppressed: (userId: string) => boolean,
): PersonWriter {
  const select = database.prepare('SELECT * FROM users WHERE user_id = ?');
  const insert = database.prepare(
    'INSERT INTO users (user_id, age_band, gender, occupation, event_time, offset) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const update = database.prepare(
    'UPDATE users SET age_band = ?, gender = ?, occupation = ?, event_time = ?, offset = ? WHERE user_key = ?',
  );
  const known = new Map<string, KnownPerson>();
  const stale = new Set<KnownPerson>();
  let added = 0;

  function add(person: Person, version: DocumentVersion): KnownPerson {
    const { userId, ageBand, gender, occupation } = person;
    const { eventTime, offset } = version;
    const { lastInsertRowid } = insert.run(userId, ageBand, gender, occupation, eventTime, offset);
    added += 1;
    return {
      key: Number(lastInsertRowid),
      fields: { ageBand, gender, occupation },
      version: { eventTime, offset },
    };
  }

  function find(person: Person, version: DocumentVersion): KnownPerson | null {
    const kept = known.get(person.userId);
    if (kept !== undefined) return kept;
    const row = select.get(person.userId);
    if (row === undefined && isSuppressed(person.userId)) return null;
    const found = row === undefined ? add(person, version) : knownPerson(row);
    known.set(person.userId, found);
    return found;
  }

  return {
    upsert(person, version) {
      const found = find(person, version);
      if (found === null) return null;
      if (isNewer(version, found.version)) {
        const { ageBand, gender, occupation } = person;
        found.fields = { ageBand, gender, occupation };
        found.version = { eventTime: version.eventTime, offset: version.offset };
        stale.add(found);
      }
      return found.key;
    },
    finish() {
      for (const { key, fields, version } of stale) {
        const { ageBand, gender, occupation } = fields;
        update.run(ageBand, gender, occupation, version.eventTime, version.offset, key);
      }
      const count = added;
      stale.clear();
      added = 0;
      if (known.size > MOST_KEPT) known.clear();
      return count;
    },
    forget() {
      known.clear();
      stale.clear();
      added = 0;
    },
  };
}

function knownPerson(row: Row): KnownPerson {
  return {
    key: numberOf(row, 'user_key'),
    fields: {
      ageBand: textOrNull(row, 'age_band'),
      gender: textOrNull(row, 'gender'),
      occupation: textOrNull(row, 'occupation'),
    },
    version: { eventTime: numberOf(row, 'event_time'), offset: numberOf(row, 'offset') },
  };
}
