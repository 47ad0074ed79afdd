/** Which parameters lie next to given ones: the moves that a search makes. */
import type { ModelParams } from '../params.ts';

/** A direction to move in: one parameter, up or down by so many steps (fractions of one are finer moves). */
export type Move = (params: ModelParams, steps: number) => ModelParams;

/** The directions for a model, the most telling first; none for parameters that need no search. */
export function movesOf(params: ModelParams): readonly Move[] {
  switch (params.model) {
    case 'als':
      return [regularization, frequencyExponent, rank];
    case 'als-nonnegative':
      return [regularization, rank];
    case 'bayesian-als':
      return [rank];
    case 'implicit-als':
      return [regularization, unobservedWeight, rank, frequencyExponent];
    case 'ease':
      return [regularization];
    case 'blend':
      return [];
    case 'popular':
      return [damping];
  }
}

const regularization: Move = (params, steps) =>
  'regularization' in params
    ? { ...params, regularization: rounded(params.regularization * 2 ** steps) }
    : params;

const unobservedWeight: Move = (params, steps) =>
  'unobservedWeight' in params
    ? { ...params, unobservedWeight: Math.min(1, rounded(params.unobservedWeight * 3 ** steps)) }
    : params;

const rank: Move = (params, steps) =>
  'rank' in params
    ? { ...params, rank: Math.min(256, Math.max(2, Math.round(params.rank * 1.5 ** steps))) }
    : params;

const frequencyExponent: Move = (params, steps) =>
  'frequencyExponent' in params
    ? {
        ...params,
        frequencyExponent: Math.min(1, Math.max(0, rounded(params.frequencyExponent + steps / 4))),
      }
    : params;

const damping: Move = (params, steps) =>
  'damping' in params ? { ...params, damping: rounded(params.damping * 2 ** steps) } : params;

/** Three significant digits: parameters that a person can read and type again. */
function rounded(value: number): number {
  return Number(value.toPrecision(3));
}
