/** The catalogue ranked for one person: scores by row, which rows are out, and how a row becomes an answer. */
import type { IntervalOf, PersonFactors, RatingInterval } from '../model/model.ts';
import { topItems } from '../model/top-items.ts';
import type { MovieSummary } from '../store/store.ts';
import type { FilmExplanation } from './explain.ts';
import { type Exploration, explorePerson } from './explore.ts';
import { excludedFor, foldedIn, type Person } from './person.ts';
import type { Reason } from './reasons.ts';
import { createRowSet, hasRow, type RowSet } from './row-set.ts';
import type { Serving } from './served-model.ts';

/** The bounds that predicted ratings are clipped to: those of the data set. */
export interface RatingScale {
  minimum: number;
  maximum: number;
}

export interface RecommendedFilm {
  movie: MovieSummary;
  score: number;
  /** On the rating scale; null where no model serves, and in lists that no person is behind. */
  predictedRating: number | null;
  /** What nine of ten such ratings lie within, on the rating scale; absent where the model cannot tell. */
  ratingInterval?: { low: number; high: number };
  reasons: Reason[];
  /** Where it was asked for. */
  explanation?: FilmExplanation;
}

/** The name that answers for somebody unknown carry. */
export const POPULAR = 'popular';

/** Who predicted ratings are for: no factors for somebody unknown, no intervals from a model that cannot tell. */
export interface Rater {
  factors: PersonFactors | null;
  intervalOf: IntervalOf | null;
}

export interface Ranking {
  /** The ranking model's name, or `popular` for somebody it knows nothing of. */
  strategy: string;
  /** What orders the rows; NaN where there is no score. */
  scoreOf: (row: number) => number;
  /** Rows of the best films that are not excluded, best first; of equal scores the lower id first. */
  best: (n: number, excluded: RowSet) => number[];
  rater: Rater;
  /** What the person has rated or asked not to see. */
  excluded: RowSet;
}

interface HowToRank {
  /** Left out, chance has no part. */
  exploration?: Exploration | undefined;
  byPopularity?: boolean | undefined;
}

/** Rows of the highest scores that are not excluded, best first; of equal scores the lower id first. */
export function bestRows(scores: Float64Array, n: number, excluded: RowSet): number[] {
  return topItems(scores, n, (row) => hasRow(excluded, row)).map(({ item }) => item);
}

/**
 * By the ranking model for a person it can fold in; by popularity (`popularity.ts`) for anybody else, so that a
 * first visit, and a history of films that the model never saw, get an answer too.
 */
export function rankFor(
  serving: Serving,
  person: Person,
  { exploration, byPopularity: unpersonal = false }: HowToRank = {},
): Ranking {
  const folded = serving.model === null ? null : foldedIn(person, serving.model);
  const known = unpersonal ? null : rankedAs(serving, person, folded?.ranking ?? null, exploration);
  return {
    ...(known === null ? byPopularity(serving) : byModel(serving, known)),
    rater: { factors: folded?.rating ?? null, intervalOf: folded?.intervalOf ?? null },
    excluded: createRowSet(serving.catalogue.movies.length, excludedFor(person, serving.catalogue)),
  };
}

type Order = Pick<Ranking, 'strategy' | 'scoreOf' | 'best'>;

function byPopularity({ catalogue }: Serving): Order {
  const { score } = catalogue.popularity;
  return {
    strategy: POPULAR,
    scoreOf: (row) => score[row] ?? Number.NaN,
    best: (n, excluded) => bestRows(score, n, excluded),
  };
}

function byModel(serving: Serving, person: PersonFactors): Order {
  return {
    strategy: serving.model?.ranking.name ?? POPULAR,
    scoreOf: (row) => serving.rankingScore(person, row),
    best: (n, excluded) => serving.topRows(person, n, excluded),
  };
}

function rankedAs(
  { model }: Serving,
  person: Person,
  known: PersonFactors | null,
  exploration: Exploration | undefined,
): PersonFactors | null {
  if (model === null || known === null || exploration === undefined) return known;
  return explorePerson(model.ranking, person, known, exploration);
}

/** A list as it was chosen: rows in order, what orders them, and why each is shown. */
export interface ChosenRows {
  rows: readonly number[];
  scoreOf: (row: number) => number;
  reasonsOf: (row: number) => Reason[];
  explanationOf?: (row: number) => FilmExplanation;
}

/** The answer for each row of a list. */
export function describeRows(
  serving: Serving,
  rater: Rater,
  scale: RatingScale,
  { rows, scoreOf, reasonsOf, explanationOf }: ChosenRows,
): RecommendedFilm[] {
  return rows.flatMap((row) => {
    const movie = serving.catalogue.movies[row];
    if (movie === undefined) return [];
    const interval = rater.intervalOf === null ? null : serving.ratingInterval(rater.intervalOf, row);
    return {
      movie,
      score: scoreOf(row),
      predictedRating: clip(serving.predictRating(rater.factors, row), scale),
      ...(interval === null ? {} : { ratingInterval: clipInterval(interval, scale) }),
      reasons: reasonsOf(row),
      ...(explanationOf === undefined ? {} : { explanation: explanationOf(row) }),
    };
  });
}

function clip(predicted: number | null, scale: RatingScale): number | null {
  return predicted === null ? null : clipTo(scale, predicted);
}

function clipInterval({ low, high }: RatingInterval, scale: RatingScale): { low: number; high: number } {
  return { low: clipTo(scale, low), high: clipTo(scale, high) };
}

function clipTo({ minimum, maximum }: RatingScale, value: number): number {
  return Math.min(maximum, Math.max(minimum, value));
}
