/** Which of the ranked films a list shows: the best by score, or chosen among these for steering and for diversity. */
import { diversify } from './diversity.ts';
import type { Person } from './person.ts';
import type { Ranking } from './ranking.ts';
import type { RowSet } from './row-set.ts';
import type { Serving } from './served-model.ts';
import { byValue, isSteered, type Steering, steeredValues, steeringPool } from './steer.ts';

export interface Choice {
  /** From 0 (by score alone, the default) to 1; see `diversity.ts`. */
  diversity?: number;
  steering?: Steering;
  /** Ranks as for somebody unknown, whatever is known of them. */
  byPopularity?: boolean;
}

/** How many times `n` the pool holds that diversity chooses from, and the least it holds. */
const POOL_FACTOR = 5;
const MIN_POOL = 50;

/** Rows of `n` films that are not excluded, in the order they are shown in. */
export function chooseRows(
  serving: Serving,
  person: Person,
  ranking: Pick<Ranking, 'best' | 'scoreOf'>,
  excluded: RowSet,
  { n, diversity = 0, steering }: Choice & { n: number },
): number[] {
  const diversePool = diversity === 0 ? n : Math.max(MIN_POOL, n * POOL_FACTOR);
  if (!isSteered(steering)) {
    const pool = ranking.best(diversePool, excluded);
    return diversity === 0 ? pool : diversifyByModel(serving, ranking.scoreOf, pool, n, diversity);
  }
  const pool = ranking.best(steeringPool(n), excluded);
  const values = steeredValues(serving.catalogue, person, pool, steering);
  const steered = byValue(pool, values).slice(0, diversePool);
  const steeredValue = (row: number) => values.get(row) ?? 0;
  return diversity === 0 ? steered : diversifyByModel(serving, steeredValue, steered, n, diversity);
}

/** Likeness is the cosine of the ranking model where one film is among the other's neighbours, and 0 beyond. */
function diversifyByModel(
  serving: Serving,
  relevance: (row: number) => number,
  pool: readonly number[],
  n: number,
  diversity: number,
): number[] {
  const likeness = (a: number, b: number): number => {
    const near = serving.neighbours(b);
    const place = near?.rows.indexOf(a) ?? -1;
    return place < 0 ? 0 : Math.max(0, near?.similarities[place] ?? 0);
  };
  return diversify(pool, { n, diversity, relevance, similarity: likeness });
}
