/** The model that serves, laid over the catalogue: every array by row of the catalogue. */
import type { IntervalOf, Model, PersonFactors, RatingInterval } from '../model/model.ts';
import type { Catalogue } from './catalogue.ts';
import { rankRows, UNRANKED } from './rank-rows.ts';
import type { RowSet } from './row-set.ts';

/** A version of the registry: one model for ratings, one for ranking. */
export interface ServedModel {
  readonly version: string;
  readonly rating: Model;
  readonly ranking: Model;
}

/** Films near to one, nearest first, as rows of the catalogue. */
export interface Neighbours {
  rows: Int32Array;
  /** Cosine of each, in the same order. */
  similarities: Float64Array;
}

/** What one answer is computed from: it never changes, so that a swap of the model never shows halfway through. */
export interface Serving {
  readonly catalogue: Catalogue;
  readonly model: ServedModel | null;
  /** What `neighbours` has found so far. */
  readonly neighbourCache: NeighbourCache;
  /** The ranking value of a row; NaN for a film that the model does not know. */
  rankingScore(person: PersonFactors, row: number): number;
  /** Rows of the `n` highest ranking values, best first, equal ones by film, without those in `excluded`. */
  topRows(person: PersonFactors, n: number, excluded: RowSet): number[];
  /** The rating a person would give the film of a row, not clipped; null where no model serves. */
  predictRating(person: PersonFactors | null, row: number): number | null;
  /** The same with its interval. */
  ratingInterval(intervalOf: IntervalOf, row: number): RatingInterval | null;
  /** The `NEIGHBOURS` films nearest to one by the ranking model; null where it knows none. */
  neighbours(row: number): Neighbours | null;
}

/** How many near films are kept of each: reasons and diversity look no further. */
export const NEIGHBOURS = 100;

/** What a model says of its films' neighbours stays true while the model and the rows of the films do. */
export type NeighbourCache = Map<number, Neighbours | null>;

export function createServing(
  catalogue: Catalogue,
  model: ServedModel | null,
  kept: NeighbourCache = new Map(),
): Serving {
  const ratingItems = catalogue.movies.map(({ movieId }) => model?.rating.items.indexOf(movieId) ?? null);
  return {
    catalogue,
    model,
    neighbourCache: kept,
    ...(model === null ? UNRANKED : rankRows(catalogue, model.ranking)),
    predictRating: (person, row) => {
      const item = ratingItems[row];
      return item === undefined || model === null ? null : model.rating.predict(person, item);
    },
    ratingInterval: (intervalOf, row) => {
      const item = ratingItems[row];
      return item === undefined || model === null ? null : intervalOf(item);
    },
    neighbours: (row) => {
      const known = kept.get(row);
      if (known !== undefined) return known;
      const found = model === null ? null : neighboursOf(catalogue, model.ranking, row, NEIGHBOURS);
      kept.set(row, found);
      return found;
    },
  };
}

/** The films nearest to one; null where the model knows none, be it that the film is new to it or that it has no factors. */
export function neighboursOf(
  catalogue: Catalogue,
  model: Model,
  row: number,
  limit: number,
): Neighbours | null {
  const movie = catalogue.movies[row];
  const item = movie === undefined ? undefined : model.items.indexOf(movie.movieId);
  if (item === undefined) return null;
  const near = model.similarItems(item, limit).flatMap(({ item: other, score }) => {
    const otherRow = catalogue.rowOf(model.items.ids[other] ?? 0);
    return otherRow === undefined ? [] : [{ row: otherRow, score }];
  });
  if (near.length === 0) return null;
  return {
    rows: Int32Array.from(near, (neighbour) => neighbour.row),
    similarities: Float64Array.from(near, (neighbour) => neighbour.score),
  };
}
