/** The state of a Gibbs sampler besides the rows that the kernel holds, and where a chain starts. */
import { implicitFeatures, traitFeatures } from '../features/feature-matrix.ts';
import type { TrainingTraits } from '../features/traits.ts';
import type { RatingMatrix } from '../matrix.ts';
import { hashPair } from '../random.ts';
import { createDeviates, type Deviates } from './deviates.ts';
import { createSidePrior, type SidePrior } from './side-prior.ts';

/** Where the precision of a rating starts: the order of magnitude on a scale of five stars. */
const INITIAL_PRECISION = 1.5;

export interface Chain {
  rank: number;
  seed: number;
  /** Names of people's traits, in the order of their effects. */
  traits: readonly string[];
  /** Of people: groups of their traits and of the films they rated. */
  users: SidePrior;
  /** Of films: groups of their traits and of the people who rated them. */
  items: SidePrior;
  /** α, the precision of a rating. */
  ratingPrecision: number;
  deviates: Deviates;
}

/** A chain over a matrix that has not taken a step. */
export function createChain(matrix: RatingMatrix, traits: TrainingTraits, rank: number, seed: number): Chain {
  const people = traitFeatures(matrix.users.ids.map((id) => traits.people.get(id) ?? []));
  const films = traitFeatures(matrix.items.ids.map((id) => traits.films.get(id) ?? []));
  const width = rank + 1;
  return {
    rank,
    seed,
    traits: people.names.ids,
    users: createSidePrior(
      matrix.users.size,
      [people, implicitFeatures(matrix.byUser, matrix.items.size)],
      width,
    ),
    items: createSidePrior(
      matrix.items.size,
      [films, implicitFeatures(matrix.byItem, matrix.users.size)],
      width,
    ),
    ratingPrecision: INITIAL_PRECISION,
    deviates: createDeviates(hashPair(seed, 0)),
  };
}
