/**
 * The port of the store: `index_movies` (one document for each person and film), `movies`, `users` and
 * `index_interactions`. `embedded/` keeps it in the home, `elasticsearch/` on a cluster; both pass
 * `store.contract.ts`. Writes are idempotent: a document carries a version, and an older version changes nothing.
 */
import type { MovieId, Pseudonym } from '../domain/ids.ts';
import type { InteractionDocument, InteractionType } from '../domain/interaction.ts';
import type { Movie } from '../domain/movie.ts';
import type { Person } from '../domain/person.ts';
import type { RatingDocument } from '../domain/rating.ts';

/** Event time in epoch milliseconds; of two alike, the later offset wins. */
export interface DocumentVersion {
  eventTime: number;
  offset: number;
}

/** A rating to index, or with `rating: null` one to take out. Its id follows from person and film. */
export interface RatingWrite extends DocumentVersion {
  user: Person;
  movie: Movie;
  rating: number | null;
  /** Epoch seconds. */
  timestamp: number;
  formatted_date: string;
}

export interface InteractionWrite extends InteractionDocument {
  offset: number;
}

/** What one flush of the consumer writes. Films and persons of the ratings, and persons of the interactions, are upserted with them. */
export interface WriteBatch {
  ratings?: readonly RatingWrite[];
  interactions?: readonly InteractionWrite[];
  /** Films and persons that come without a rating. */
  movies?: readonly (Movie & DocumentVersion)[];
  users?: readonly (Person & DocumentVersion)[];
}

/** An item that the store refused; the rest of the batch stands. */
export interface WriteFailure {
  list: keyof WriteBatch;
  /** Its place in that list. */
  item: number;
  reason: string;
  /** Whether the same write may succeed later. */
  retryable: boolean;
}

export interface RatingHistoryItem {
  movieId: MovieId;
  rating: number;
  /** Epoch seconds. */
  timestamp: number;
  version: DocumentVersion;
}

export interface MovieSummary extends Movie {
  /** Ratings in the index, and their mean; null without any. */
  ratings: number;
  meanRating: number | null;
}

export interface MovieQuery {
  /** What a person typed: words of the title, genres, a year; typos and missing accents are forgiven. */
  query?: string;
  genre?: string;
  year?: number;
  fromYear?: number;
  toYear?: number;
  /** From 1. */
  page: number;
  perPage: number;
}

export interface Facet {
  value: string;
  count: number;
}

export interface MoviePage {
  total: number;
  results: MovieSummary[];
  /** Counts over all hits, not the page: genres by count, decades by their first year (`1990`). */
  facets: { genres: Facet[]; decades: Facet[] };
}

/** Fields of `index_movies` that an aggregation can group or filter by. */
export type RatingField =
  | 'rating'
  | 'timestamp'
  | 'movie.movieId'
  | 'movie.genres'
  | 'movie.year'
  | 'user.userId'
  | 'user.ageBand'
  | 'user.gender'
  | 'user.occupation';

export interface RatingFilter {
  /** Every condition must hold; several values of one field are alternatives. */
  terms?: Partial<Record<RatingField, readonly (string | number)[]>>;
  /** Epoch seconds, `from` included, `to` not. */
  timestamp?: { from?: number; to?: number };
  /** Keys of `domain/demographics.ts`, alternatives like the values of a field. */
  demographics?: readonly string[];
}

export type Grouping =
  | {
      kind: 'terms';
      field: Exclude<RatingField, 'timestamp'>;
      size: number;
      orderBy: 'count' | 'average' | 'key';
    }
  | { kind: 'histogram'; field: 'rating' | 'movie.year'; interval: number }
  | { kind: 'date_histogram'; interval: 'day' | 'week' | 'month' | 'year' }
  /** UTC; weekday 1 is Monday, as ISO 8601 has it. */
  | { kind: 'hour_of_day' }
  | { kind: 'weekday' }
  /** UTC; hours since Monday 0:00, from 0 to 167. */
  | { kind: 'hour_of_week' }
  /** What people say of themselves together, by the keys of `domain/demographics.ts`. */
  | { kind: 'demographics' };

export interface AggregationQuery {
  groupBy: Grouping;
  filter?: RatingFilter;
  /** Whether to tell of each bucket how many people it is about. */
  countPeople?: boolean;
}

export interface Bucket {
  /** A term, the lower bound of an interval, or the first second of a date bucket (epoch seconds). */
  key: string | number;
  count: number;
  /** Mean rating of the bucket. */
  average: number;
  /** People who rated in it, where they were to be counted: exact up to a thousand, beyond that about right. */
  people?: number;
}

export interface Totals {
  ratings: number;
  movies: number;
  users: number;
  interactions: number;
}

/** A block of the index for training: parallel columns, one entry a rating. */
export interface RatingColumns {
  users: Pseudonym[];
  movies: Int32Array;
  ratings: Float32Array;
  /** Epoch seconds. */
  timestamps: Float64Array;
}

