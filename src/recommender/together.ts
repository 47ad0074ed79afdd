/** Films for several people at once (O'Connor, Cosley, Konstan & Riedl 2001, "PolyLens"): what suits all, with whose reasons. */
import type { MovieSummary } from '../store/store.ts';
import { excludedFor, type Person, tasteFor } from './person.ts';
import { describeRows, POPULAR, type Ranking, type RatingScale, rankFor } from './ranking.ts';
import { personalReasons, popularReason, type Reason } from './reasons.ts';
import { createRowSet } from './row-set.ts';
import type { Serving } from './served-model.ts';

/**
 * What the wishes of several make: `least-misery`, that of whoever wants a film least, so that nobody sits through what
 * they do not want; `average`, the mean of all, which may please most and bore one.
 */
export const TOGETHER_RULES = ['least-misery', 'average'] as const;
export type TogetherRule = (typeof TOGETHER_RULES)[number];

export interface TogetherFilm {
  movie: MovieSummary;
  /** From 0 to 1: of the films looked at, the share that suits less. */
  score: number;
  /** For each person, in the order asked for. */
  people: { predictedRating: number | null; reasons: Reason[] }[];
}

export interface Together {
  modelVersion: string | null;
  films: TogetherFilm[];
}

/** How many of each person's best films are looked at. */
const POOL = 200;

/** The `n` films that suit all best, none that one of them has rated or set aside. */
export function recommendTogether(
  serving: Serving,
  people: readonly Person[],
  { n, rule }: { n: number; rule: TogetherRule },
  scale: RatingScale,
): Together {
  const { catalogue } = serving;
  const out = people.flatMap((person) => [...excludedFor(person, catalogue)]);
  const excluded = createRowSet(catalogue.movies.length, out);
  const rankings = people.map((person) => rankFor(serving, person));
  const pool = [...new Set(rankings.flatMap((ranking) => ranking.best(POOL, excluded)))];
  const wishes = rankings.map(({ scoreOf }) => placesOf(pool, scoreOf));
  const chosen = pool
    .map((row) => {
      const each = wishes.map((places) => places.get(row) ?? 0);
      const mean = each.reduce((sum, wish) => sum + wish, 0) / each.length;
      return { row, mean, score: rule === 'average' ? mean : Math.min(...each) };
    })
    .sort((a, b) => b.score - a.score || b.mean - a.mean || a.row - b.row)
    .slice(0, n);
  const rows = chosen.map(({ row }) => row);
  const described = rankings.map((ranking, index) =>
    describeFor(serving, people[index], ranking, rows, scale),
  );
  return {
    modelVersion: serving.model?.version ?? null,
    films: chosen.flatMap(({ row, score }, place) => {
      const movie = catalogue.movies[row];
      if (movie === undefined) return [];
      return { movie, score, people: described.flatMap((films) => films[place] ?? []) };
    }),
  };
}

function describeFor(
  serving: Serving,
  person: Person | undefined,
  ranking: Ranking,
  rows: readonly number[],
  scale: RatingScale,
) {
  const { scoreOf, strategy, rater } = ranking;
  const reasonsOf =
    person === undefined || strategy === POPULAR
      ? (row: number) => [popularReason(serving.catalogue.movies[row])]
      : personalReasons(serving, tasteFor(person, serving.catalogue));
  return describeRows(serving, rater, scale, { rows, scoreOf, reasonsOf }).map(
    ({ predictedRating, reasons }) => ({ predictedRating, reasons }),
  );
}

/** What share of the others a row goes before; a row without a score goes before none. */
function placesOf(pool: readonly number[], scoreOf: (row: number) => number): Map<number, number> {
  const scored = pool
    .map((row) => ({ row, score: scoreOf(row) }))
    .filter(({ score }) => !Number.isNaN(score));
  scored.sort((a, b) => a.score - b.score || b.row - a.row);
  return new Map(scored.map(({ row }, place) => [row, place / Math.max(1, pool.length - 1)]));
}
