/** Films for a person: score the whole catalogue, leave out, choose, explain. */
import { diversify } from './diversity.ts';
import { type Filters, markFiltered } from './filters.ts';
import { type Person, tasteFor } from './person.ts';
import {
  bestRows,
  describeRows,
  POPULAR,
  type RatingScale,
  type RecommendedFilm,
  rankFor,
} from './ranking.ts';
import { personalReasons, popularReason } from './reasons.ts';
import type { Serving } from './served-model.ts';

export interface PersonQuery {
  /** How many films. */
  n: number;
  filters?: Filters;
  /** From 0 (by score alone, the default) to 1; see `diversity.ts`. */
  diversity?: number;
}

export interface Recommendations {
  /** The name of the ranking model, `popular`, or `content`. */
  strategy: string;
  modelVersion: string | null;
  films: RecommendedFilm[];
}

/** How many times `n` the pool holds that diversity chooses from, and the least it holds. */
const POOL_FACTOR = 5;
const MIN_POOL = 50;

/** The `n` best films that the person has neither rated nor asked not to see. Equal state gives equal answers. */
export function recommendToPerson(
  serving: Serving,
  person: Person,
  query: PersonQuery,
  scale: RatingScale,
): Recommendations {
  const ranking = rankFor(serving, person);
  if (query.filters !== undefined) markFiltered(ranking.excluded, serving.catalogue, query.filters);
  const diversity = query.diversity ?? 0;
  const size = diversity === 0 ? query.n : Math.max(MIN_POOL, query.n * POOL_FACTOR);
  const pool = bestRows(ranking, size);
  const rows = diversity === 0 ? pool : diversifyByModel(serving, ranking.scores, pool, query.n, diversity);
  const taste = tasteFor(person, serving.catalogue);
  const reasonsOf =
    ranking.strategy === POPULAR
      ? (row: number) => [popularReason(serving.catalogue.movies[row])]
      : (row: number) => personalReasons(serving, taste, row);
  return {
    strategy: ranking.strategy,
    modelVersion: serving.model?.version ?? null,
    films: describeRows(serving, ranking.rater, scale, {
      rows,
      scoreOf: (row) => ranking.scores[row] ?? Number.NaN,
      reasonsOf,
    }),
  };
}

/** Likeness is the cosine of the ranking model where one film is among the other's neighbours, and 0 beyond. */
function diversifyByModel(
  serving: Serving,
  scores: Float64Array,
  pool: readonly number[],
  n: number,
  diversity: number,
): number[] {
  const likeness = (a: number, b: number): number => {
    const near = serving.neighbours(b);
    const place = near?.rows.indexOf(a) ?? -1;
    return place < 0 ? 0 : Math.max(0, near?.similarities[place] ?? 0);
  };
  return diversify(pool, { n, diversity, relevance: (row) => scores[row] ?? 0, similarity: likeness });
}
