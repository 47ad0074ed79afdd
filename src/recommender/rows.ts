/** The rows of the first page: several lists for one person, no film in two of them. */
import type { MovieId } from '../domain/ids.ts';
import { type Choice, chooseRows } from './choose.ts';
import { excludeFiltered } from './filters.ts';
import { type Person, tasteFor } from './person.ts';
import {
  bestRows,
  type ChosenRows,
  describeRows,
  POPULAR,
  type Ranking,
  type RatingScale,
  type RecommendedFilm,
  rankFor,
} from './ranking.ts';
import { genreReason, likedReason, personalReasons, popularReason } from './reasons.ts';
import { addRow, hasRow, type RowSet } from './row-set.ts';
import type { Serving } from './served-model.ts';
import { byValue, isSteered, steeredValues, steeringPool } from './steer.ts';
import type { Taste } from './taste.ts';

export type RowHeading =
  | { kind: 'for-you' | 'popular' | 'hidden-gems'; title: string }
  | { kind: 'because'; title: string; movieId: MovieId; movieTitle: string }
  | { kind: 'new-genre'; title: string; genre: string };

export interface Row {
  heading: RowHeading;
  films: RecommendedFilm[];
}

export interface Rows {
  strategy: string;
  modelVersion: string | null;
  rows: Row[];
}

/** How many rows start from a liked film, and how many from a loved genre. */
const BECAUSE_ROWS = 2;
const GENRE_ROWS = 1;
/** Rows of one film or two look like mistakes: those that start from a film or a genre need this many. */
const LEAST_FILMS = 3;

/**
 * For you; because you liked this; new to you in a genre you love; popular; hidden gems. Each with `n` films at most,
 * none that the person has rated or hidden. Somebody unknown gets the last two.
 */
export function rowsForPerson(
  serving: Serving,
  person: Person,
  n: number,
  scale: RatingScale,
  choice: Choice = {},
): Rows {
  const ranking = rankFor(serving, person, choice);
  const taste = tasteFor(person, serving.catalogue);
  const draft: Draft = { serving, person, ranking, scale, n, choice, taste, rows: [] };
  if (ranking.strategy !== POPULAR) {
    addForYou(draft);
    addBecause(draft);
    addGenres(draft);
  }
  addPopular(draft);
  addHiddenGems(draft);
  return { strategy: ranking.strategy, modelVersion: serving.model?.version ?? null, rows: draft.rows };
}

/** Rows so far. What is in one is excluded in the ranking, and so stays out of the others. */
interface Draft {
  serving: Serving;
  person: Person;
  ranking: Ranking;
  scale: RatingScale;
  n: number;
  choice: Choice;
  taste: Taste;
  rows: Row[];
}

function addList(draft: Draft, heading: RowHeading, chosen: ChosenRows): void {
  const films = describeRows(draft.serving, draft.ranking.rater, draft.scale, chosen);
  for (const row of chosen.rows) addRow(draft.ranking.excluded, row);
  if (films.length > 0) draft.rows.push({ heading, films });
}

function chosenRows({ serving, person, choice, n }: Draft, ranking: Ranking, excluded: RowSet): number[] {
  return chooseRows(serving, person, ranking, excluded, { n, ...choice });
}

/** Rows that are in an order of their own, as the person steers them. */
function steeredRows({ serving, person, choice }: Draft, rows: number[]): number[] {
  const { steering } = choice;
  if (!isSteered(steering)) return rows;
  return byValue(rows, steeredValues(serving.catalogue, person, rows, steering));
}

function addForYou(draft: Draft): void {
  const { serving, ranking, taste } = draft;
  addList(
    draft,
    { kind: 'for-you', title: 'For you' },
    {
      rows: chosenRows(draft, ranking, ranking.excluded),
      scoreOf: ranking.scoreOf,
      reasonsOf: personalReasons(serving, taste),
    },
  );
}

function addBecause(draft: Draft): void {
  let added = 0;
  for (const liked of draft.taste.liked) {
    if (added === BECAUSE_ROWS) return;
    if (addBecauseOf(draft, liked)) added += 1;
  }
}

/** Films nearest to a liked one; false where too few are left. */
function addBecauseOf(draft: Draft, liked: number): boolean {
  const { serving, ranking, n } = draft;
  const movie = serving.catalogue.movies[liked];
  const near = serving.neighbours(liked);
  if (movie === undefined || near === null) return false;
  const open = Array.from(near.rows).filter((row) => !hasRow(ranking.excluded, row));
  const rows = steeredRows(draft, open).slice(0, n);
  if (rows.length < LEAST_FILMS) return false;
  const { movieId, title: movieTitle } = movie;
  const reasons = [likedReason(movie)];
  addList(
    draft,
    { kind: 'because', title: `Because you liked ${movieTitle}`, movieId, movieTitle },
    { rows, scoreOf: (row) => near.similarities[near.rows.indexOf(row)] ?? 0, reasonsOf: () => reasons },
  );
  return true;
}

function addGenres(draft: Draft): void {
  const { scoreOf } = draft.ranking;
  for (const genre of draft.taste.genres.slice(0, GENRE_ROWS)) {
    const excluded = draft.ranking.excluded.slice();
    excludeFiltered(excluded, draft.serving.catalogue, { genres: [genre] });
    const rows = chosenRows(draft, draft.ranking, excluded);
    if (rows.length < LEAST_FILMS) continue;
    const reasons = [genreReason(genre)];
    addList(
      draft,
      { kind: 'new-genre', title: `New to you in ${genre}`, genre },
      { rows, scoreOf, reasonsOf: () => reasons },
    );
  }
}

function addPopular(draft: Draft): void {
  const { score } = draft.serving.catalogue.popularity;
  addEverybodys(draft, { kind: 'popular', title: 'Popular with everybody' }, score, draft.ranking.excluded);
}

/** Best by Bayesian average among the films with ratings, but with no more than half of all rated films have. */
function addHiddenGems(draft: Draft): void {
  const { movies, popularity } = draft.serving.catalogue;
  const excluded = draft.ranking.excluded.slice();
  for (const [row, { ratings }] of movies.entries()) {
    if (ratings === 0 || ratings > popularity.fewRatings) addRow(excluded, row);
  }
  addEverybodys(draft, { kind: 'hidden-gems', title: 'Hidden gems' }, popularity.average, excluded);
}

function addEverybodys(draft: Draft, heading: RowHeading, scores: Float64Array, excluded: RowSet): void {
  addList(draft, heading, {
    rows: isSteered(draft.choice.steering)
      ? steeredRows(draft, bestRows(scores, steeringPool(draft.n), excluded)).slice(0, draft.n)
      : bestRows(scores, draft.n, excluded),
    scoreOf: (row) => scores[row] ?? 0,
    reasonsOf: (row) => [popularReason(draft.serving.catalogue.movies[row])],
  });
}
