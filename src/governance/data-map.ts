/**
 * The data map: every field that is stored, with its category; a category says why it is kept, on what ground, for how long
 * and where it flows. A field of a record without an entry does not compile; a test holds the tables against the files
 * themselves. The documents in `docs/privacy` are written from here.
 */
import type { InteractionRecord, ProfileRecord } from '../domain/interaction.ts';
import type { Movie } from '../domain/movie.ts';
import type { Person } from '../domain/person.ts';
import type { RatingRecord } from '../domain/rating.ts';
import type { LocalText } from './data-map-texts.ts';

/** What a field is, whoever it is kept of. All but the last two are personal data. */
export type Category =
  /** Stands for a person where their id does not. */
  | 'pseudonym'
  /** What a person said of themselves, or the data set does. */
  | 'demographics'
  /** What a person did with films. */
  | 'behaviour'
  /** What reads or hides the records of a person. */
  | 'person-key'
  /** What an erased person is kept out by, and the proof of it. */
  | 'erasure'
  /** What somebody comes in with: accounts, sessions, keys of programs. */
  | 'access'
  /** What a person has forbidden. */
  | 'choice'
  /** Who did what to whom. */
  | 'audit'
  /** Films, which are public. */
  | 'catalogue'
  /** What the system needs to work, about nobody. */
  | 'operation';

/** A field that is made of others, each with an entry of its own. */
type Part = 'person' | 'film' | Category;

type Fields<Stored> = { readonly [Field in keyof Required<Stored>]: Part };

const PERSON = {
  userId: 'pseudonym',
  ageBand: 'demographics',
  gender: 'demographics',
  occupation: 'demographics',
} as const satisfies Fields<Person>;

const FILM = {
  movieId: 'catalogue',
  title: 'catalogue',
  genres: 'catalogue',
  year: 'catalogue',
} as const satisfies Fields<Movie>;

const RATING = {
  schemaVersion: 'operation',
  user: 'person',
  movie: 'film',
  rating: 'behaviour',
  timestamp: 'behaviour',
  eventTime: 'behaviour',
} as const satisfies Fields<RatingRecord>;

const INTERACTION = {
  schemaVersion: 'operation',
  kind: 'operation',
  id: 'behaviour',
  user: 'person',
  movieId: 'behaviour',
  type: 'behaviour',
  eventTime: 'behaviour',
  recommendationId: 'behaviour',
  position: 'behaviour',
} as const satisfies Fields<InteractionRecord>;

const PROFILE = {
  schemaVersion: 'operation',
  kind: 'operation',
  user: 'person',
  eventTime: 'behaviour',
} as const satisfies Fields<ProfileRecord>;

/** Fields of the records of the topics, by kind of record; parts are taken apart. */
export const RECORD_FIELDS: Readonly<Record<string, Readonly<Record<string, Category>>>> = {
  rating: takenApart(RATING),
  interaction: takenApart(INTERACTION),
  profile: takenApart(PROFILE),
};

/** A table of a file of the home: every column with its category. */
type Tables = Readonly<Record<string, Readonly<Record<string, Category>>>>;

/** `index/index.db`. */
export const INDEX_TABLES: Tables = {
  identity: { one: 'operation', key_fingerprint: 'operation', data_set: 'operation' },
  counters: allOf('operation', 'one ratings movies users interactions catalogue slice erasures'),
  users: {
    user_key: 'pseudonym',
    user_id: 'pseudonym',
    ...allOf('demographics', 'age_band gender occupation'),
    ...allOf('behaviour', 'event_time offset'),
  },
  movies: { ...allOf('catalogue', 'movie_id title genres year'), changed_in: 'operation' },
  movie_genres: allOf('catalogue', 'genre movie_id'),
  movie_state: allOf('operation', 'movie_id event_time offset ratings rating_sum counted_in'),
  ratings: { user_key: 'pseudonym', ...allOf('behaviour', 'movie_id rating timestamp event_time offset') },
  interactions: {
    user_key: 'pseudonym',
    ...allOf('behaviour', 'id movie_id type event_time offset recommendation_id position'),
  },
  suppressed: { digest: 'erasure' },
};

/** `keys/persons.db`. */
export const KEY_TABLES: Tables = {
  meta: allOf('operation', 'one key_fingerprint suppression_key signing_key erasures'),
  person_key: { pseudonym: 'pseudonym', ...allOf('person-key', 'stream_id wrapped_key') },
  destroyed_key: { stream_id: 'erasure' },
  suppressed: { digest: 'erasure' },
  erasure: allOf('erasure', 'digest pseudonym facts receipt'),
  account: { pseudonym: 'pseudonym', ...allOf('access', 'id name password role sealed_user_id created_at') },
  session: {
    pseudonym: 'pseudonym',
    ...allOf('access', 'digest account_id actor roles sealed_user_id expires_at'),
  },
  api_key: {
    pseudonym: 'pseudonym',
    ...allOf('access', 'id name role scopes digest previous_digest previous_until sealed_user_id'),
    ...allOf('access', 'created_at expires_at'),
  },
  processing: { pseudonym: 'pseudonym', ...allOf('choice', 'profiling restricted') },
  alias: { pseudonym: 'pseudonym', alias: 'audit' },
  audit_head: { one: 'operation', ...allOf('audit', 'entries bytes hash line') },
};

/** Entries of `keys/audit.ndjson`. */
export const AUDIT_LOG_FIELDS: Tables = {
  entry: allOf('audit', 'sequence at actor action subject object why outcome previous hash'),
};

/** `log/log.db`: what its payloads hold is in `RECORD_FIELDS`, encrypted by person. */
export const LOG_TABLES: Tables = {
  topic: allOf('operation', 'id name retention_ms'),
  partition: allOf('operation', 'id topic_id number earliest_offset next_offset'),
  payload: { id: 'operation', bytes: 'behaviour' },
  batch: allOf('operation', 'partition_id base_offset records timestamp checksum payload_id'),
  staged: allOf('operation', 'payload_id staged_at'),
  consumer_group: allOf('operation', 'name generation'),
  member: allOf('operation', 'group_name id topics lease_until'),
  assignment: allOf('operation', 'group_name partition_id member_id generation'),
  group_offset: allOf('operation', 'group_name partition_id next_offset'),
};

export interface CategoryPolicy {
  name: LocalText;
  /** Whether it is personal data (GDPR, Article 4). */
  personal: boolean;
  purpose: LocalText;
  /** The ground that the software is built for; which one holds is for the controller to say. */
  basis: LocalText;
  retention: LocalText;
  flows: LocalText;
}

function allOf(category: Category, columns: string): Record<string, Category> {
  return Object.fromEntries(columns.split(' ').map((column) => [column, category]));
}

function takenApart(fields: Readonly<Record<string, Part>>): Record<string, Category> {
  const within = (name: string, parts: Readonly<Record<string, Category>>) =>
    Object.entries(parts).map(([field, category]): [string, Category] => [`${name}.${field}`, category]);
  return Object.fromEntries(
    Object.entries(fields).flatMap(([field, part]): [string, Category][] => {
      if (part === 'person') return within(field, PERSON);
      return part === 'film' ? within(field, FILM) : [[field, part]];
    }),
  );
}
