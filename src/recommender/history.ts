/**
 * What is known of a person: for each film the latest rating, or that it was taken back, and whether they want to see
 * it. Of two accounts of one film the later stands, so that accounts may come in any order and any number of times:
 * merging is commutative, associative and idempotent.
 */
import type { MovieId } from '../domain/ids.ts';

/** The standing rating of a film; `rating: null` when it was taken back. */
export interface RatedFilm {
  rating: number | null;
  /** Epoch milliseconds. */
  eventTime: number;
  /** The record's offset: of two of the same time the later one in the stream stands. */
  offset: number;
}

/** Whether the person asked not to see a film; `id` settles two of the same millisecond. */
export interface Verdict {
  hidden: boolean;
  eventTime: number;
  id: string;
}

export interface History {
  films: Map<MovieId, RatedFilm>;
  verdicts: Map<MovieId, Verdict>;
}

export function emptyHistory(): History {
  return { films: new Map(), verdicts: new Map() };
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
  if (known !== undefined && !isLaterVerdict(verdict, known)) return false;
  history.verdicts.set(movieId, verdict);
  return true;
}

/** Takes in everything of another history; says whether anything changed. */
export function mergeHistory(into: History, from: History): boolean {
  let changed = false;
  for (const [movieId, film] of from.films) changed = applyRating(into, movieId, film) || changed;
  for (const [movieId, verdict] of from.verdicts) changed = applyVerdict(into, movieId, verdict) || changed;
  return changed;
}

/** Whether both say the same of every film; one taken back is like one never rated. */
export function sayTheSame(a: History, b: History): boolean {
  return coversFilms(a, b) && coversFilms(b, a) && coversVerdicts(a, b) && coversVerdicts(b, a);
}

function coversFilms(a: History, b: History): boolean {
  return [...b.films].every(([movieId, { rating }]) => rating === (a.films.get(movieId)?.rating ?? null));
}

function coversVerdicts(a: History, b: History): boolean {
  return [...b.verdicts].every(
    ([movieId, { hidden }]) => hidden === (a.verdicts.get(movieId)?.hidden ?? false),
  );
}

function isLaterRating(film: RatedFilm, than: RatedFilm): boolean {
  return film.eventTime === than.eventTime ? film.offset > than.offset : film.eventTime > than.eventTime;
}

function isLaterVerdict(verdict: Verdict, than: Verdict): boolean {
  return verdict.eventTime === than.eventTime ? verdict.id > than.id : verdict.eventTime > than.eventTime;
}
