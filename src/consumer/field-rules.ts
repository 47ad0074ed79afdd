/** What each field of a record must be, in words: finds and names the field that broke a schema. */
import type { TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import type { Rejection, RejectionCode } from '../domain/dead-letter.ts';
import { InteractionRecordSchema } from '../domain/interaction.ts';
import type { JsonObject } from '../domain/json.ts';
import { MAX_RATING, MIN_RATING, RatingRecordSchema } from '../domain/rating.ts';
import type { RecordKind } from './clean-data.ts';

interface FieldRule {
  field: string;
  code: RejectionCode;
  /** Completes "<field> is not …". */
  expected: string;
  holds: (value: unknown) => boolean;
}

function rule(field: string, schema: TSchema, code: RejectionCode, expected: string): FieldRule {
  const validator = Compile(schema);
  return { field, code, expected, holds: (value) => validator.Check(value) };
}

function optional(fieldRule: FieldRule): FieldRule {
  return { ...fieldRule, holds: (value) => value === undefined || fieldRule.holds(value) };
}

const rating = RatingRecordSchema.properties;
const interaction = InteractionRecordSchema.properties;

const USER = rule(
  'user',
  rating.user,
  'bad-user',
  'a pseudonym of 16 to 64 base64url characters with a known ageBand, and short texts or null for the rest',
);
const EVENT_TIME = rule(
  'eventTime',
  interaction.eventTime,
  'bad-timestamp',
  'a whole number of epoch milliseconds from 1970 to 2200',
);

const RULES: Record<RecordKind, readonly FieldRule[]> = {
  rating: [
    USER,
    rule(
      'movie',
      rating.movie,
      'bad-movie',
      'a movieId from 1, a title, a list of genres, and a year from 1870 to 2200 or null',
    ),
    rule('rating', rating.rating, 'bad-rating', `a number from ${MIN_RATING} to ${MAX_RATING}, or null`),
    rule('timestamp', rating.timestamp, 'bad-timestamp', 'a whole number of epoch seconds from 1970 to 2200'),
    optional(EVENT_TIME),
  ],
  interaction: [
    USER,
    rule('movieId', interaction.movieId, 'bad-movie', 'a whole number from 1'),
    rule('id', interaction.id, 'bad-interaction', 'a text of 1 to 64 characters'),
    rule('type', interaction.type, 'bad-interaction', `one of ${interaction.type.enum.join(', ')}`),
    EVENT_TIME,
    optional(
      rule(
        'recommendationId',
        interaction.recommendationId,
        'bad-interaction',
        'a text of 1 to 64 characters',
      ),
    ),
    optional(rule('position', interaction.position, 'bad-interaction', 'a whole number from 1 to 10000')),
  ],
  profile: [USER, EVENT_TIME],
};

/**
 * Why a record that failed its whole schema did, by its first broken field. Never quotes a value: it may speak of a
 * person.
 */
export function explainRejection(kind: RecordKind, fields: JsonObject): Rejection {
  const broken = RULES[kind].find(({ field, holds }) => !holds(fields[field]));
  if (broken === undefined) {
    return { code: 'unknown-kind', message: `the ${kind} does not have the shape of its schema` };
  }
  const is = fields[broken.field] === undefined ? 'is missing: it must be' : 'is not';
  return { code: broken.code, message: `${broken.field} ${is} ${broken.expected}` };
}
