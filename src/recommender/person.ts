/** A person as the recommender asks about them: their history, and what was computed from it and is still true. */
import type { MovieId } from '../domain/ids.ts';
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
  const hidden = [...verdicts].filter(([, verdict]) => verdict.hidden);
  const rows = Int32Array.from([...rated, ...hidden].flatMap(([movieId]) => catalogue.rowOf(movieId) ?? []));
  person.excluded = { catalogue, rows };
  return rows;
}

/** The person as they would be had they never rated these films; those they have not rated are passed over. */
export function withoutFilms(person: Person, movieIds: ReadonlySet<MovieId>): Person {
  const { films, verdicts } = person.history;
  const kept = [...films].filter(([movieId]) => !movieIds.has(movieId));
  return kept.length === films.size ? person : createPerson({ films: new Map(kept), verdicts });
}

/** What the person rated of the films that a model knows. */
export function feedbackOf(history: History, model: Model): Feedback[] {
  const feedback: Feedback[] = [];
  for (const [movieId, { rating }] of history.films) {
    const item = rating === null ? undefined : model.items.indexOf(movieId);
    if (item !== undefined && rating !== null) feedback.push({ item, rating });
  }
  return feedback;
}
