/**
 * Steering as an option: the best films by score are put in another order by what a person asked for besides, so that
 * lists move towards the well-known or the little known, the usual or the new, one era or none.
 */
import type { Catalogue } from './catalogue.ts';
import type { Person } from './person.ts';
import { genreShares } from './taste.ts';

export interface Steering {
  /** From −1 (the little known first) to 1 (the well-known first); 0 does nothing. */
  popularity?: number;
  /** From 0 to 1: how much films of genres count that the person has rated little. */
  novelty?: number;
  /** The year that films should be near to. */
  era?: number;
}

/** How many films by score steering chooses among, for each film that is asked for, and at least. */
const POOL_FACTOR = 20;
const MIN_POOL = 200;

/** Years from the era at which half of what nearness adds is left. */
const ERA_HALF_YEARS = 5;

export function steeringPool(n: number): number {
  return Math.max(MIN_POOL, n * POOL_FACTOR);
}

export function isSteered(steering: Steering | undefined): steering is Steering {
  const { popularity = 0, novelty = 0, era } = steering ?? {};
  return popularity !== 0 || novelty !== 0 || era !== undefined;
}

/**
 * A value for each row of a pool that is in order of score: its place in the pool (1 for the best, 0 for the last), and
 * up to as much again from each thing that is asked for. A film of no known year is near to no era.
 */
export function steeredValues(
  catalogue: Catalogue,
  person: Person,
  pool: readonly number[],
  { popularity = 0, novelty = 0, era }: Steering,
): Map<number, number> {
  const known = ranksOf(pool, (row) => catalogue.movies[row]?.ratings ?? 0);
  const unfamiliar = ranksOf(pool, unfamiliarity(catalogue, person));
  return new Map(
    pool.map((row, place) => {
      const relevance = 1 - place / Math.max(1, pool.length - 1);
      const popular = popularity * ((known.get(row) ?? 0) - 0.5) * 2;
      const fresh = novelty * (unfamiliar.get(row) ?? 0) * 2;
      return [row, relevance + popular + fresh + 2 * nearness(catalogue.movies[row]?.year ?? null, era)];
    }),
  );
}

/** The rows by descending value, equal ones in their order. */
export function byValue(pool: readonly number[], values: ReadonlyMap<number, number>): number[] {
  return pool.toSorted((a, b) => (values.get(b) ?? 0) - (values.get(a) ?? 0));
}

/** How little the person has rated films of a row's genres: less the mean share of their ratings that each genre has. */
function unfamiliarity(catalogue: Catalogue, person: Person): (row: number) => number {
  const familiar = genreShares(catalogue, person.history);
  return (row) => {
    const genres = catalogue.movies[row]?.genres ?? [];
    const shares = genres.map((genre) => familiar.get(genre) ?? 0);
    return shares.length === 0 ? 0 : -shares.reduce((sum, share) => sum + share, 0) / shares.length;
  };
}

/** Where each row stands among the others by a value, from 0 to 1; equal values share the middle of their places. */
function ranksOf(pool: readonly number[], measure: (row: number) => number): Map<number, number> {
  const sorted = pool.map((row) => ({ row, value: measure(row) })).sort((a, b) => a.value - b.value);
  const ranks = new Map<number, number>();
  const last = Math.max(1, sorted.length - 1);
  for (let start = 0, end = 0; start < sorted.length; start = end) {
    end = start;
    while (end < sorted.length && sorted[end]?.value === sorted[start]?.value) end += 1;
    for (const { row } of sorted.slice(start, end)) ranks.set(row, (start + end - 1) / 2 / last);
  }
  return ranks;
}

function nearness(year: number | null, era: number | undefined): number {
  return year === null || era === undefined ? 0 : 0.5 ** (Math.abs(year - era) / ERA_HALF_YEARS);
}
