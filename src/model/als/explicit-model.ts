/** The model of explicit ALS: predicted ratings, with biases (`als`) or with nonnegative factors (`als-nonnegative`). */
import { explicitEquations, explicitWidth } from '../../../kernel/reference/explicit.ts';
import { dot, dotRows } from '../../../kernel/reference/vector.ts';
import { meanDeviation } from '../baselines/damped-means.ts';
import { explanationOf } from '../explanation.ts';
import { historyRow } from '../history.ts';
import type { ExplanationOf, Feedback, Model, PersonFactors } from '../model.ts';
import type { AlsParams } from '../params.ts';
import { createSimilarItems, directionsOf } from '../similar-items.ts';
import type { ModelState } from '../state.ts';
import { createVocabulary } from '../vocabulary.ts';
import { explicitSettings } from './explicit-settings.ts';
import {
  changeSystem,
  createSystem,
  keptSystem,
  type PersonEquations,
  type PersonSystem,
  solveSystem,
} from './person-system.ts';
import { createInfluence } from './solve-person.ts';

export function createExplicitModel(state: ModelState, params: AlsParams): Model {
  const { factors, fallback, mean } = state;
  const items = createVocabulary(state.itemIds);
  const settings = explicitSettings(params, mean);
  const { rank, biased } = settings;
  const width = explicitWidth(settings);
  const sweep: PersonEquations = {
    equations: explicitEquations(settings, factors),
    width,
    nonnegative: params.model === 'als-nonnegative',
    penaltyOf: (entries) => settings.regularization * entries ** settings.frequencyExponent,
  };
  const itemBias = (item: number) => (biased ? (factors[item * width + rank] ?? 0) : 0);

  /** Without biases in the model, `bias` only serves films that it does not know. */
  function foldIn(history: readonly Feedback[]): PersonFactors | null {
    const row = historyRow(history, items.size);
    if (row.columns.length === 0) return null;
    return personOf(createSystem(sweep, row));
  }

  function foldInAgain(before: PersonFactors, history: readonly Feedback[]): PersonFactors | null {
    const row = historyRow(history, items.size);
    if (row.columns.length === 0) return null;
    const system =
      before.system === undefined ? createSystem(sweep, row) : changeSystem(sweep, before.system, row);
    return { ...personOf(system), ...keptSystem(system) };
  }

  function personOf(system: PersonSystem): PersonFactors {
    const solved = solveSystem(sweep, system);
    return {
      factors: solved.slice(0, rank),
      bias: biased ? (solved[rank] ?? 0) : meanDeviation(system.row, fallback),
    };
  }

  function predict(person: PersonFactors | null, item: number | null): number {
    if (item === null) return mean + (person?.bias ?? 0);
    if (person === null) return fallback[item] ?? mean;
    return withBiases(person, item, dot(factors, item * width, person.factors, 0, rank));
  }

  function withBiases(person: PersonFactors, item: number, shared: number): number {
    return biased ? mean + itemBias(item) + person.bias + shared : shared;
  }

  function explainFor(history: readonly Feedback[]): ExplanationOf | null {
    const row = historyRow(history, items.size);
    if (row.columns.length === 0) return null;
    const influence = createInfluence(sweep, row);
    return (item) => {
      const weights = influence(designRow(item));
      const contributions = Array.from(row.columns, (column, entry) => {
        const residual = (row.values[entry] ?? 0) - settings.mean - itemBias(column);
        return { item: column, share: residual * dot(weights, 0, designRow(column), 0, width) };
      });
      return explanationOf(settings.mean + itemBias(item), contributions);
    };
  }

  /** What a film's row looks like from the person's side: its factors, and 1 for the person's bias if there is one. */
  function designRow(item: number): Float64Array {
    const row = factors.slice(item * width, (item + 1) * width);
    if (biased) row[rank] = 1;
    return row;
  }

  return {
    name: params.model,
    task: 'rating',
    items,
    support: state.support,
    foldIn,
    foldInAgain,
    predict,
    explainFor,
    scoreItems(person, out = new Float64Array(items.size)) {
      if (person === null) {
        out.set(fallback);
        return out;
      }
      dotRows(factors, width, items.size, person.factors, rank, out);
      for (let item = 0; item < items.size; item++) out[item] = withBiases(person, item, out[item] ?? 0);
      return out;
    },
    similarItems: createSimilarItems(factors, rank, width),
    directions: () => directionsOf(factors, rank, width),
  };
}
