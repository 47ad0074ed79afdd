/**
 * Operator: `clean_data` of the flow, a JSON object → the same with every field in its own type. The rules lie in
 * `cleaning/`, each said once for the two runners of the consumer, this one and `spark/`. In words:
 *
 * | field | rule |
 * |---|---|
 * | `schemaVersion` | must be 1; anything else is `unknown-version` |
 * | `kind` (topic `interactions`) | `interaction` or `profile`; anything else is `unknown-kind` |
 * | `timestamp` | number or decimal digits → integer; from 10^11 and below 10^14 it is milliseconds and is divided by 1,000; fractions are cut off |
 * | `eventTime` | number or decimal digits → integer milliseconds, fractions cut off; null counts as absent |
 * | `formatted_date` | always computed: the cleaned `timestamp` as `dd-MM-yyyy HH:mm:ss`, UTC |
 * | `rating` | number or decimal digits → number; null (the rating was taken back) stays |
 * | `movie.movieId`, `movieId` | number or decimal digits → integer |
 * | `movie.title` | Unicode NFC, white space trimmed and each run of it one space |
 * | `movie.genres` | a list, or one text parted by `\|` → list of trimmed texts; empty ones, `(no genres listed)` and repetitions are dropped |
 * | `movie.year` | number or decimal digits → integer; absent → null |
 * | `user.userId`, `id`, `type` | as they are |
 * | `user.ageBand`, `user.gender`, `user.occupation` | trimmed; absent or empty → null |
 * | `position` | number or decimal digits → integer; null counts as absent |
 * | `recommendationId` | null counts as absent |
 * | any other field | dropped, at every level |
 *
 * "Decimal digits" is a text that matches `DECIMAL` once trimmed. A value that no rule can change stays as it is, and
 * `validate` turns it away. Cleaning what is clean changes nothing.
 */
import { accepted, type Outcome, rejected } from '../domain/dead-letter.ts';
import type { JsonObject } from '../domain/json.ts';
import { SCHEMA_VERSION } from '../domain/rating.ts';
import { type FlowTopic, MOVIES_TOPIC } from '../domain/topics.ts';
import { wholeNumber } from './cleaning/numbers.ts';
import { EVENT_TIME, MAX_SECONDS, PERSON, RATING } from './cleaning/rating-shape.ts';
import { cleanShape, cleanWithin } from './cleaning/shape.ts';
import { formatDate } from './formatted-date.ts';

export type RecordKind = 'rating' | 'interaction' | 'profile';

/** A cleaned object that nobody has validated yet. */
export interface CleanedRecord {
  kind: RecordKind;
  fields: JsonObject;
}

export function cleanData(topic: FlowTopic, raw: JsonObject): Outcome<CleanedRecord> {
  if (raw.schemaVersion !== SCHEMA_VERSION) {
    return rejected('unknown-version', `schemaVersion must be ${SCHEMA_VERSION}, the one this build reads`);
  }
  if (topic === MOVIES_TOPIC) return accepted({ kind: 'rating', fields: cleanRating(raw) });
  switch (raw.kind) {
    case 'interaction':
      return accepted({ kind: 'interaction', fields: cleanInteraction(raw) });
    case 'profile':
      return accepted({ kind: 'profile', fields: cleanProfile(raw) });
    default:
      return rejected('unknown-kind', 'kind must be "interaction" or "profile"');
  }
}

function cleanRating(raw: JsonObject): JsonObject {
  const fields: JsonObject = { schemaVersion: raw.schemaVersion, ...cleanShape(RATING, raw) };
  const { timestamp } = fields;
  fields.formatted_date = isFormattable(timestamp) ? formatDate(timestamp) : null;
  if (raw.eventTime !== undefined && raw.eventTime !== null)
    fields.eventTime = EVENT_TIME.clean(raw.eventTime);
  return fields;
}

function cleanInteraction(raw: JsonObject): JsonObject {
  const fields: JsonObject = {
    schemaVersion: raw.schemaVersion,
    kind: raw.kind,
    id: raw.id,
    user: cleanWithin(PERSON, raw.user),
    movieId: wholeNumber.clean(raw.movieId),
    type: raw.type,
    eventTime: EVENT_TIME.clean(raw.eventTime),
  };
  if (raw.recommendationId !== undefined && raw.recommendationId !== null) {
    fields.recommendationId = raw.recommendationId;
  }
  if (raw.position !== undefined && raw.position !== null) fields.position = wholeNumber.clean(raw.position);
  return fields;
}

function cleanProfile(raw: JsonObject): JsonObject {
  return {
    schemaVersion: raw.schemaVersion,
    kind: raw.kind,
    user: cleanWithin(PERSON, raw.user),
    eventTime: EVENT_TIME.clean(raw.eventTime),
  };
}

function isFormattable(timestamp: unknown): timestamp is number {
  return typeof timestamp === 'number' && timestamp >= 0 && timestamp <= MAX_SECONDS;
}
