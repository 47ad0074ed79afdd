/**
 * Effects of features on the prior mean of a side's rows, which are linear in them (Macau: Simm et al. 2015, "Macau:
 * scalable Bayesian multi-relational factorization with side information"). Macau draws all effects at once, with
 * perturbed right-hand sides and conjugate gradients; here each feature's effect is drawn given all others, which leaves
 * the same distribution invariant and takes one pass over the non-zero features.
 */
import type { FeatureGroup } from '../features/feature-matrix.ts';
import type { Deviates } from './deviates.ts';
import { solveTransposed } from './square-matrix.ts';

/** A group of features with the effects of each, features × width, and λ: how strongly they are held at zero. */
export interface FeatureEffects extends FeatureGroup {
  effects: Float64Array;
  precision: number;
}

const INITIAL_PRECISION = 2;

/** Effects of zero. From a large λ a chain would take hundreds of sweeps to where the data wants it. */
export function createEffects(group: FeatureGroup, width: number): FeatureEffects {
  const features = group.columns.starts.length - 1;
  return { ...group, effects: new Float64Array(features * width), precision: INITIAL_PRECISION };
}

/**
 * Draws the effects of a group anew, one feature after another. `residual` holds what is left of each row when the
 * mean and the effects of all groups are taken off, and is kept so. `factor` is L of L·Lᵀ = Λ, the rows' precision.
 */
export function drawEffects(
  group: FeatureEffects,
  residual: Float64Array,
  factor: Float64Array,
  width: number,
  { normal }: Deviates,
): void {
  const { columns, effects, precision } = group;
  const { starts, columns: rows, values } = columns;
  const change = new Float64Array(width);
  const noise = new Float64Array(width);
  for (let feature = 0; feature + 1 < starts.length; feature++) {
    const from = starts[feature] ?? 0;
    const to = starts[feature + 1] ?? 0;
    let square = 0;
    change.fill(0);
    for (let entry = from; entry < to; entry++) {
      const value = values[entry] ?? 0;
      const row = (rows[entry] ?? 0) * width;
      square += value * value;
      for (let k = 0; k < width; k++) change[k] = (change[k] ?? 0) + value * (residual[row + k] ?? 0);
    }
    const certainty = square + precision;
    const spread = 1 / Math.sqrt(certainty);
    for (let k = 0; k < width; k++) noise[k] = normal();
    solveTransposed(factor, width, noise);
    const at = feature * width;
    for (let k = 0; k < width; k++) {
      const present = effects[at + k] ?? 0;
      const drawn = ((change[k] ?? 0) + square * present) / certainty + spread * (noise[k] ?? 0);
      effects[at + k] = drawn;
      change[k] = drawn - present;
    }
    for (let entry = from; entry < to; entry++) {
      const value = values[entry] ?? 0;
      const row = (rows[entry] ?? 0) * width;
      for (let k = 0; k < width; k++) residual[row + k] = (residual[row + k] ?? 0) - value * (change[k] ?? 0);
    }
  }
}

/** Draws λ of a group, from its conditional gamma distribution under a vague prior. */
export function drawEffectsPrecision(
  group: FeatureEffects,
  precision: Float64Array,
  width: number,
  { gamma }: Deviates,
): number {
  const { effects } = group;
  let energy = 0;
  for (let at = 0; at < effects.length; at += width) {
    for (let i = 0; i < width; i++) {
      let product = 0;
      for (let j = 0; j < width; j++) product += (precision[i * width + j] ?? 0) * (effects[at + j] ?? 0);
      energy += product * (effects[at + i] ?? 0);
    }
  }
  return (2 * gamma((effects.length + VAGUE) / 2)) / (energy + VAGUE);
}

/** Weight of the prior of λ, in effects seen in advance. */
const VAGUE = 2;
