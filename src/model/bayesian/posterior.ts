/**
 * What a Gibbs run leaves behind, as plain data: some draws of the films' rows and of what is known of people in
 * advance. It names no person; a person's own rows are integrated out when they are folded in.
 */

/** Draws one after another in each array; D is the rank + 1 for the bias. */
export interface Posterior {
  /** How many draws there are. */
  draws: number;
  /** The films' rows: draws × films × D. Their means given the people stand in the state's `factors`. */
  items: Float32Array;
  /** α, the precision of a rating, of each draw. */
  ratingPrecision: Float64Array;
  /** Λ of people: draws × D × D. */
  precision: Float64Array;
  /** μ of people: draws × D. */
  mean: Float64Array;
  /** Effects on people of their having rated a film: draws × films × D. */
  implicitEffects: Float32Array;
  /** Traits of people that have effects, in order. */
  traits: string[];
  /** Their effects: draws × traits × D. */
  traitEffects: Float32Array;
}

/** One draw, as the sampler has it. */
export interface PosteriorDraw {
  /** Films × D. */
  items: Float32Array;
  /** The means of what `items` were drawn from: scores by them have less noise than by the rows themselves. */
  itemMeans: Float32Array;
  ratingPrecision: number;
  precision: Float64Array;
  mean: Float64Array;
  implicitEffects: Float64Array;
  traitEffects: Float64Array;
}

/** Draws in one, and the films' factors in the order that `itemFactors` describes. */
export function joinDraws(draws: readonly PosteriorDraw[], traits: readonly string[]): Posterior {
  return {
    draws: draws.length,
    items: Float32Array.from(joined(draws.map((draw) => draw.items))),
    ratingPrecision: Float64Array.from(draws, (draw) => draw.ratingPrecision),
    precision: Float64Array.from(joined(draws.map((draw) => draw.precision))),
    mean: Float64Array.from(joined(draws.map((draw) => draw.mean))),
    implicitEffects: Float32Array.from(joined(draws.map((draw) => draw.implicitEffects))),
    traits: [...traits],
    traitEffects: Float32Array.from(joined(draws.map((draw) => draw.traitEffects))),
  };
}

/** Films × draws · D: of each film the mean factors of all draws, and behind them its mean bias in each. */
export function itemFactors(draws: readonly PosteriorDraw[], rank: number): Float64Array {
  const width = rank + 1;
  const films = (draws[0]?.itemMeans.length ?? 0) / width;
  const factors = new Float64Array(films * draws.length * width);
  for (const [place, { itemMeans }] of draws.entries()) {
    for (let film = 0; film < films; film++) {
      const row = film * draws.length * width;
      factors.set(itemMeans.subarray(film * width, film * width + rank), row + place * rank);
      factors[row + draws.length * rank + place] = itemMeans[film * width + rank] ?? 0;
    }
  }
  return factors;
}

function joined(parts: readonly (Float32Array | Float64Array)[]): Float64Array {
  const whole = new Float64Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
