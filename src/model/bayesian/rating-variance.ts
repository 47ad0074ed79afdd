/**
 * How sure a posterior is of a rating: the variance of the prediction over all draws, of the person given each draw,
 * and of ratings around what is predicted, which differs from person to person (Lakshminarayanan, Bouchard &
 * Archambeau 2011, "Robust Bayesian matrix factorisation").
 */
import { dot } from '../../../kernel/reference/vector.ts';
import {
  designRow,
  type ItemSide,
  itemBias,
  type PersonConditional,
  type PersonEvidence,
  residualOf,
  scoreVariance,
} from './person-conditional.ts';

/** Ratings at everybody's variance that each person's own is given in advance. */
const VARIANCE_WEIGHT = 10;

/** Variance of a person's ratings around their expectation, from what the posterior leaves of their history. */
export function ratingVariance(
  side: ItemSide,
  conditionals: readonly PersonConditional[],
  { history }: PersonEvidence,
): number {
  let squares = 0;
  for (const [draw, conditional] of conditionals.entries()) {
    squares += VARIANCE_WEIGHT / (side.posterior.ratingPrecision[draw] ?? 1);
    for (const [entry, film] of history.columns.entries()) {
      const z = designRow(side, draw, film);
      const left = residualOf(side, draw, film, history.values[entry] ?? 0) - inner(z, conditional.mean);
      squares += left * left + scoreVariance(conditional, z);
    }
  }
  return squares / (conditionals.length * (VARIANCE_WEIGHT + history.columns.length));
}

/** Variance of what a person's rating of a film is expected to be; null is a film that the model does not know. */
export function expectationVariance(
  side: ItemSide,
  conditionals: readonly PersonConditional[],
  film: number | null,
): number {
  if (film === null) return biasVariance(side);
  let within = 0;
  const expectations = conditionals.map((conditional, draw) => {
    const z = designRow(side, draw, film);
    within += scoreVariance(conditional, z);
    return itemBias(side, draw, film) + inner(z, conditional.mean);
  });
  const average = expectations.reduce((sum, value) => sum + value, 0) / expectations.length;
  const between = expectations.reduce((sum, value) => sum + (value - average) ** 2, 0);
  return (within + between) / conditionals.length;
}

/** Variance of the films' biases: what is known of a film that nobody has rated. */
function biasVariance(side: ItemSide): number {
  let sum = 0;
  let squares = 0;
  const { draws } = side.posterior;
  for (let draw = 0; draw < draws; draw++) {
    for (let film = 0; film < side.films; film++) {
      const bias = itemBias(side, draw, film);
      sum += bias;
      squares += bias * bias;
    }
  }
  const count = draws * side.films;
  return squares / count - (sum / count) ** 2;
}

function inner(a: Float64Array, b: Float64Array): number {
  return dot(a, 0, b, 0, a.length);
}
