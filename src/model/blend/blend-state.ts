/** The state of a blend: rows that hold a film's factors, and behind them its row of EASE. */
import type { BlendParams } from '../params.ts';
import type { ModelState } from '../state.ts';

/** Puts the rows of two parts side by side. */
export function joinRows(
  factors: ArrayLike<number>,
  rank: number,
  weights: ArrayLike<number>,
  size: number,
): Float64Array {
  const width = rank + size;
  return Float64Array.from({ length: size * width }, (_, place) => {
    const row = Math.floor(place / width);
    const column = place % width;
    return (column < rank ? factors[row * rank + column] : weights[row * size + column - rank]) ?? 0;
  });
}

/** The states of the two models that a blend is made of. */
export function splitState(
  state: ModelState,
  { implicit, ease }: BlendParams,
): { implicit: ModelState; ease: ModelState } {
  const size = state.itemIds.length;
  const { rank } = implicit;
  const width = rank + size;
  const factors = new Float64Array(size * rank);
  const weights = new Float64Array(size * size);
  for (let row = 0; row < size; row++) {
    factors.set(state.factors.subarray(row * width, row * width + rank), row * rank);
    weights.set(state.factors.subarray(row * width + rank, (row + 1) * width), row * size);
  }
  return {
    implicit: { ...state, params: implicit, factors },
    ease: { ...state, params: ease, factors: weights },
  };
}
