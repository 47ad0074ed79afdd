/** Seeded pseudo-random numbers: the same seed and stream give the same numbers on every machine. */

export interface Random {
  /** From 0, below 1. */
  uniform(): number;
  /** Standard normal. */
  gaussian(): number;
  /** A whole number from 0, below `limit`. */
  below(limit: number): number;
  pick<T>(choices: readonly [T, ...T[]]): T;
}

const TWO_POW_32 = 2 ** 32;
const WARM_UP_ROUNDS = 12;

/**
 * sfc32 (Doty-Humphrey's "small fast counting" generator, which passes PractRand). Each pair of seed and stream is a
 * sequence of its own, so that a person's numbers do not depend on how many others there are.
 */
export function createRandom(seed: number, stream = 0): Random {
  let a = seed | 0;
  let b = stream | 0;
  let c = Math.floor(seed / TWO_POW_32) ^ 0x9e3779b9;
  let counter = 1;
  // Signed 32-bit numbers throughout: V8 keeps them without allocating.
  const next = (): number => {
    const result = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + result) | 0;
    return result >>> 0;
  };
  for (let round = 0; round < WARM_UP_ROUNDS; round += 1) next();
  const uniform = () => next() / TWO_POW_32;
  const below = (limit: number) => Math.floor(uniform() * limit);
  return {
    uniform,
    /** Box and Muller's transform, half of it. */
    gaussian: () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform()),
    below,
    pick: (choices) => choices[below(choices.length)] ?? choices[0],
  };
}

/** A stream number for a text. */
export function streamOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return hash >>> 0;
}

/** Draws places by weight in constant time (Walker's alias method, in Vose's form). */
export function createWeightedDraw(weights: Float64Array): (random: Random) => number {
  const { length } = weights;
  const mean = weights.reduce((sum, weight) => sum + weight, 0) / length;
  const share = weights.map((weight) => weight / mean);
  const alias = Int32Array.from({ length }, (_, place) => place);
  const small: number[] = [];
  const large: number[] = [];
  for (const [place, value] of share.entries()) (value < 1 ? small : large).push(place);
  for (;;) {
    const poor = small.pop();
    const rich = large.pop();
    if (poor === undefined || rich === undefined) break;
    alias[poor] = rich;
    const rest = (share[rich] ?? 0) + (share[poor] ?? 0) - 1;
    share[rich] = rest;
    (rest < 1 ? small : large).push(rich);
  }
  for (const place of [...small, ...large]) share[place] = 1;
  return (random) => {
    const point = random.uniform() * length;
    const place = Math.floor(point);
    return point - place < (share[place] ?? 1) ? place : (alias[place] ?? place);
  };
}
