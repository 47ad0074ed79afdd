/**
 * The prior of one side's rows and the draw of its hyperparameters: a normal distribution whose mean is linear in
 * features, under a normal–Wishart prior (Salakhutdinov & Mnih 2008, "Bayesian probabilistic matrix factorization
 * using Markov chain Monte Carlo"; Simm et al. 2015 for the features).
 */
import type { FeatureGroup } from '../features/feature-matrix.ts';
import type { Deviates } from './deviates.ts';
import { createEffects, drawEffects, drawEffectsPrecision, type FeatureEffects } from './feature-effects.ts';
import { inverse, lowerFactor, solveTransposed, timesTransposed } from './square-matrix.ts';

/** β₀: how many rows at zero the prior of the mean counts for. */
const MEAN_WEIGHT = 2;
/** Draws of all effects in a sweep: they and their λ move slowly, and cost less than the rows. */
const EFFECT_PASSES = 2;

export interface SidePrior {
  width: number;
  /** Λ, width × width. */
  precision: Float64Array;
  /** μ, to which the effects of a row's features are added. */
  mean: Float64Array;
  groups: FeatureEffects[];
  /** What the effects add up to for each row, in the order of the rows. */
  effectSums: Float64Array;
}

/** A prior for so many rows, before anything is drawn. */
export function createSidePrior(rows: number, groups: readonly FeatureGroup[], width: number): SidePrior {
  const precision = new Float64Array(width * width);
  for (let k = 0; k < width; k++) precision[k * width + k] = 1;
  return {
    width,
    precision,
    mean: new Float64Array(width),
    groups: groups.map((group) => createEffects(group, width)),
    effectSums: new Float64Array(rows * width),
  };
}

/** Draws everything of a prior anew, given its side's rows; returns the prior mean of each row. */
export function drawSidePrior(prior: SidePrior, rows: Float32Array, deviates: Deviates): Float64Array {
  const { width, groups } = prior;
  const { effectSums } = prior;
  const residual = effectSums.map((sum, k) => (rows[k] ?? 0) - sum);
  const count = rows.length / width;
  const average = columnMeans(residual, width);
  prior.precision = drawPrecision(prior, residual, average, deviates);
  const factor = lowerFactor(prior.precision, width);
  prior.mean = drawMean(average, count, factor, width, deviates);
  for (let at = 0; at < residual.length; at += width)
    for (let k = 0; k < width; k++) residual[at + k] = (residual[at + k] ?? 0) - (prior.mean[k] ?? 0);
  for (let pass = 0; pass < EFFECT_PASSES; pass++) {
    for (const group of groups) {
      drawEffects(group, residual, factor, width, deviates);
      group.precision = drawEffectsPrecision(group, prior.precision, width, deviates);
    }
  }
  for (let at = 0; at < residual.length; at += width) {
    for (let k = 0; k < width; k++) {
      const priorMean = (rows[at + k] ?? 0) - (residual[at + k] ?? 0);
      residual[at + k] = priorMean;
      effectSums[at + k] = priorMean - (prior.mean[k] ?? 0);
    }
  }
  return residual;
}

/** Λ given the rows' scatter around their prior means, and the effects' own (a Wishart draw; Bartlett 1933). */
function drawPrecision(
  { width, groups }: SidePrior,
  residual: Float64Array,
  average: Float64Array,
  deviates: Deviates,
): Float64Array {
  const count = residual.length / width;
  const scatter = new Float64Array(width * width);
  addScatter(scatter, residual, average, 1);
  const shrinkage = (MEAN_WEIGHT * count) / (MEAN_WEIGHT + count);
  const origin = new Float64Array(width);
  addScatter(scatter, average, origin, shrinkage);
  let freedom = width + count;
  for (const { effects, precision } of groups) {
    addScatter(scatter, effects, origin, precision);
    freedom += effects.length / width;
  }
  for (let k = 0; k < width; k++) scatter[k * width + k] = (scatter[k * width + k] ?? 0) + 1;
  const scale = lowerFactor(inverse(scatter, width), width);
  const bartlett = new Float64Array(width * width);
  for (let i = 0; i < width; i++) {
    for (let j = 0; j < i; j++) bartlett[j * width + i] = deviates.normal();
    bartlett[i * width + i] = Math.sqrt(2 * deviates.gamma((freedom - i) / 2));
  }
  const root = timesTransposed(scale, bartlett, width);
  return timesTransposed(root, root, width);
}

/** μ given the average of what the effects leave of the rows. */
function drawMean(
  average: Float64Array,
  count: number,
  factor: Float64Array,
  width: number,
  { normal }: Deviates,
): Float64Array {
  const weight = MEAN_WEIGHT + count;
  const mean = Float64Array.from({ length: width }, () => normal() / Math.sqrt(weight));
  solveTransposed(factor, width, mean);
  for (let k = 0; k < width; k++) mean[k] = (mean[k] ?? 0) + (count * (average[k] ?? 0)) / weight;
  return mean;
}

/** Adds weight · Σ (row − centre)(row − centre)ᵀ. */
function addScatter(scatter: Float64Array, rows: Float64Array, centre: Float64Array, weight: number): void {
  const width = centre.length;
  const deviation = new Float64Array(width);
  for (let at = 0; at < rows.length; at += width) {
    for (let k = 0; k < width; k++) deviation[k] = (rows[at + k] ?? 0) - (centre[k] ?? 0);
    for (let i = 0; i < width; i++) {
      const scaled = weight * (deviation[i] ?? 0);
      for (let j = 0; j < width; j++) {
        const place = i * width + j;
        scatter[place] = (scatter[place] ?? 0) + scaled * (deviation[j] ?? 0);
      }
    }
  }
}

function columnMeans(rows: Float64Array, width: number): Float64Array {
  const means = new Float64Array(width);
  for (let at = 0; at < rows.length; at += width)
    for (let k = 0; k < width; k++) means[k] = (means[k] ?? 0) + (rows[at + k] ?? 0);
  return means.map((sum) => (sum * width) / rows.length);
}
