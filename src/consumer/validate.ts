/** Operator: a cleaned object → a record that is known to be whole, in range and of a believable time. */
import { type Static, Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { accepted, type Outcome, rejected } from '../domain/dead-letter.ts';
import {
  type InteractionRecord,
  InteractionRecordSchema,
  type ProfileRecord,
  ProfileRecordSchema,
} from '../domain/interaction.ts';
import { RatingRecordSchema } from '../domain/rating.ts';
import type { CleanedRecord } from './clean-data.ts';
import { explainRejection } from './field-rules.ts';

/** A rating record with the date that cleaning wrote. */
const CleanRatingSchema = Type.Object(
  { ...RatingRecordSchema.properties, formatted_date: Type.String() },
  { additionalProperties: false },
);

export type ValidRecord =
  | { kind: 'rating'; record: Static<typeof CleanRatingSchema> }
  | { kind: 'interaction'; record: InteractionRecord }
  | { kind: 'profile'; record: ProfileRecord };

/** The times an event may have, in epoch milliseconds, both included. */
export interface EventWindow {
  earliestMs: number;
  latestMs: number;
}

const ratingRecord = Compile(CleanRatingSchema);
const interactionRecord = Compile(InteractionRecordSchema);
const profileRecord = Compile(ProfileRecordSchema);

export function validate(cleaned: CleanedRecord, window: EventWindow): Outcome<ValidRecord> {
  const { kind, fields } = cleaned;
  switch (kind) {
    case 'rating': {
      if (!ratingRecord.Check(fields)) break;
      const ratedMs = fields.timestamp * 1_000;
      const misdated = misdatedBy(ratedMs, window) ?? misdatedBy(fields.eventTime ?? ratedMs, window);
      return misdated ?? accepted({ kind, record: fields });
    }
    case 'interaction':
      if (!interactionRecord.Check(fields)) break;
      return misdatedBy(fields.eventTime, window) ?? accepted({ kind, record: fields });
    case 'profile':
      if (!profileRecord.Check(fields)) break;
      return misdatedBy(fields.eventTime, window) ?? accepted({ kind, record: fields });
  }
  return { ok: false, reason: explainRejection(kind, fields) };
}

function misdatedBy(eventMs: number, { earliestMs, latestMs }: EventWindow): Outcome<never> | null {
  if (eventMs > latestMs) {
    const seconds = Math.ceil((eventMs - latestMs) / 1_000);
    return rejected('future-timestamp', `the event lies ${seconds} s beyond the latest time allowed`);
  }
  if (eventMs < earliestMs) {
    return rejected('bad-timestamp', `the event lies before ${new Date(earliestMs).toISOString()}`);
  }
  return null;
}
