/**
 * What a trained model answers, whatever trained it. Two tasks: `rating` predicts the rating a person would give,
 * `ranking` orders the catalogue. A model keeps the films; a person is folded in from their history, so that a
 * click is learned without training. `recommender.contract.ts` says what every model owes.
 */
import type { SparseRows } from '../../kernel/reference/sparse-rows.ts';
import type { MovieId } from '../domain/ids.ts';
import type { Learning } from './als/learning.ts';
import type { PersonSystem } from './als/person-system.ts';
import type { FeedbackWeights } from './feedback/signal.ts';
import type { Vocabulary } from './vocabulary.ts';

export type Task = 'rating' | 'ranking';

export const MODEL_NAMES = [
  'als',
  'als-nonnegative',
  'bayesian-als',
  'implicit-als',
  'ease',
  'blend',
  'popular',
] as const;
export type ModelName = (typeof MODEL_NAMES)[number];

/** One thing a person did with a film: `item` indexes the model's vocabulary. */
export interface Feedback {
  item: number;
  /** A rating on the data set's scale; null where they did not rate it. */
  rating: number | null;
  /** What else they did with it (`feedback/signal.ts`): models that rank learn from it, others pass over it. */
  signal?: number;
}

/** A row of `rank` values of length 1 for each film, all 0 for a film without factors: the product of two is their cosine. */
export interface Directions {
  rank: number;
  rows: Float32Array;
}

export interface ScoredItem {
  item: number;
  score: number;
}

/** A person as a model sees them: their factors, and for a `rating` model their bias. */
export interface PersonFactors {
  factors: Float64Array;
  bias: number;
  /** What they did, one row of weights by film: what a model scores from that has no factors of persons. */
  seen?: SparseRows;
  /** The equations that the factors solve, of a long history that has changed: what the next `foldInAgain` starts from. */
  system?: PersonSystem;
}

/** A predicted rating, and the interval that holds nine of ten such ratings. None of the three is clipped to the scale. */
export interface RatingInterval {
  rating: number;
  low: number;
  high: number;
}

export type IntervalOf = (film: number | null) => RatingInterval;

/** The score of a film of the model, taken apart. */
export type ExplanationOf = (item: number) => Explanation;

/** A share of a score that one past rating of the person accounts for. */
export interface Contribution {
  item: number;
  share: number;
}

/** A score taken apart: `base` and all shares sum to it. */
export interface Explanation {
  score: number;
  /** What the film scores whatever the person did: mean and bias of the film, and what their traits say; 0 for most ranking models. */
  base: number;
  /** One for each film of the history, by ascending item. */
  contributions: Contribution[];
}

export interface Model {
  readonly name: ModelName;
  readonly task: Task;
  /** The films the model knows. */
  readonly items: Vocabulary<MovieId>;
  /** How many training ratings each film had; of a model that ranks, how many people wanted it. */
  readonly support: Uint32Array;
  /** What interactions count in signals for this model; absent from one that learned from none. */
  readonly feedback?: FeedbackWeights;
  /**
   * The person's factors: the exact solution of their normal equations for this history, whatever its order; null
   * when it is empty. Of a film that is there several times the last counts. `traits` (of `features/traits.ts`) tell a
   * model that was trained with such more of the person; others pass over them.
   */
  foldIn(history: readonly Feedback[], traits?: readonly string[]): PersonFactors | null;
  /**
   * As `foldIn`, for a person folded in before whose history has changed: it keeps the person's equations, so that from
   * the second change on only what changed is worked in. Equal to `foldIn` but for rounding. Absent from a model that has
   * nothing to gain by it.
   */
  foldInAgain?(before: PersonFactors, history: readonly Feedback[]): PersonFactors | null;
  /**
   * A score for every film: a predicted rating (not clipped) or a ranking value, by the model's task. For null,
   * the documented fallback for somebody unknown: the damped mean rating of the film, or its popularity.
   */
  scoreItems(person: PersonFactors | null, out?: Float64Array): Float64Array;
  /**
   * The `limit` films of the highest scores, best first, equal ones by film, without those whose bit is set in
   * `excluded`: what `scoreItems` would give, sooner. Null where it cannot be told sooner; absent from a model that has
   * no way to.
   */
  topItems?(person: PersonFactors, limit: number, excluded: Uint8Array): ScoredItem[] | null;
  /**
   * The score of one film, as `scoreItems` has it. Null is a film that the model does not know: the mean rating
   * shifted by the person's bias, or a ranking value of 0.
   */
  predict(person: PersonFactors | null, item: number | null): number;
  /**
   * A function that gives the predicted rating of a film, as `predict` has it, with its interval; null is a film that
   * the model does not know. It folds the person in when first called. Absent from a model that cannot tell how sure it is.
   */
  intervalsFor?(history: readonly Feedback[], traits?: readonly string[]): IntervalOf;
  /**
   * A function that decomposes the score of a film exactly over the person's history (Hu, Koren & Volinsky 2008, §5,
   * and its explicit twin): the score that `predict` has for the same history and traits. Null for an empty history.
   */
  explainFor(history: readonly Feedback[], traits?: readonly string[]): ExplanationOf | null;
  /**
   * The person's factors drawn from their posterior distribution given the films, for exploring (Thompson 1933): the
   * mean of many draws is what `foldIn` gives. The same seed draws the same. Absent from a model without a posterior
   * that ranks.
   */
  drawPerson?(history: readonly Feedback[], seed: number): PersonFactors | null;
  /**
   * What would be learned of the person from their rating of a film, beside this history, which may be empty. Absent from a
   * model without a posterior that ranks.
   */
  learningFrom?(history: readonly Feedback[]): Learning;
  /** The films nearest to one, by cosine of their factors, without itself; empty from a model without factors. */
  similarItems(item: number, limit: number): ScoredItem[];
  /**
   * What `similarItems` compares, in single precision, for an index of vectors. Absent from a model without factors, or with a
   * value for every film in each.
   */
  directions?(): Directions;
}
