/** What the records of the topics change in what is known of a person. */
import { Compile } from 'typebox/compile';
import { asPseudonym, type MovieId, type Pseudonym } from '../../domain/ids.ts';
import {
  type InteractionRecord,
  InteractionTopicSchema,
  type InteractionType,
} from '../../domain/interaction.ts';
import { type RatingRecord, RatingRecordSchema } from '../../domain/rating.ts';
import { INTERACTIONS_TOPIC, MOVIES_TOPIC } from '../../domain/topics.ts';
import type { StreamRecord } from '../../stream/stream.ts';
import { applyRating, applyVerdict, type History, type RatedFilm, type Verdict } from '../history.ts';

/** One film of one person, rated (or the rating taken back) or judged. */
export type LiveEvent = { person: Pseudonym; movieId: MovieId } & (
  | { kind: 'rating'; film: RatedFilm }
  | { kind: 'verdict'; verdict: Verdict }
);

/** Interactions that say whether a person wants to see a film; of several the latest counts. */
export const VERDICT_TYPES = [
  'like',
  'dislike',
  'hide',
  'neutral',
] as const satisfies readonly InteractionType[];

const ratingRecord = Compile(RatingRecordSchema);
const interactionRecord = Compile(InteractionTopicSchema);
const decoder = new TextDecoder();

/**
 * The event of a record; null for one that changes nothing here (a view, a profile) and for one that breaks its schema,
 * which the consumer of the index keeps among the dead letters.
 */
export function readLiveEvent(record: Pick<StreamRecord, 'topic' | 'offset' | 'value'>): LiveEvent | null {
  const value = parseJson(record.value);
  if (record.topic === MOVIES_TOPIC) {
    return ratingRecord.Check(value) ? ratingEvent(value, record.offset) : null;
  }
  if (record.topic !== INTERACTIONS_TOPIC || !interactionRecord.Check(value)) return null;
  return value.kind === 'interaction' ? interactionEvent(value) : null;
}

/** A record without `eventTime` happened at its `timestamp`, as in the store. */
export function ratingEvent(record: RatingRecord, offset: number): LiveEvent {
  return {
    kind: 'rating',
    person: asPseudonym(record.user.userId),
    movieId: record.movie.movieId,
    film: { rating: record.rating, eventTime: record.eventTime ?? record.timestamp * 1_000, offset },
  };
}

/** Null for an interaction that does not say whether the person wants to see the film. */
export function interactionEvent(
  record: Pick<InteractionRecord, 'id' | 'user' | 'movieId' | 'type' | 'eventTime'>,
): LiveEvent | null {
  if (!VERDICT_TYPES.some((type) => type === record.type)) return null;
  return {
    kind: 'verdict',
    person: asPseudonym(record.user.userId),
    movieId: record.movieId,
    verdict: {
      hidden: record.type === 'dislike' || record.type === 'hide',
      eventTime: record.eventTime,
      id: record.id,
    },
  };
}

/** Takes an event into a history; says whether it changed anything. */
export function applyEvent(history: History, event: LiveEvent): boolean {
  return event.kind === 'rating'
    ? applyRating(history, event.movieId, event.film)
    : applyVerdict(history, event.movieId, event.verdict);
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(decoder.decode(bytes));
  } catch {
    return null;
  }
}
