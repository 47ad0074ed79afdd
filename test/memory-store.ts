/** The writing half of a store in memory, for tests of the rooms that write: versions count, nothing is durable. */
import type {
  DocumentVersion,
  InteractionWrite,
  RatingWrite,
  Store,
  WriteBatch,
} from '../src/store/store.ts';

type UserWrite = NonNullable<WriteBatch['users']>[number];

export interface MemoryStore extends Pick<Store, 'write' | 'flush'> {
  /** By `person/film`; tombstones stay, with a null rating. */
  readonly ratings: Map<string, RatingWrite>;
  readonly interactions: Map<string, InteractionWrite>;
  readonly users: Map<string, UserWrite>;
  /** How many times it was flushed. */
  readonly flushes: number;
}

export function createMemoryStore(): MemoryStore {
  const ratings = new Map<string, RatingWrite>();
  const interactions = new Map<string, InteractionWrite>();
  const users = new Map<string, UserWrite>();
  let flushes = 0;
  return {
    ratings,
    interactions,
    users,
    get flushes() {
      return flushes;
    },
    write(batch) {
      for (const write of batch.ratings ?? []) {
        upsert(ratings, `${write.user.userId}/${write.movie.movieId}`, write);
      }
      for (const write of batch.interactions ?? []) upsert(interactions, write.id, write);
      for (const write of batch.users ?? []) upsert(users, write.userId, write);
      return Promise.resolve([]);
    },
    flush() {
      flushes++;
      return Promise.resolve();
    },
  };
}

function upsert<T extends DocumentVersion>(documents: Map<string, T>, id: string, write: T): void {
  const known = documents.get(id);
  const newer =
    known === undefined ||
    write.eventTime > known.eventTime ||
    (write.eventTime === known.eventTime && write.offset > known.offset);
  if (newer) documents.set(id, write);
}
