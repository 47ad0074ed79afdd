/** How many films each person rates: a few rate hundreds, most a few dozen, and the sum is exactly what was asked. */
import { createRandom } from './random.ts';

const SPREAD = 1.05;
/** Nobody rates fewer, where there is enough for everyone; MovieLens has the same bound. */
const FEWEST = 20;
/** Nobody rates a larger share of all films, unless the numbers ask for it. */
const LARGEST_SHARE = 0.5;

export interface ActivitySpec {
  users: number;
  movies: number;
  ratings: number;
  seed: number;
}

/** The number of ratings of each person (log-normal, then scaled); `ratings` must not exceed users × movies. */
export function activityOf({ users, movies, ratings, seed }: ActivitySpec): Int32Array {
  const mean = ratings / users;
  const least = Math.min(FEWEST, Math.floor(mean));
  const most = mean > movies * LARGEST_SHARE * 0.5 ? movies : Math.floor(movies * LARGEST_SHARE);
  const random = createRandom(seed, 0xac71);
  const weights = Float64Array.from({ length: users }, () => Math.exp(SPREAD * random.gaussian()));
  const scale = (ratings - least * users) / weights.reduce((sum, weight) => sum + weight, 0);
  const counts = Int32Array.from(weights, (weight) => Math.min(most, least + Math.floor(weight * scale)));
  spreadRest(counts, ratings - counts.reduce((sum, count) => sum + count, 0), most);
  return counts;
}

/** Gives out what rounding and the bound have left, one at a time to those below the bound. */
function spreadRest(counts: Int32Array, rest: number, most: number): void {
  let left = rest;
  while (left > 0) {
    for (let person = 0; person < counts.length && left > 0; person += 1) {
      const count = counts[person] ?? 0;
      if (count >= most) continue;
      counts[person] = count + 1;
      left -= 1;
    }
  }
}
