/** A person as the recommender asks about them: their history, and what was computed from it and is still true. */
import type { MovieId } from '../domain/ids.ts';
import { isUnwanted, signalOf } from '../model/feedback/signal.ts';
import type { Feedback, IntervalOf, Model, PersonFactors } from '../model/model.ts';
import type { Catalogue } from './catalogue.ts';
import type { History } from './history.ts';
import type { ServedModel } from './served-model.ts';
import { type Taste, tasteOf } from './taste.ts';

export interface Person {
  history: History;
  /** This, the taste and what is excluded are computed when first asked for; `historyChanged` drops them. */
  folded: FoldedPerson | null;
  /** What `folded` was before the history changed: the next starts from it. */
  foldedBefore: FoldedPerson | null;
  taste: { catalogue: Catalogue; value: Taste } | null;
  /** Rows of what they have rated or asked not to see. */
  excluded: { catalogue: Catalogue; rows: Int32Array } | null;
}

/** A person folded in to both models of one version; null where nothing they rated is known to a model. */
export interface FoldedPerson {
  model: ServedModel;
  ranking: PersonFactors | null;
  rating: PersonFactors | null;
  /** How sure the model for ratings is; null from a model that cannot tell. */
  intervalOf: IntervalOf | null;
}

export function createPerson(history: History): Person {
  return { history, folded: null, foldedBefore: null, taste: null, excluded: null };
}

/** Says that a person's history is not what it was. */
export function historyChanged(person: Person): void {
  person.foldedBefore = person.folded ?? person.foldedBefore;
  person.folded = null;
  person.taste = null;
  person.excluded = null;
}

/** The person's factors in this version, solved again only when their history or the version has changed. */
export function foldedIn(person: Person, model: ServedModel): FoldedPerson {
  if (person.folded?.model === model) return person.folded;
  const before = person.foldedBefore?.model === model ? person.foldedBefore : null;
  const ratings = feedbackOf(person.history, model.rating);
  const folded = {
    model,
    ranking: foldIn(model.ranking, feedbackOf(person.history, model.ranking), before?.ranking),
    rating: foldIn(model.rating, ratings, before?.rating),
    intervalOf: model.rating.intervalsFor?.(ratings) ?? null,
  };
  person.folded = folded;
  person.foldedBefore = null;
  return folded;
}

/** Folds somebody in, from what they were before where that saves work. */
function foldIn(
  model: Model,
  feedback: readonly Feedback[],
  before: PersonFactors | null | undefined,
): PersonFactors | null {
  return before?.system === undefined || model.foldInAgain === undefined
    ? model.foldIn(feedback)
    : model.foldInAgain(before, feedback);
}

export function tasteFor(person: Person, catalogue: Catalogue): Taste {
  if (person.taste?.catalogue === catalogue) return person.taste.value;
  const value = tasteOf(catalogue, person.history);
  person.taste = { catalogue, value };
  return value;
}

/** Rows of the catalogue that the person has rated or asked not to see. */
export function excludedFor(person: Person, catalogue: Catalogue): Int32Array {
  if (person.excluded?.catalogue === catalogue) return person.excluded.rows;
  const { films, verdicts } = person.history;
  const rated = [...films].filter(([, { rating }]) => rating !== null);
  const hidden = [...verdicts].filter(([, verdict]) => isUnwanted(verdict));
  const rows = Int32Array.from([...rated, ...hidden].flatMap(([movieId]) => catalogue.rowOf(movieId) ?? []));
  person.excluded = { catalogue, rows };
  return rows;
}

/** The person as they would be had they never had to do with these films; those they have not are passed over. */
export function withoutFilms(person: Person, movieIds: ReadonlySet<MovieId>): Person {
  const { films, verdicts, listings, traces } = person.history;
  const isKept = ([movieId]: [MovieId, unknown]) => !movieIds.has(movieId);
  const kept: History = {
    films: new Map(films.entries().filter(isKept)),
    verdicts: new Map(verdicts.entries().filter(isKept)),
    listings: new Map(listings.entries().filter(isKept)),
    traces: new Map(traces.entries().filter(isKept)),
  };
  const isSame =
    kept.films.size === films.size &&
    kept.verdicts.size === verdicts.size &&
    kept.listings.size === listings.size &&
    kept.traces.size === traces.size;
  return isSame ? person : createPerson(kept);
}

/** What the person did with the films that a model knows, as far as the model learned from such. */
export function feedbackOf(history: History, model: Model): Feedback[] {
  const { films, verdicts, listings, traces } = history;
  const feedback: Feedback[] = [];
  for (const [movieId, { rating }] of films) {
    const item = model.items.indexOf(movieId);
    if (item === undefined || rating === null) continue;
    feedback.push({ item, rating, signal: signalOfFilm(history, movieId, model) });
  }
  if (model.feedback === undefined) return feedback;
  for (const movieId of new Set([...verdicts.keys(), ...listings.keys(), ...traces.keys()])) {
    const item = model.items.indexOf(movieId);
    if (item === undefined || (films.get(movieId)?.rating ?? null) !== null) continue;
    feedback.push({ item, rating: null, signal: signalOfFilm(history, movieId, model) });
  }
  return feedback;
}

function signalOfFilm(history: History, movieId: MovieId, model: Model): number {
  const { films, verdicts, listings, traces } = history;
  if (model.feedback === undefined) return 0;
  const rated = films.get(movieId);
  const ratedAt = rated === undefined || rated.rating === null ? null : Math.floor(rated.eventTime / 1_000);
  const said = {
    verdict: verdicts.get(movieId) ?? null,
    listing: listings.get(movieId) ?? null,
    traces: traces.get(movieId) ?? 0,
  };
  return signalOf(said, ratedAt, model.feedback);
}
