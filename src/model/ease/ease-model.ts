/** The model of EASE: a film scores the sum of what each film of the person's history says for it. */
import { explanationOf } from '../explanation.ts';
import { strengthRow } from '../feedback/strength.ts';
import type { ExplanationOf, Feedback, Model, PersonFactors } from '../model.ts';
import type { EaseParams } from '../params.ts';
import { createSimilarItems } from '../similar-items.ts';
import type { ModelState } from '../state.ts';
import { createVocabulary } from '../vocabulary.ts';
import { addRows } from './add-rows.ts';

const NOTHING = { columns: new Int32Array(0), values: new Float32Array(0) };

export function createEaseModel(state: ModelState, params: EaseParams): Model {
  const { factors, fallback, mean } = state;
  const items = createVocabulary(state.itemIds);
  const size = items.size;

  const weightedRow = (history: readonly Feedback[]) =>
    strengthRow(history, { itemCount: size, mean, ratingWeight: params.ratingWeight });

  /** The person is their history: there is nothing to solve. */
  function foldIn(history: readonly Feedback[]): PersonFactors | null {
    const seen = weightedRow(history);
    return seen.columns.length === 0 ? null : { factors: new Float64Array(0), bias: 0, seen };
  }

  function predict(person: PersonFactors | null, item: number | null): number {
    if (item === null) return 0;
    if (person === null) return fallback[item] ?? 0;
    let score = 0;
    for (const [entry, column] of person.seen?.columns.entries() ?? []) {
      score += (person.seen?.values[entry] ?? 0) * (factors[column * size + item] ?? 0);
    }
    return score;
  }

  function explainFor(history: readonly Feedback[]): ExplanationOf | null {
    const row = weightedRow(history);
    if (row.columns.length === 0) return null;
    return (item) => {
      const contributions = Array.from(row.columns, (column, entry) => ({
        item: column,
        share: (row.values[entry] ?? 0) * (factors[column * size + item] ?? 0),
      }));
      return explanationOf(0, contributions);
    };
  }

  return {
    name: 'ease',
    task: 'ranking',
    items,
    support: state.support,
    feedback: state.feedback,
    foldIn,
    predict,
    explainFor,
    scoreItems(person, out = new Float64Array(size)) {
      if (person === null) {
        out.set(fallback);
        return out;
      }
      addRows(factors, person.seen ?? NOTHING, out.fill(0));
      return out;
    },
    similarItems: createSimilarItems(factors, size, size),
  };
}
