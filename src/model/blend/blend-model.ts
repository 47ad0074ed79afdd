/**
 * A blend of two models that rank: implicit ALS, which knows what goes with what from afar, and EASE, which knows which
 * films are seen with which. Both aim at 1 for a film seen and 0 for others, so that their scores can be added.
 */
import { createImplicitModel } from '../als/implicit-model.ts';
import { createEaseModel } from '../ease/ease-model.ts';
import type { Explanation, Feedback, Model, PersonFactors } from '../model.ts';
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

  function explain(history: readonly Feedback[], item: number): Explanation | null {
    const one = implicit.explain(history, item);
    const other = ease.explain(history, item);
    if (one === null || other === null) return null;
    const contributions = one.contributions.map(({ item: column, share }, entry) => ({
      item: column,
      share: mix(share, other.contributions[entry]?.share ?? 0),
    }));
    return { score: contributions.reduce((sum, { share }) => sum + share, 0), base: 0, contributions };
  }

  return {
    ...implicit,
    name: 'blend',
    foldIn,
    foldInAgain,
    predict,
    explain,
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
