/**
 * The recommender as the API sees it: a catalogue kept fresh, a model that can be swapped while requests run, and
 * answers computed from both. Answers are synchronous: each sees one catalogue and one model from start to end.
 */
import type { MovieId } from '../domain/ids.ts';
import type { Logger } from '../domain/ports.ts';
import type { MovieSummary, Store } from '../store/store.ts';
import { type Catalogue, createCatalogue } from './catalogue.ts';
import { watchCatalogue } from './catalogue-watch.ts';
import type { Choice } from './choose.ts';
import { excludedFor, foldedIn, type Person, tasteFor } from './person.ts';
import { type QuestionQuery, type Questions, questionsFor } from './questions.ts';
import type { RatingScale } from './ranking.ts';
import {
  explainToPerson,
  type PersonQuery,
  type Recommendations,
  recommendToPerson,
  type ScoreQuery,
} from './recommend.ts';
import { type Rows, rowsForPerson } from './rows.ts';
import { createServing, type ServedModel } from './served-model.ts';
import { recommendSimilar, type SimilarQuery } from './similar.ts';
import { recommendTogether, type Together, type TogetherRule } from './together.ts';

export interface Recommender {
  /** Serves another version from the next answer on; null serves none. Answers under way keep theirs. */
  setModel(model: ServedModel | null): void;
  /** The version that serves; null before the first. */
  modelVersion(): string | null;
  /** Calls back whenever another version serves. */
  onModel(listener: () => void): void;
  catalogue(): Catalogue;
  forPerson(person: Person, query: PersonQuery): Recommendations;
  /** Computes what answers for a person need, as far as it is not there, so that the first comes as soon as the next. */
  prepare(person: Person): void;
  /** What a person's list says of one film, taken apart; null for a film that is not in the catalogue. */
  explain(person: Person, movieId: MovieId, query: ScoreQuery): Recommendations | null;
  rowsFor(person: Person, n: number, choice?: Choice): Rows;
  /** Which films to ask a person about next, to learn most of them. */
  questionsFor(person: Person, query: QuestionQuery): Questions;
  /** Films for several people at once. */
  forSeveral(people: readonly Person[], query: { n: number; rule: TogetherRule }): Together;
  /** Films like this one; null for a film that does not exist. */
  similarTo(movieId: MovieId, query: SimilarQuery): Promise<Recommendations | null>;
  /** A film, of the catalogue or, when it is newer than that, of the store; null for one that does not exist. */
  movie(movieId: MovieId): Promise<MovieSummary | null>;
  /** Reads the catalogue again, now. It is looked at now and then without being asked to. */
  refreshCatalogue(): Promise<void>;
  /** Stops looking for changes of the catalogue. */
  close(): Promise<void>;
}

export interface RecommenderOptions {
  store: Pick<Store, 'catalogue' | 'catalogueVersion' | 'movie' | 'moreLikeThis'>;
  logger: Logger;
  scale: RatingScale;
  /** How often the store is asked whether films have changed, in milliseconds. */
  catalogueCheckMs?: number;
}

const DEFAULT_CATALOGUE_CHECK_MS = 1_000;

/** Reads the catalogue, and serves without a model until `setModel`. */
export async function createRecommender(options: RecommenderOptions): Promise<Recommender> {
  const { store, scale } = options;
  let serving = createServing(createCatalogue([]), null);
  const modelListeners: (() => void)[] = [];
  const watch = await watchCatalogue({
    store,
    logger: options.logger,
    checkMs: options.catalogueCheckMs ?? DEFAULT_CATALOGUE_CHECK_MS,
    onCatalogue: (catalogue) => {
      serving = createServing(catalogue, serving.model, serving);
    },
  });

  async function movie(movieId: MovieId): Promise<MovieSummary | null> {
    const { catalogue } = serving;
    const row = catalogue.rowOf(movieId);
    return (row === undefined ? undefined : catalogue.movies[row]) ?? (await store.movie(movieId));
  }

  return {
    setModel(model) {
      serving = createServing(serving.catalogue, model);
      for (const listener of modelListeners) listener();
    },
    onModel: (listener) => modelListeners.push(listener),
    modelVersion: () => serving.model?.version ?? null,
    catalogue: () => serving.catalogue,
    prepare(person) {
      if (serving.model !== null) foldedIn(person, serving.model);
      tasteFor(person, serving.catalogue);
      excludedFor(person, serving.catalogue);
    },
    forPerson: (person, query) => recommendToPerson(serving, person, query, scale),
    explain(person, movieId, query) {
      const row = serving.catalogue.rowOf(movieId);
      return row === undefined ? null : explainToPerson(serving, person, row, query, scale);
    },
    rowsFor: (person, n, choice = {}) => rowsForPerson(serving, person, n, scale, choice),
    forSeveral: (people, query) => recommendTogether(serving, people, query, scale),
    questionsFor: (person, query) => questionsFor(serving, person, query),
    async similarTo(movieId, query) {
      const film = await movie(movieId);
      return film === null ? null : recommendSimilar(serving, store, film, query);
    },
    movie,
    refreshCatalogue: watch.refresh,
    close: watch.close,
  };
}
