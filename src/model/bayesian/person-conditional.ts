/**
 * One person's rows given everything else in a draw of the posterior: the normal distribution with precision
 * A = Λ + α·Σ zzᵀ and mean A⁻¹h, the normal equations of ALS with a prior that the person's traits and history shift.
 */
import { choleskyFactor, choleskyForward, choleskySolve } from '../../../kernel/reference/cholesky.ts';
import { createOuterSum } from '../../../kernel/reference/normal-equations.ts';
import type { SparseRows } from '../../../kernel/reference/sparse-rows.ts';
import { addScaled, dot } from '../../../kernel/reference/vector.ts';
import { implicitShare } from '../features/feature-matrix.ts';
import type { Posterior } from './posterior.ts';

/** The films' side of a posterior, and where ratings are measured from. */
export interface ItemSide {
  rank: number;
  mean: number;
  films: number;
  posterior: Posterior;
}

/** What a person brings: one row of ratings, and places among the posterior's traits. */
export interface PersonEvidence {
  history: SparseRows;
  traits: readonly number[];
}

export interface PersonConditional {
  /** Factors, and behind them the bias. */
  mean: Float64Array;
  /** L of L·Lᵀ = A. */
  factor: Float64Array;
}

/** The conditional distribution of a person in one draw. */
export function personConditional(
  side: ItemSide,
  draw: number,
  { history, traits }: PersonEvidence,
): PersonConditional {
  const width = side.rank + 1;
  const { precision, ratingPrecision } = side.posterior;
  const a = precision.slice(draw * width * width, (draw + 1) * width * width);
  const b = new Float64Array(width);
  const prior = priorMean(side, draw, traits);
  const share = implicitShare(history.columns.length);
  for (const film of history.columns) addScaled(prior, 0, implicitEffect(side, draw, film), 0, share, width);
  for (let i = 0; i < width; i++) b[i] = dot(a, i * width, prior, 0, width);
  const alpha = ratingPrecision[draw] ?? 0;
  const outers = createOuterSum(width);
  for (const [entry, film] of history.columns.entries()) {
    const z = designRow(side, draw, film);
    outers.add(a, z, 0, alpha);
    addScaled(b, 0, z, 0, alpha * residualOf(side, draw, film, history.values[entry] ?? 0), width);
  }
  outers.finish(a);
  choleskyFactor(a, width);
  choleskySolve(a, width, b);
  return { mean: b, factor: a };
}

/** μ and the effects of traits: the prior mean of a person without ratings. */
export function priorMean(
  { rank, posterior }: ItemSide,
  draw: number,
  traits: readonly number[],
): Float64Array {
  const width = rank + 1;
  const prior = posterior.mean.slice(draw * width, (draw + 1) * width);
  for (const trait of traits) {
    const at = (draw * posterior.traits.length + trait) * width;
    for (let k = 0; k < width; k++) prior[k] = (prior[k] ?? 0) + (posterior.traitEffects[at + k] ?? 0);
  }
  return prior;
}

/** What having rated a film says of a person, whatever the rating. */
export function implicitEffect(
  { rank, films, posterior }: ItemSide,
  draw: number,
  film: number,
): Float64Array {
  const at = (draw * films + film) * (rank + 1);
  return Float64Array.from(posterior.implicitEffects.subarray(at, at + rank + 1));
}

/** A film's row as a person's equations see it: its factors, and 1 for the person's bias. */
export function designRow({ rank, films, posterior }: ItemSide, draw: number, film: number): Float64Array {
  const at = (draw * films + film) * (rank + 1);
  const row = Float64Array.from(posterior.items.subarray(at, at + rank + 1));
  row[rank] = 1;
  return row;
}

/** A film's bias in a draw. */
export function itemBias({ rank, films, posterior }: ItemSide, draw: number, film: number): number {
  return posterior.items[(draw * films + film) * (rank + 1) + rank] ?? 0;
}

/** What a rating leaves for the person's row to explain. */
export function residualOf(side: ItemSide, draw: number, film: number, rating: number): number {
  return rating - side.mean - itemBias(side, draw, film);
}

/** zᵀ·A⁻¹·z: the variance of a score whose film has the row z. */
export function scoreVariance({ factor }: PersonConditional, z: Float64Array): number {
  const x = z.slice();
  choleskyForward(factor, x.length, x);
  return dot(x, 0, x, 0, x.length);
}
