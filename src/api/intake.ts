/**
 * Takes what people do into the stream: with a pseudonym instead of their id, the film's and the person's fields
 * added, and stamped. Resolves once the stream has it durably, and by then this instance knows of it.
 */
import { randomUUID } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { MatineeError } from '../domain/errors.ts';
import { asPseudonym, type Pseudonym, type UserId } from '../domain/ids.ts';
import type { InteractionRecord, InteractionType, ProfileRecord } from '../domain/interaction.ts';
import type { Movie } from '../domain/movie.ts';
import type { Person } from '../domain/person.ts';
import type { RecordPosition } from '../domain/position.ts';
import { type RatingRecord, SCHEMA_VERSION } from '../domain/rating.ts';
import { INTERACTIONS_TOPIC, MOVIES_TOPIC } from '../domain/topics.ts';
import { interactionEvent, type LiveEvent, ratingEvent } from '../recommender/live/event.ts';
import type { ApiDeps } from './deps.ts';

/** A rating to take in; `rating: null` takes one back. */
export interface NewRating {
  userId: UserId;
  movie: Movie;
  rating: number | null;
  /** Epoch seconds, from an importer; without it the rating is given now. */
  timestamp?: number;
}

export interface NewInteraction {
  userId: UserId;
  movieId: number;
  type: InteractionType;
  recommendationId?: string;
  position?: number;
}

export interface Intake {
  /** All of them, in order, or none; the position of each. */
  rate(ratings: readonly NewRating[]): Promise<RecordPosition[]>;
  /** All of them, in order, or none; the position of each. */
  interact(interactions: readonly NewInteraction[]): Promise<RecordPosition[]>;
  /** What a person said of themselves: a person who is new, or the new account of one who is not. */
  introduce(userId: UserId, fields: Omit<Person, 'userId'>): Promise<RecordPosition[]>;
  /** Drops what is kept in memory of a person. */
  forget(pseudonym: Pseudonym): void;
}

/** What a person does without saying anything of it. */
const TRACES: readonly InteractionType[] = ['view', 'click', 'impression'];

const PERSONS_HELD = 10_000;
/** Another instance may have heard of a change: fields of a person are read again after this. */
const PERSONS_HELD_MS = 60_000;

interface Draft<R> {
  record: R;
  eventOf: (offset: number) => LiveEvent | null;
}

export function createIntake(
  deps: Pick<ApiDeps, 'stream' | 'store' | 'live' | 'pseudonymiser' | 'cipher' | 'clock' | 'processingOf'>,
): Intake {
  const { stream, store, live, pseudonymiser, cipher } = deps;
  const persons = new LRUCache<Pseudonym, Person>({ max: PERSONS_HELD, ttl: PERSONS_HELD_MS });
  let latest = 0;

  /** Epoch milliseconds that never go back, whatever the clock does: offsets settle two of the same. */
  function stamp(): number {
    latest = Math.max(latest, deps.clock.now());
    return latest;
  }

  /** Their pseudonym, unless what is held of them is only stored. */
  function takenInAs(userId: UserId): Pseudonym {
    const pseudonym = pseudonymiser.pseudonymise(userId);
    if (deps.processingOf(pseudonym).restricted) throw ofRestricted();
    return pseudonym;
  }

  async function personOf(userId: UserId): Promise<Person> {
    const pseudonym = takenInAs(userId);
    const known = persons.get(pseudonym);
    if (known !== undefined) return known;
    const stored = await store.user(pseudonym);
    const person = stored ?? { userId: pseudonym, ageBand: null, gender: null, occupation: null };
    persons.set(pseudonym, person);
    return person;
  }

  async function accept(
    topic: string,
    drafts: readonly Draft<RatingRecord | InteractionRecord | ProfileRecord>[],
  ): Promise<RecordPosition[]> {
    const clear = drafts.map(({ record }) => ({
      person: asPseudonym(record.user.userId),
      value: JSON.stringify(record),
    }));
    const sealed = (await cipher.seal(clear)).filter((record) => record !== null);
    if (sealed.length < clear.length) throw ofErased();
    const positions = await stream.produce(topic, sealed);
    positions.forEach((position, index) => {
      live.accepted(position, drafts[index]?.eventOf(position.offset) ?? null);
    });
    return positions;
  }

  function draftRating(user: Person, { movie, rating, timestamp }: NewRating): Draft<RatingRecord> {
    const { movieId, title, genres, year } = movie;
    const when = timestamp === undefined ? stampedNow() : { timestamp };
    const record: RatingRecord = {
      schemaVersion: SCHEMA_VERSION,
      user,
      movie: { movieId, title, genres, year },
      rating,
      ...when,
    };
    return { record, eventOf: (offset) => ratingEvent(record, offset) };
  }

  function draftInteraction(user: Person, { userId: _, ...said }: NewInteraction): Draft<InteractionRecord> {
    const record: InteractionRecord = {
      schemaVersion: SCHEMA_VERSION,
      kind: 'interaction',
      id: randomUUID(),
      user,
      ...said,
      eventTime: stamp(),
    };
    return { record, eventOf: () => interactionEvent(record) };
  }

  function refuseTrace({ userId }: Person, type: InteractionType): void {
    if (deps.processingOf(asPseudonym(userId)).profiling || !TRACES.includes(type)) return;
    throw new MatineeError('CONFLICT', `This person is not profiled, and a ${type} is not collected`, {
      hint: 'What they say themselves (ratings, likes, the watchlist) is taken in.',
    });
  }

  function stampedNow() {
    const eventTime = stamp();
    return { timestamp: Math.floor(eventTime / 1_000), eventTime };
  }

  return {
    forget: (pseudonym) => persons.delete(pseudonym),
    async rate(ratings) {
      const users = await Promise.all(ratings.map(({ userId }) => personOf(userId)));
      const drafts = ratings.flatMap((rating, index) => {
        const user = users[index];
        return user === undefined ? [] : [draftRating(user, rating)];
      });
      return accept(MOVIES_TOPIC, drafts);
    },
    async interact(interactions) {
      const users = await Promise.all(interactions.map(({ userId }) => personOf(userId)));
      const drafts = interactions.flatMap((interaction, index) => {
        const user = users[index];
        if (user !== undefined) refuseTrace(user, interaction.type);
        return user === undefined ? [] : [draftInteraction(user, interaction)];
      });
      return accept(INTERACTIONS_TOPIC, drafts);
    },
    async introduce(userId, fields) {
      const user = { userId: takenInAs(userId), ...fields };
      const record: ProfileRecord = {
        schemaVersion: SCHEMA_VERSION,
        kind: 'profile',
        user,
        eventTime: stamp(),
      };
      const positions = await accept(INTERACTIONS_TOPIC, [{ record, eventOf: () => null }]);
      persons.set(user.userId, user);
      return positions;
    },
  };
}

function ofRestricted(): MatineeError {
  return new MatineeError(
    'CONFLICT',
    'What is held about this person is only stored, and nothing is taken in',
    {
      hint: 'They, or a steward, lift the restriction: DELETE /api/subjects/{userId}/restriction.',
    },
  );
}

function ofErased(): MatineeError {
  return new MatineeError(
    'CONFLICT',
    'The data of this person was erased, and nothing more is taken in about them',
    {
      hint: 'Somebody who comes back is a new person, with another userId.',
    },
  );
}
