/**
 * A blend of two models that rank: implicit ALS, which knows what goes with what from afar, and EASE, which knows which
 * films are seen with which. Both aim at 1 for a film seen and 0 for others, so that their scores can be added.
 */
import { createImplicitModel } from '../als/implicit-model.ts';
import { createEaseModel } from '../ease/ease-model.ts';
import { explanationOf } from '../explanation.ts';
import type { ExplanationOf, Feedback, Model, PersonFactors } from '../model.ts';
import type { BlendParams } from '../params.ts';
import type { ModelState } from '../state.ts';
import { splitState } from './blend-state.ts';

export function createBlendModel(state: ModelState, params: BlendParams): Model {
  const states = splitState(state, params);
  const implicit = createImplicitModel(states.implicit, params.implicit);
  const ease = createEaseModel(states.ease, params.ease);
  const { easeShare } = params;
  const mix = (implicitScore: number, easeScore: number) =>
    (1 - easeShare) * implicitScore + easeShare * easeScore;
  const easeScores = new Float64Array(ease.items.size);

  function foldIn(history: readonly Feedback[]): PersonFactors | null {
    const factors = implicit.foldIn(history);
    const seen = ease.foldIn(history);
    return factors === null || seen === null ? null : { ...seen, ...factors };
  }

  function foldInAgain(before: PersonFactors, history: readonly Feedback[]): PersonFactors | null {
    const factors = implicit.foldInAgain?.(before, history) ?? null;
    const seen = ease.foldIn(history);
    return factors === null || seen === null ? null : { ...seen, ...factors };
  }

  function predict(person: PersonFactors | null, item: number | null): number {
    return person === null
      ? implicit.predict(person, item)
      : mix(implicit.predict(person, item), ease.predict(person, item));
  }

  function explainFor(history: readonly Feedback[]): ExplanationOf | null {
    const implicitPart = implicit.explainFor(history);
    const easePart = ease.explainFor(history);
    if (implicitPart === null || easePart === null) return null;
    return (item) => {
      const other = easePart(item);
      const contributions = implicitPart(item).contributions.map(({ item: column, share }, entry) => ({
        item: column,
        share: mix(share, other.contributions[entry]?.share ?? 0),
      }));
      return explanationOf(0, contributions);
    };
  }

  /** Only the part of implicit ALS is drawn: EASE has no posterior of a person. */
  function drawPerson(history: readonly Feedback[], seed: number): PersonFactors | null {
    const factors = implicit.drawPerson?.(history, seed) ?? null;
    const seen = ease.foldIn(history);
    return factors === null || seen === null ? null : { ...seen, ...factors };
  }

  return {
    name: 'blend',
    task: implicit.task,
    items: implicit.items,
    support: implicit.support,
    feedback: implicit.feedback,
    similarItems: implicit.similarItems,
    ...(implicit.directions === undefined ? {} : { directions: implicit.directions }),
    foldIn,
    foldInAgain,
    predict,
    explainFor,
    drawPerson,
    ...(implicit.learningFrom === undefined ? {} : { learningFrom: implicit.learningFrom }),
    scoreItems(person, out) {
      const scores = implicit.scoreItems(person, out);
      if (person === null) return scores;
      ease.scoreItems(person, easeScores);
      for (let item = 0; item < scores.length; item++)
        scores[item] = mix(scores[item] ?? 0, easeScores[item] ?? 0);
      return scores;
    },
  };
}
