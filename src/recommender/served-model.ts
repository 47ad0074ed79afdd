/** The model that serves, laid over the catalogue: every array by row of the catalogue. */
import type { IntervalOf, Model, PersonFactors, RatingInterval } from '../model/model.ts';
import type { Catalogue } from './catalogue.ts';
import { type RankedRows, rankRows, UNRANKED } from './rank-rows.ts';
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
  /** What the model says of the catalogue's rows. */
  readonly rows: ModelRows;
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

/** A model laid over rows of films: true while both stay what they are. */
interface ModelRows extends RankedRows {
  /** Films of the model for ratings, by row; null for those it does not know. */
  ratingItems: readonly (number | null)[];
  /** What `neighbours` has found so far. */
  neighbours: Map<number, Neighbours | null>;
}

/** What is served after `before`, of which everything is kept that still holds. */
export function createServing(catalogue: Catalogue, model: ServedModel | null, before?: Serving): Serving {
  const isKept =
    before !== undefined && before.model === model && before.catalogue.layout === catalogue.layout;
  const rows = isKept ? before.rows : layOver(catalogue, model);
  const { ratingItems, neighbours, rankingScore, topRows } = rows;
  return {
    catalogue,
    model,
    rows,
    rankingScore,
    topRows,
    predictRating: (person, row) => {
      const item = ratingItems[row];
      return item === undefined || model === null ? null : model.rating.predict(person, item);
    },
    ratingInterval: (intervalOf, row) => {
      const item = ratingItems[row];
      return item === undefined || model === null ? null : intervalOf(item);
    },
    neighbours: (row) => {
      const known = neighbours.get(row);
      if (known !== undefined) return known;
      const found = model === null ? null : neighboursOf(catalogue, model.ranking, row, NEIGHBOURS);
      neighbours.set(row, found);
      return found;
    },
  };
}

function layOver(catalogue: Catalogue, model: ServedModel | null): ModelRows {
  return {
    ...(model === null ? UNRANKED : rankRows(catalogue, model.ranking)),
    ratingItems: catalogue.movies.map(({ movieId }) => model?.rating.items.indexOf(movieId) ?? null),
    neighbours: new Map(),
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
