/**
 * What is known of a person: for each film the latest rating, or that it was taken back, whether they want to see it,
 * and what else they did with it. Of two accounts of one film the later stands, so that accounts may come in any order
 * and any number of times: merging is commutative, associative and idempotent.
 */
import type { MovieId } from '../domain/ids.ts';
import { type Listing, laterListing, laterVerdict, type Verdict } from '../model/feedback/signal.ts';
import { type RatedFilm, RatedFilms } from './rated-films.ts';

export interface History {
  films: RatedFilms;
  verdicts: Map<MovieId, Verdict>;
  /** Their watchlist, and what was taken off it. */
  listings: Map<MovieId, Listing>;
  /** What they ever did with a film that counts once, as bits (`traceOf`). */
  traces: Map<MovieId, number>;
}

export function emptyHistory(): History {
  return { films: new RatedFilms(), verdicts: new Map(), listings: new Map(), traces: new Map() };
}

/** Takes in one rating; says whether it stands. */
export function applyRating(history: History, movieId: MovieId, film: RatedFilm): boolean {
  const known = history.films.get(movieId);
  if (known !== undefined && !isLaterRating(film, known)) return false;
  history.films.set(movieId, film);
  return true;
}

/** Takes in one verdict; says whether it stands. */
export function applyVerdict(history: History, movieId: MovieId, verdict: Verdict): boolean {
  const known = history.verdicts.get(movieId);
  if (known !== undefined && laterVerdict(known, verdict) === known) return false;
  history.verdicts.set(movieId, verdict);
  return true;
}

/** Takes in one change of the watchlist; says whether it stands. */
export function applyListing(history: History, movieId: MovieId, listing: Listing): boolean {
  const known = history.listings.get(movieId);
  if (known !== undefined && laterListing(known, listing) === known) return false;
  history.listings.set(movieId, listing);
  return true;
}

/** Takes in the bit of something they did; says whether that is new. */
export function applyTrace(history: History, movieId: MovieId, trace: number): boolean {
  const known = history.traces.get(movieId) ?? 0;
  if ((known | trace) === known) return false;
  history.traces.set(movieId, known | trace);
  return true;
}

/** Takes in everything of another history; says whether anything changed. */
export function mergeHistory(into: History, from: History): boolean {
  let changed = false;
  for (const [movieId, film] of from.films) changed = applyRating(into, movieId, film) || changed;
  for (const [movieId, verdict] of from.verdicts) changed = applyVerdict(into, movieId, verdict) || changed;
  for (const [movieId, listing] of from.listings) changed = applyListing(into, movieId, listing) || changed;
  for (const [movieId, trace] of from.traces) changed = applyTrace(into, movieId, trace) || changed;
  return changed;
}

/** Whether both say the same of every film; one taken back is like one never rated. */
export function sayTheSame(a: History, b: History): boolean {
  return covers(a, b) && covers(b, a);
}

function covers(a: History, b: History): boolean {
  return (
    [...b.films].every(([movieId, { rating }]) => rating === (a.films.get(movieId)?.rating ?? null)) &&
    b.verdicts.entries().every(([movieId, { type }]) => type === a.verdicts.get(movieId)?.type) &&
    b.listings.entries().every(([movieId, { listed }]) => listed === a.listings.get(movieId)?.listed) &&
    b.traces.entries().every(([movieId, trace]) => trace === a.traces.get(movieId))
  );
}

function isLaterRating(film: RatedFilm, than: RatedFilm): boolean {
  return film.eventTime === than.eventTime ? film.offset > than.offset : film.eventTime > than.eventTime;
}
