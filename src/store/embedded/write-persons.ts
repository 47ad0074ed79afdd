/** Upserts the persons of one slice: each is read once, and its version written once. */
import type { DatabaseSync } from 'node:sqlite';
import type { Person } from '../../domain/person.ts';
import { isNewer } from '../documents.ts';
import type { DocumentVersion } from '../store.ts';
import { numberOf, type Row, textOrNull } from './row.ts';

type Fields = Pick<Person, 'ageBand' | 'gender' | 'occupation'>;

interface KnownPerson {
  key: number;
  fields: { [Field in keyof Fields]: string | null };
  version: DocumentVersion;
  stale: boolean;
}

export interface PersonWriter {
  /** Takes in a person as of a version, and gives their key in this file. */
  upsert(person: Person, version: DocumentVersion): number;
  /** Writes what the slice changed; the number of persons it added. */
  finish(): number;
}

export type BeginPersons = () => PersonWriter;

/** Prepares the statements once; each slice begins a writer of its own, so that a rollback leaves nothing behind. */
export function preparePersons(database: DatabaseSync): BeginPersons {
  const select = database.prepare('SELECT * FROM users WHERE user_id = ?');
  const insert = database.prepare(
    'INSERT INTO users (user_id, age_band, gender, occupation, event_time, offset) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const update = database.prepare(
    'UPDATE users SET age_band = ?, gender = ?, occupation = ?, event_time = ?, offset = ? WHERE user_key = ?',
  );

  function add(person: Person, version: DocumentVersion): KnownPerson {
    const { userId, ageBand, gender, occupation } = person;
    const { eventTime, offset } = version;
    const { lastInsertRowid } = insert.run(userId, ageBand, gender, occupation, eventTime, offset);
    return { key: Number(lastInsertRowid), fields: { ageBand, gender, occupation }, version, stale: false };
  }

  return () => {
    const known = new Map<string, KnownPerson>();
    let added = 0;
    function find(person: Person, version: DocumentVersion): KnownPerson {
      const kept = known.get(person.userId);
      if (kept !== undefined) return kept;
      const row = select.get(person.userId);
      const found = row === undefined ? add(person, version) : knownPerson(row);
      if (row === undefined) added += 1;
      known.set(person.userId, found);
      return found;
    }
    return {
      upsert(person, version) {
        const found = find(person, version);
        if (isNewer(version, found.version)) {
          const { ageBand, gender, occupation } = person;
          found.fields = { ageBand, gender, occupation };
          found.version = version;
          found.stale = true;
        }
        return found.key;
      },
      finish() {
        for (const { key, fields, version, stale } of known.values()) {
          if (!stale) continue;
          const { ageBand, gender, occupation } = fields;
          update.run(ageBand, gender, occupation, version.eventTime, version.offset, key);
        }
        return added;
      },
    };
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
    stale: false,
  };
}
