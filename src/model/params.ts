/** The parameters of each model, their bounds and their measured defaults. */
import { type Static, Type } from 'typebox';
import type { ModelName, Task } from './model.ts';

const rank = Type.Integer({ minimum: 1, maximum: 512 });
const iterations = Type.Integer({ minimum: 1, maximum: 1_000 });
/** λ. Above zero, so that every system of equations has one solution. */
const regularization = Type.Number({ exclusiveMinimum: 0, maximum: 1e6 });

/** ν: how much λ grows with the number of entries of a row, from 0 (not at all) to 1 (in proportion: ALS-WR). */
const frequencyExponent = Type.Number({ minimum: 0, maximum: 1 });

/** Explicit ALS with biases (Zhou et al. 2008; Koren, Bell & Volinsky 2009). */
const AlsParamsSchema = Type.Object(
  { model: Type.Literal('als'), rank, iterations, regularization, frequencyExponent },
  { additionalProperties: false },
);

/** Spark MLlib's ALS with `nonnegative`: no biases, no factor below zero, λ multiplied by a row's ratings. */
const NonnegativeParamsSchema = Type.Object(
  { model: Type.Literal('als-nonnegative'), rank, iterations, regularization },
  { additionalProperties: false },
);

/** Bayesian matrix factorisation by Gibbs sampling (Salakhutdinov & Mnih 2008; features as in Simm et al. 2015). */
const BayesianParamsSchema = Type.Object(
  {
    model: Type.Literal('bayesian-als'),
    rank,
    /** Sweeps of the sampler, those of the burn-in among them. */
    iterations,
    /** Sweeps until the chain is taken to have settled. */
    burnIn: Type.Integer({ minimum: 0, maximum: 1_000 }),
    /** Of the sweeps after the burn-in every so many is kept. */
    thinning: Type.Integer({ minimum: 1, maximum: 1_000 }),
  },
  { additionalProperties: false },
);

/** How much a film rated above the mean counts for more, relative to the mean; 0 counts every film seen alike. */
const ratingWeight = Type.Number({ minimum: 0, maximum: 10 });

/** Implicit ALS (Hu, Koren & Volinsky 2008; Rendle et al. 2021). */
const ImplicitParamsSchema = Type.Object(
  {
    model: Type.Literal('implicit-als'),
    rank,
    iterations,
    regularization,
    /** α₀: the weight of a film not seen, beside 1 for one seen. */
    unobservedWeight: Type.Number({ exclusiveMinimum: 0, maximum: 1 }),
    frequencyExponent,
    ratingWeight,
  },
  { additionalProperties: false },
);

/** EASE (Steck 2019), with the dropout of Steck 2020. */
const EaseParamsSchema = Type.Object(
  {
    model: Type.Literal('ease'),
    regularization,
    /** ρ: what λ of a film grows by, for each time the film was seen. */
    relativeRegularization: Type.Number({ minimum: 0, maximum: 100 }),
    ratingWeight,
  },
  { additionalProperties: false },
);

/** The scores of implicit ALS and of EASE, added. */
const BlendParamsSchema = Type.Object(
  {
    model: Type.Literal('blend'),
    implicit: ImplicitParamsSchema,
    ease: EaseParamsSchema,
    /** How much of the score is that of EASE. */
    easeShare: Type.Number({ minimum: 0, maximum: 1 }),
  },
  { additionalProperties: false },
);

/** Means and popularity, the floor that every model must clear. `task` says which of its two forms it is. */
const PopularParamsSchema = Type.Object(
  {
    model: Type.Literal('popular'),
    task: Type.Union([Type.Literal('rating'), Type.Literal('ranking')]),
    /** Ratings at the overall mean that every film and person is given in advance. */
    damping: Type.Number({ minimum: 0, maximum: 1e6 }),
  },
  { additionalProperties: false },
);

export const ModelParamsSchema = Type.Union([
  AlsParamsSchema,
  NonnegativeParamsSchema,
  BayesianParamsSchema,
  ImplicitParamsSchema,
  EaseParamsSchema,
  BlendParamsSchema,
  PopularParamsSchema,
]);

export type AlsParams = Static<typeof AlsParamsSchema> | Static<typeof NonnegativeParamsSchema>;
export type BayesianParams = Static<typeof BayesianParamsSchema>;
export type ImplicitParams = Static<typeof ImplicitParamsSchema>;
export type EaseParams = Static<typeof EaseParamsSchema>;
export type BlendParams = Static<typeof BlendParamsSchema>;
export type PopularParams = Static<typeof PopularParamsSchema>;
export type ModelParams = Static<typeof ModelParamsSchema>;

/** The task that a model of these parameters is for. */
export function taskOf(params: ModelParams): Task {
  switch (params.model) {
    case 'als':
    case 'als-nonnegative':
    case 'bayesian-als':
      return 'rating';
    case 'implicit-als':
    case 'ease':
    case 'blend':
      return 'ranking';
    case 'popular':
      return params.task;
  }
}

/** Iterations of a fit; 1 for a model that has none. */
export function iterationsOf(params: ModelParams): number {
  return 'iterations' in params ? params.iterations : 1;
}

const IMPLICIT_DEFAULTS: ImplicitParams = {
  model: 'implicit-als',
  rank: 64,
  iterations: 6,
  regularization: 9,
  unobservedWeight: 0.7,
  frequencyExponent: 0,
  ratingWeight: 0.5,
};

const EASE_DEFAULTS: EaseParams = {
  model: 'ease',
  regularization: 250,
  relativeRegularization: 1,
  ratingWeight: 0.35,
};

/**
 * The parameters that a model is trained with unless others are asked for. Those of `als` and `implicit-als` were chosen on parts
 * withheld from MovieLens 100K's training files (u1 and u3; ua and ub), those of `bayesian-als` on such parts of u1, u3 and u5; those of `als-nonnegative` are the reference's.
 */
export function defaultParams(model: ModelName, task: Task): ModelParams {
  switch (model) {
    case 'als':
      return { model, rank: 10, iterations: 15, regularization: 3.5, frequencyExponent: 0.3 };
    case 'als-nonnegative':
      return { model, rank: 12, iterations: 20, regularization: 0.17 };
    case 'bayesian-als':
      return { model, rank: 20, iterations: 200, burnIn: 50, thinning: 5 };
    case 'implicit-als':
      return IMPLICIT_DEFAULTS;
    case 'ease':
      return EASE_DEFAULTS;
    case 'blend':
      return { model, implicit: IMPLICIT_DEFAULTS, ease: EASE_DEFAULTS, easeShare: 0.4 };
    case 'popular':
      return { model, task, damping: 5 };
  }
}

/** A blend holds a number for every pair of films: beyond this many, that takes long and is no longer small. */
const MOST_BLENDED_FILMS = 5_000;

/** The best measured model for a task on a catalogue of so many films: what `--model default` means. */
export function defaultModel(task: Task, films: number): ModelName {
  if (task === 'rating') return 'bayesian-als';
  return films <= MOST_BLENDED_FILMS ? 'blend' : 'implicit-als';
}

/** A model for a task that is fitted in a moment, where an answer now is worth more than the best one. */
export function quickModel(task: Task): ModelName {
  return task === 'rating' ? 'als' : 'implicit-als';
}
