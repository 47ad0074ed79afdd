/** A person as the recommender asks about them: their history, and what was computed from it and is still true. */
import type { MovieId } from '../domain/ids.ts';
import { LONG_HISTORY } from '../model/als/person-system.ts';
import { isUnwanted, signalOf } from '../model/feedback/signal.ts';
import type { Feedback, IntervalOf, Model, PersonFactors } from '../model/model.ts';
import type { Catalogue, Layout } from './catalogue.ts';
import { emptyHistory, type History } from './history.ts';
import { RatedFilms } from './rated-films.ts';
import type { ServedModel } from './served-model.ts';
import { type Taste, tasteOf } from './taste.ts';

export interface Person {
  history: History;
  /** This, the taste and what is excluded are computed when first asked for; `historyChanged` drops them. */
  folded: FoldedPerson | null;
  /** What `folded` was before the history changed: the next starts from it. */
  foldedBefore: FoldedPerson | null;
  taste: { layout: Layout; value: Taste } | null;
  /** Somebody whose films stay out of lists in place of those of `history`. */
  setAside?: Person;
  /** Rows of what they have rated or asked not to see. */
  excluded: { layout: Layout; rows: Int32Array } | null;
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

/** Somebody of whom nothing is known but which films not to show: recommendations for them are not personal. */
export function withoutProfile(person: Person): Person {
  return { ...createPerson(emptyHistory()), setAside: person };
}

/** What a person takes without a history: objects, factors in two models, what they like. Measured at 64 factors. */
const BYTES_OF_ANYBODY = 4_000;
/** A film of a history beside the packed rating: its places in what is excluded and what is liked. */
const BYTES_OF_A_FILM = 16;
/** One of the other things that a history holds. */
const BYTES_OF_AN_ENTRY = 150;
/** The equations kept of a long history that changes, in two models. */
const BYTES_OF_EQUATIONS = 70_000;

/** What a person takes in memory, nearly. */
export function bytesOf({ history, folded, foldedBefore }: Person): number {
  const { films, verdicts, listings, traces } = history;
  const entries = verdicts.size + listings.size + traces.size;
  const changes = foldedBefore !== null || folded?.ranking?.system !== undefined;
  return (
    BYTES_OF_ANYBODY +
    films.bytes +
    films.size * BYTES_OF_A_FILM +
    entries * BYTES_OF_AN_ENTRY +
    (changes && films.size >= LONG_HISTORY ? BYTES_OF_EQUATIONS : 0)
  );
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
  if (before === null || before === undefined || model.foldInAgain === undefined)
    return model.foldIn(feedback);
  return model.foldInAgain(before, feedback);
}

export function tasteFor(person: Person, catalogue: Catalogue): Taste {
  if (person.taste?.layout === catalogue.layout) return person.taste.value;
  const value = tasteOf(catalogue, person.history);
  person.taste = { layout: catalogue.layout, value };
  return value;
}

/** Rows of the catalogue that the person has rated or asked not to see. */
export function excludedFor(person: Person, catalogue: Catalogue): Int32Array {
  if (person.setAside !== undefined) return excludedFor(person.setAside, catalogue);
  if (person.excluded?.layout === catalogue.layout) return person.excluded.rows;
  const { films, verdicts } = person.history;
  const found: number[] = [];
  const add = (movieId: MovieId) => {
    const row = catalogue.rowOf(movieId);
    if (row !== undefined) found.push(row);
  };
  films.visitRated(add);
  for (const [movieId, verdict] of verdicts) if (isUnwanted(verdict)) add(movieId);
  const rows = Int32Array.from(found);
  person.excluded = { layout: catalogue.layout, rows };
  return rows;
}

/** The person as they would be had they never had to do with these films; those they have not are passed over. */
export function withoutFilms(person: Person, movieIds: ReadonlySet<MovieId>): Person {
  const { films, verdicts, listings, traces } = person.history;
  const isKept = ([movieId]: [MovieId, unknown]) => !movieIds.has(movieId);
  const kept: History = {
    films: RatedFilms.of([...films].filter(isKept)),
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
  films.visitRated((movieId, rating) => {
    const item = model.items.indexOf(movieId);
    if (item !== undefined) feedback.push({ item, rating, signal: signalOfFilm(history, movieId, model) });
  });
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
