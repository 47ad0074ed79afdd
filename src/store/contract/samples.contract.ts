/** Persons, films and ratings for the contract suite, and the shape of what it tests. */
import { AGE_BANDS } from '../../domain/closed-words.ts';
import { asPseudonym, type MovieId, type Pseudonym } from '../../domain/ids.ts';
import type { Movie } from '../../domain/movie.ts';
import type { Person } from '../../domain/person.ts';
import type { RatingWrite, Store } from '../store.ts';

export interface OpenedStore {
  store: Store;
  /** Closes the store and removes what it left. */
  dispose(): Promise<void>;
}

/** Opens a store with nothing in it. */
export type OpenEmptyStore = () => Promise<OpenedStore>;

const GENRES = ['Action', 'Comedy', 'Drama', 'Film-Noir', 'Sci-Fi'] as const;

/** A whole number of two digits as `dd`. */
const padded = (value: number) => String(value).padStart(2, '0');

/** `dd-MM-yyyy HH:mm:ss` in UTC, of epoch seconds. */
export function formattedDate(timestamp: number): string {
  const date = new Date(timestamp * 1000);
  const day = [padded(date.getUTCDate()), padded(date.getUTCMonth() + 1), String(date.getUTCFullYear())];
  const time = [date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()].map(padded);
  return `${day.join('-')} ${time.join(':')}`;
}

export function pseudonym(number: number): Pseudonym {
  return asPseudonym(`person-of-a-test-${number}`);
}

/** Each number a person of their own; every fourth says nothing of themselves. */
export function samplePerson(number: number): Person {
  const silent = number % 4 === 3;
  return {
    userId: pseudonym(number),
    ageBand: silent ? null : (AGE_BANDS[number % AGE_BANDS.length] ?? null),
    gender: silent ? null : number % 2 === 0 ? 'F' : 'M',
    occupation: silent ? null : `occupation ${number % 5}`,
  };
}

/** Each number a film of its own; every fifth has no year. */
export function sampleMovie(movieId: MovieId): Movie {
  return {
    movieId,
    title: `Film number ${movieId}`,
    genres: GENRES.filter((_, place) => (movieId >> place) % 2 === 1),
    year: movieId % 5 === 4 ? null : 1950 + (movieId % 60),
  };
}

/** A rating of person 1 for film 1, at 3.5, on 2001-09-09, unless said otherwise. */
export function sampleRating(
  fields: Partial<Omit<RatingWrite, 'user' | 'movie'>> & {
    user?: number | Person;
    movie?: number | Movie;
  } = {},
): RatingWrite {
  const { user = 1, movie = 1, timestamp = 1_000_000_000, ...rest } = fields;
  return {
    user: typeof user === 'number' ? samplePerson(user) : user,
    movie: typeof movie === 'number' ? sampleMovie(movie) : movie,
    rating: 3.5,
    timestamp,
    formatted_date: formattedDate(timestamp),
    eventTime: timestamp * 1000,
    offset: 0,
    ...rest,
  };
}

/** Opens an empty store, hands it to the test, and removes it whatever happens. */
export async function withStore(open: OpenEmptyStore, use: (store: Store) => Promise<void>): Promise<void> {
  const { store, dispose } = await open();
  try {
    await use(store);
  } finally {
    await dispose();
  }
}

/** Writes ratings, which all must be taken, and makes them visible in every store. */
export async function index(store: Store, ratings: readonly RatingWrite[]): Promise<void> {
  const failures = await store.write({ ratings });
  if (failures.length > 0) throw new Error(`The store refused ${JSON.stringify(failures[0])}`);
  await store.flush();
}

/** Everything a scan gives, a line for each rating. */
export async function scannedRatings(store: Store): Promise<string[]> {
  const found: string[] = [];
  for await (const { users, movies, ratings, timestamps } of store.scanRatings()) {
    for (const [place, user] of users.entries()) {
      found.push(`${user} ${movies[place]} ${ratings[place]} ${timestamps[place]}`);
    }
  }
  return found;
}
