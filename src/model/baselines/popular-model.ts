/**
 * Popularity: what everybody would be shown. For ratings, the damped mean of the film plus the person's own damped
 * deviation; for ranking, the share of people who rated the film.
 */
import { historyRow } from '../history.ts';
import type { Explanation, Feedback, Model, PersonFactors } from '../model.ts';
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

  return {
    name: 'popular',
    task: params.task,
    items,
    support: state.support,
    foldIn,
    predict,
    explain: (): Explanation | null => null,
    scoreItems(person, out = new Float64Array(items.size)) {
      for (let item = 0; item < items.size; item++) out[item] = predict(person, item);
      return out;
    },
    similarItems: () => [],
  };
}
