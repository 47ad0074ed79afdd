/**
 * Popularity: what everybody would be shown. For ratings, the damped mean of the film plus the person's own damped
 * deviation; for ranking, the share of people who rated the film.
 */

import { explanationOf } from '../explanation.ts';
import { historyRow } from '../history.ts';
import type { ExplanationOf, Feedback, Model, PersonFactors } from '../model.ts';
import type { PopularParams } from '../params.ts';
import type { ModelState } from '../state.ts';
import { createVocabulary } from '../vocabulary.ts';
import { meanDeviation } from './damped-means.ts';

export function createPopularModel(state: ModelState, params: PopularParams): Model {
  const { fallback, mean } = state;
  const items = createVocabulary(state.itemIds);
  const unknown = params.task === 'rating' ? mean : 0;

  function foldIn(history: readonly Feedback[]): PersonFactors | null {
    const row = historyRow(history, items.size);
    if (row.columns.length === 0) return null;
    const bias = params.task === 'rating' ? meanDeviation(row, fallback, params.damping) : 0;
    return { factors: new Float64Array(0), bias };
  }

  function predict(person: PersonFactors | null, item: number | null): number {
    return (item === null ? unknown : (fallback[item] ?? unknown)) + (person?.bias ?? 0);
  }

  /** Of a ranking, which is the same for everybody, every film of the history has a share of 0. */
  function explainFor(history: readonly Feedback[]): ExplanationOf | null {
    const row = historyRow(history, items.size);
    if (row.columns.length === 0) return null;
    const contributions = Array.from(row.columns, (item, entry) => ({
      item,
      share:
        params.task === 'rating'
          ? ((row.values[entry] ?? 0) - (fallback[item] ?? 0)) / (row.columns.length + params.damping)
          : 0,
    }));
    return (item) => explanationOf(fallback[item] ?? unknown, contributions);
  }

  return {
    name: 'popular',
    task: params.task,
    items,
    support: state.support,
    foldIn,
    predict,
    explainFor,
    scoreItems(person, out = new Float64Array(items.size)) {
      for (let item = 0; item < items.size; item++) out[item] = predict(person, item);
      return out;
    },
    similarItems: () => [],
  };
}
