/**
 * The model of `bayesian-als`: predicted ratings averaged over draws of the posterior. In each draw a person is the
 * mean of their conditional distribution, and a film the mean of its own, so that neither brings noise of its own. All
 * draws side by side make one row of factors for a person and for a film: a score is their inner product.
 */
import { dot, dotRows } from '../../../kernel/reference/vector.ts';
import { MatineeError } from '../../domain/errors.ts';
import { historyRow } from '../history.ts';
import type { ExplanationOf, Feedback, IntervalOf, Model, PersonFactors } from '../model.ts';
import type { BayesianParams } from '../params.ts';
import { createSimilarItems } from '../similar-items.ts';
import type { ModelState } from '../state.ts';
import { createVocabulary } from '../vocabulary.ts';
import { explainPosterior } from './explain-posterior.ts';
import {
  type ItemSide,
  type PersonConditional,
  type PersonEvidence,
  personConditional,
} from './person-conditional.ts';
import { expectationVariance, ratingVariance } from './rating-variance.ts';

/** Standard deviations on either side of the mean of a normal distribution that hold nine tenths of it. */
const QUANTILE = 1.6449;

export function createBayesianModel(state: ModelState, { rank }: BayesianParams): Model {
  const { factors, fallback, mean, posterior } = state;
  if (posterior === undefined) {
    throw new MatineeError('CORRUPT', 'A model of bayesian-als lacks its posterior.', {
      hint: 'Restore its file from a backup, or train again.',
    });
  }
  const items = createVocabulary(state.itemIds);
  const traitNames = createVocabulary(posterior.traits);
  const side: ItemSide = { rank, mean, films: items.size, posterior };
  const { draws } = posterior;
  const width = draws * (rank + 1);

  function evidenceOf(history: readonly Feedback[], traits: readonly string[]): PersonEvidence {
    const places = [...new Set(traits)].flatMap((name) => traitNames.indexOf(name) ?? []);
    return { history: historyRow(history, items.size), traits: places.sort((a, b) => a - b) };
  }

  function conditionalsOf(evidence: PersonEvidence): PersonConditional[] {
    return Array.from({ length: draws }, (_, draw) => personConditional(side, draw, evidence));
  }

  /** Factors of all draws, and 1 for the film's bias in each, all divided by how many they are. */
  function personOf(conditionals: readonly PersonConditional[]): PersonFactors {
    const person = new Float64Array(width).fill(1 / draws);
    let bias = 0;
    for (const [draw, conditional] of conditionals.entries()) {
      for (let k = 0; k < rank; k++) person[draw * rank + k] = (conditional.mean[k] ?? 0) / draws;
      bias += (conditional.mean[rank] ?? 0) / draws;
    }
    return { factors: person, bias };
  }

  function foldIn(history: readonly Feedback[], traits: readonly string[] = []): PersonFactors | null {
    const evidence = evidenceOf(history, traits);
    return isEmpty(evidence) ? null : personOf(conditionalsOf(evidence));
  }

  /** Of somebody without a history, what the prior says of people like them. */
  function intervalsFor(history: readonly Feedback[], traits: readonly string[] = []): IntervalOf {
    const evidence = evidenceOf(history, traits);
    let known: { conditionals: PersonConditional[]; person: PersonFactors | null; noise: number } | undefined;
    return (film) => {
      known ??= rater(evidence);
      const { conditionals, person, noise } = known;
      const rating = predict(person, film);
      const reach = QUANTILE * Math.sqrt(noise + expectationVariance(side, conditionals, film));
      return { rating, low: rating - reach, high: rating + reach };
    };
  }

  function rater(evidence: PersonEvidence) {
    const conditionals = conditionalsOf(evidence);
    return {
      conditionals,
      person: isEmpty(evidence) ? null : personOf(conditionals),
      noise: ratingVariance(side, conditionals, evidence),
    };
  }

  function predict(person: PersonFactors | null, item: number | null): number {
    if (item === null) return mean + (person?.bias ?? 0);
    if (person === null) return fallback[item] ?? mean;
    return mean + person.bias + dot(factors, item * width, person.factors, 0, width);
  }

  function explainFor(history: readonly Feedback[], traits: readonly string[] = []): ExplanationOf | null {
    const evidence = evidenceOf(history, traits);
    return isEmpty(evidence) ? null : explainPosterior(side, factors, evidence);
  }

  return {
    name: 'bayesian-als',
    task: 'rating',
    items,
    support: state.support,
    foldIn,
    predict,
    intervalsFor,
    explainFor,
    scoreItems(person, out = new Float64Array(items.size)) {
      if (person === null) {
        out.set(fallback);
        return out;
      }
      dotRows(factors, width, items.size, person.factors, width, out);
      for (let item = 0; item < items.size; item++) out[item] = mean + person.bias + (out[item] ?? 0);
      return out;
    },
    similarItems: createSimilarItems(factors, draws * rank, width),
  };
}

function isEmpty({ history }: PersonEvidence): boolean {
  return history.columns.length === 0;
}