/** A block of `index_interactions` for training: parallel columns, one entry an interaction. */
export interface InteractionColumns {
  users: Pseudonym[];
  movies: Int32Array;
  types: InteractionType[];
  /** Epoch milliseconds. */
  eventTimes: Float64Array;
}

/** A block of the interactions with films that answers had shown: parallel columns, one entry an interaction. */
export interface ShownColumns extends InteractionColumns {
  recommendationIds: string[];
}

/** What the store holds of itself, to refuse state that belongs to something else. */
export interface StoreIdentity {
  /** Fingerprint of the pseudonymisation key. */
  keyFingerprint: string;
  /** Name and fingerprint of the data set the state was built from. */
  dataSet: string;
}

/** Interactions of these types from before a moment, in epoch milliseconds. */
export interface OldInteractions {
  types: readonly InteractionType[];
  before: number;
}

/** What was taken out with a person. */
export interface ErasedDocuments {
  ratings: number;
  interactions: number;
  /** 1, or 0 when nothing was known of them. */
  users: number;
}

export interface Store {
  /** Records the identity of a new store; a store that has another is `CONFLICT`. */
  claim(identity: StoreIdentity): Promise<void>;
  /**
   * Writes a batch in slices that hold the writer for 10 ms at most. Visible to readers once resolved, durable after
   * `flush`. Returns the items refused; throws only when nothing can be written (`UNAVAILABLE`).
   */
  write(batch: WriteBatch): Promise<WriteFailure[]>;
  /** Makes everything written so far durable. Offsets are committed behind it, never before. */
  flush(): Promise<void>;
  /**
   * Takes everything of a person out, overwritten on the disk, and lets nothing in again: later writes of them change
   * nothing, whatever process they come from. Doing it again changes nothing. `UNAVAILABLE` while a reader of another process
   * keeps deleted rows alive; what was done then stays done.
   */
  erasePerson(userId: Pseudonym): Promise<ErasedDocuments>;
  /**
   * Takes out whoever has one of these digests (HMAC-SHA-256 of the pseudonym under the suppression key that the store was
   * opened with), as `erasePerson` does: what an older state brought back. Gives how many persons were there.
   */
  eraseDigests(digests: readonly Uint8Array[]): Promise<number>;
  /** How often a person who was known has been erased: a model has seen nobody erased if this has not moved since. */
  erasures(): Promise<number>;

  /** Takes old interactions out, overwritten on the disk, and says how many there were. What a late record brings comes in again. */
  dropInteractions(old: OldInteractions): Promise<number>;
  /** How many that would be. */
  countInteractions(old: OldInteractions): Promise<number>;

  totals(): Promise<Totals>;
  movie(movieId: MovieId): Promise<MovieSummary | null>;
  /** The films that exist among these, in the order asked for. */
  movies(movieIds: readonly MovieId[]): Promise<MovieSummary[]>;
  /** Every film, by id: the catalogue that the recommender keeps in memory. */
  catalogue(): Promise<MovieSummary[]>;
  /** Grows whenever a film is added or changed, so that a kept catalogue knows when it is stale. */
  catalogueVersion(): Promise<number>;
  searchMovies(query: MovieQuery): Promise<MoviePage>;
  /** Films whose title has words beginning as typed, most rated first among equals. */
  suggestMovies(prefix: string, limit: number): Promise<Movie[]>;
  /** Films alike by title words, genres and era, without any model. */
  moreLikeThis(movieId: MovieId, limit: number): Promise<Movie[]>;

  user(userId: Pseudonym): Promise<Person | null>;
  /** Everybody in the index, each once, in blocks; who comes meanwhile may be among them. */
  scanUsers(): AsyncIterable<Pseudonym[]>;
  /** A person's ratings, latest first. */
  ratingsOf(userId: Pseudonym): Promise<RatingHistoryItem[]>;
  /** A person's interactions of these types, latest first. */
  interactionsOf(userId: Pseudonym, types: readonly InteractionType[]): Promise<InteractionDocument[]>;
  rating(userId: Pseudonym, movieId: MovieId): Promise<RatingDocument | null>;

  /** Only buckets with a rating, ascending by key unless `orderBy` says otherwise; equal ones by key. */
  aggregate(query: AggregationQuery): Promise<Bucket[]>;
  /** The whole index in blocks, each read from a state that no write tears; for training and exports. */
  scanRatings(): AsyncIterable<RatingColumns>;
  /** All interactions of these types, in blocks, each read from a state that no write tears; for training and exports. */
  scanInteractions(types: readonly InteractionType[]): AsyncIterable<InteractionColumns>;
  /** Of these, the ones with films shown by an answer whose `recommendationId` begins so. */
  scanShown(types: readonly InteractionType[], idPrefix: string): AsyncIterable<ShownColumns>;
  close(): Promise<void>;
}
