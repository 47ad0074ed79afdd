/** The model of implicit ALS: a ranking value for every film, near 1 for what the person would be seen with. */
import { implicitEquations } from '../../../kernel/reference/implicit.ts';
import { dot, dotRows } from '../../../kernel/reference/vector.ts';
import { explanationOf } from '../explanation.ts';
import { strengthRow } from '../feedback/strength.ts';
import type { ExplanationOf, Feedback, Model, PersonFactors } from '../model.ts';
import type { ImplicitParams } from '../params.ts';
import { createNormal } from '../random.ts';
import { createSimilarItems, directionsOf } from '../similar-items.ts';
import type { ModelState } from '../state.ts';
import { createTopByProduct, type TopByProduct } from '../top-by-product.ts';
import { createVocabulary } from '../vocabulary.ts';
import { createLearning, type Learning } from './learning.ts';
import {
  changeSystem,
  createSystem,
  drawAround,
  keptSystem,
  type PersonEquations,
  type PersonSystem,
  solveSystem,
} from './person-system.ts';
import { createInfluence } from './solve-person.ts';

/** What a rating at the mean counts for, whatever the weight of ratings. */
const MEAN_STRENGTH = 1;

export function createImplicitModel(state: ModelState, params: ImplicitParams): Model {
  const { factors, fallback, mean } = state;
  const { rank, ratingWeight } = params;
  const items = createVocabulary(state.itemIds);
  const { regularization, unobservedWeight, frequencyExponent } = params;
  const sweep: PersonEquations = {
    equations: implicitEquations(params, factors, items.size),
    width: rank,
    nonnegative: false,
    penaltyOf: (entries) => regularization * (entries + unobservedWeight * items.size) ** frequencyExponent,
  };

  let search: TopByProduct | null = null;

  const weightedRow = (history: readonly Feedback[]) =>
    strengthRow(history, { itemCount: items.size, mean, ratingWeight });

  function foldIn(history: readonly Feedback[]): PersonFactors | null {
    const row = weightedRow(history);
    return row.columns.length === 0 ? null : personOf(createSystem(sweep, row));
  }

  function foldInAgain(before: PersonFactors, history: readonly Feedback[]): PersonFactors | null {
    const row = weightedRow(history);
    if (row.columns.length === 0) return null;
    const system =
      before.system === undefined ? createSystem(sweep, row) : changeSystem(sweep, before.system, row);
    return { ...personOf(system), ...keptSystem(system) };
  }

  function personOf(system: PersonSystem): PersonFactors {
    return { factors: solveSystem(sweep, system), bias: 0 };
  }

  function predict(person: PersonFactors | null, item: number | null): number {
    if (item === null) return 0;
    if (person === null) return fallback[item] ?? 0;
    return dot(person.factors, 0, factors, item * rank, rank);
  }

  function explainFor(history: readonly Feedback[]): ExplanationOf | null {
    const row = weightedRow(history);
    if (row.columns.length === 0) return null;
    const influence = createInfluence(sweep, row);
    return (item) => {
      const weights = influence(factors.slice(item * rank, (item + 1) * rank));
      const contributions = Array.from(row.columns, (column, entry) => ({
        item: column,
        share: Math.max(0, row.values[entry] ?? 0) * dot(weights, 0, factors, column * rank, rank),
      }));
      return explanationOf(0, contributions);
    };
  }

  /** The squared error is taken for the logarithm of a normal density, its variance for the mean squared error. */
  function drawPerson(history: readonly Feedback[], seed: number): PersonFactors | null {
    const row = weightedRow(history);
    if (row.columns.length === 0) return null;
    const system = createSystem(sweep, row);
    const wanted = row.values.reduce((sum, strength) => sum + Math.max(0, strength), 0);
    const observed = row.values.reduce((sum, strength) => sum + Math.abs(strength), 0);
    const mean = solveSystem(sweep, system);
    const squaredError = Math.max(0, wanted - dot(system.b, 0, mean, 0, rank));
    const variance = squaredError / (observed + unobservedWeight * items.size);
    return { factors: drawAround(sweep, system, mean, variance, createNormal(seed)), bias: 0 };
  }

  /** The rating to come is taken for one at the mean. */
  function learningFrom(history: readonly Feedback[]): Learning {
    const { a } = createSystem(sweep, weightedRow(history));
    return createLearning(a, factors, rank, MEAN_STRENGTH);
  }

  return {
    name: 'implicit-als',
    task: 'ranking',
    items,
    support: state.support,
    feedback: state.feedback,
    foldIn,
    foldInAgain,
    predict,
    explainFor,
    drawPerson,
    learningFrom,
    scoreItems(person, out = new Float64Array(items.size)) {
      if (person === null) out.set(fallback);
      else dotRows(factors, rank, items.size, person.factors, rank, out);
      return out;
    },
    topItems(person, limit, excluded) {
      search ??= createTopByProduct(Float32Array.from(factors), rank);
      return search({ vector: person.factors, limit, excluded, scoreOf: (item) => predict(person, item) });
    },
    similarItems: createSimilarItems(factors, rank, rank),
    directions: () => directionsOf(factors, rank, rank),
  };
}
