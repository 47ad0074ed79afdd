/** What the records of the topics change in what is known of a person. */
import { Compile } from 'typebox/compile';
import { asPseudonym, type MovieId, type Pseudonym } from '../../domain/ids.ts';
import { type InteractionRecord, InteractionTopicSchema } from '../../domain/interaction.ts';
import { type RatingRecord, RatingRecordSchema } from '../../domain/rating.ts';
import { INTERACTIONS_TOPIC, MOVIES_TOPIC } from '../../domain/topics.ts';
import { type Listing, listingOf, traceOf, type Verdict, verdictOf } from '../../model/feedback/signal.ts';
import type { StreamRecord } from '../../stream/stream.ts';
import { applyListing, applyRating, applyTrace, applyVerdict, type History } from '../history.ts';
import type { RatedFilm } from '../rated-films.ts';

/** One film of one person: rated (or the rating taken back), judged, or touched. */
export type LiveEvent = { person: Pseudonym; movieId: MovieId } & (
  | { kind: 'rating'; film: RatedFilm }
  | { kind: 'verdict'; verdict: Verdict }
  | { kind: 'listing'; listing: Listing }
  | { kind: 'trace'; trace: number }
);

const ratingRecord = Compile(RatingRecordSchema);
const interactionRecord = Compile(InteractionTopicSchema);
const decoder = new TextDecoder();

/**
 * The event of a record; null for one that changes nothing here (an impression, a profile) and for one that breaks its schema,
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

/** Null for an interaction that says nothing of the film. */
export function interactionEvent({
  user,
  movieId,
  type,
  eventTime,
}: Pick<InteractionRecord, 'user' | 'movieId' | 'type' | 'eventTime'>): LiveEvent | null {
  const about = { person: asPseudonym(user.userId), movieId };
  const verdict = verdictOf(type, eventTime);
  if (verdict !== null) return { ...about, kind: 'verdict', verdict };
  const listing = listingOf(type, eventTime);
  if (listing !== null) return { ...about, kind: 'listing', listing };
  const trace = traceOf(type);
  return trace === 0 ? null : { ...about, kind: 'trace', trace };
}

/** Takes an event into a history; says whether it changed anything. */
export function applyEvent(history: History, event: LiveEvent): boolean {
  switch (event.kind) {
    case 'rating':
      return applyRating(history, event.movieId, event.film);
    case 'verdict':
      return applyVerdict(history, event.movieId, event.verdict);
    case 'listing':
      return applyListing(history, event.movieId, event.listing);
    case 'trace':
      return applyTrace(history, event.movieId, event.trace);
  }
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(decoder.decode(bytes));
  } catch {
    return null;
  }
}
