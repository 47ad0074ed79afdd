/** Operator: a valid record → what the store writes of it, versioned by event time and offset. */
import type { InteractionWrite, WriteBatch } from '../store/store.ts';
import type { ValidRecord } from './validate.ts';

type UserWrite = NonNullable<WriteBatch['users']>[number];
type RatingWrite = NonNullable<WriteBatch['ratings']>[number];

/** One item of a batch, and the list it belongs to. */
export type Write =
  | { list: 'ratings'; item: RatingWrite }
  | { list: 'interactions'; item: InteractionWrite }
  | { list: 'users'; item: UserWrite };

/** `offset` is the record's own in its partition: of two events at one time, the later record wins. */
export function toWrite(valid: ValidRecord, offset: number): Write {
  switch (valid.kind) {
    case 'rating': {
      const { user, movie, rating, timestamp, formatted_date, eventTime = timestamp * 1_000 } = valid.record;
      return {
        list: 'ratings',
        item: { user, movie, rating, timestamp, formatted_date, eventTime, offset },
      };
    }
    case 'interaction': {
      const { schemaVersion: _version, kind: _kind, ...document } = valid.record;
      return { list: 'interactions', item: { ...document, offset } };
    }
    case 'profile': {
      const { user, eventTime } = valid.record;
      return { list: 'users', item: { ...user, eventTime, offset } };
    }
  }
}
