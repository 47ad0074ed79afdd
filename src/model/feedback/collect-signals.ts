/** From the interactions of everybody to one signal for each person and film. */
import type { InteractionType } from '../../domain/interaction.ts';
import type { RatingColumns } from '../ratings.ts';
import { addSaid, type FeedbackWeights, NOTHING_SAID, type Said, signalOf } from './signal.ts';

/** A block of interactions: parallel columns, one entry each, in any order. The store's blocks have this shape. */
export interface InteractionColumns {
  users: readonly string[];
  movies: ArrayLike<number>;
  types: readonly InteractionType[];
  /** Epoch milliseconds. */
  eventTimes: ArrayLike<number>;
}

/** Interactions, and what each kind of them counts. */
export interface InteractionFeedback {
  blocks: readonly InteractionColumns[];
  weights: FeedbackWeights;
}

/** Signals that are not 0: parallel columns, one entry for a person and film. */
export interface SignalColumns {
  users: string[];
  movies: number[];
  signals: number[];
}

/** The signals of all interactions. `ratings` say which verdicts a later rating has overruled. */
export function collectSignals(
  { blocks, weights }: InteractionFeedback,
  ratings: readonly RatingColumns[],
): SignalColumns {
  const said = saidByPair(blocks);
  const ratedAt = timesOf(ratings, said);
  const columns: SignalColumns = { users: [], movies: [], signals: [] };
  for (const [user, films] of said) {
    for (const [movie, about] of films) {
      const signal = signalOf(about, ratedAt.get(user)?.get(movie) ?? null, weights);
      if (signal === 0) continue;
      columns.users.push(user);
      columns.movies.push(movie);
      columns.signals.push(signal);
    }
  }
  return columns;
}

type ByPair<T> = Map<string, Map<number, T>>;

function saidByPair(blocks: readonly InteractionColumns[]): ByPair<Said> {
  const said: ByPair<Said> = new Map();
  for (const { users, movies, types, eventTimes } of blocks) {
    for (const [place, type] of types.entries()) {
      const films = entryOf(said, users[place] ?? '');
      const movie = movies[place] ?? 0;
      films.set(movie, addSaid(films.get(movie) ?? NOTHING_SAID, type, eventTimes[place] ?? 0));
    }
  }
  return said;
}

/** When those rated what they had something to say of, in epoch seconds: the latest time of several. */
function timesOf(ratings: readonly RatingColumns[], said: ByPair<Said>): ByPair<number> {
  const times: ByPair<number> = new Map();
  for (const { users, movies, timestamps } of ratings) {
    for (const [place, user] of users.entries()) {
      const movie = movies[place] ?? 0;
      if (said.get(user)?.has(movie) !== true) continue;
      const films = entryOf(times, user);
      films.set(movie, Math.max(films.get(movie) ?? 0, timestamps[place] ?? 0));
    }
  }
  return times;
}

function entryOf<T>(map: ByPair<T>, user: string): Map<number, T> {
  const known = map.get(user);
  if (known !== undefined) return known;
  const films = new Map<number, T>();
  map.set(user, films);
  return films;
}
