/** A model of two factors for tests: films on a plane, a person where their ratings pull them. */
import type { MovieId } from '../domain/ids.ts';
import { explanationOf } from '../model/explanation.ts';
import type { Feedback, Model, PersonFactors, Task } from '../model/model.ts';
import { topItems } from '../model/top-items.ts';
import { createVocabulary } from '../model/vocabulary.ts';

const MIDDLE = 3;

/** `places` gives each film its two factors. */
export function createModelDouble(
  places: ReadonlyMap<MovieId, readonly [number, number]>,
  task: Task,
): Model {
  const items = createVocabulary(places.keys());
  const placeOf = (item: number): readonly [number, number] => places.get(items.ids[item] ?? 0) ?? [0, 0];
  const dot = (a: readonly number[], b: readonly number[]) =>
    (a[0] ?? 0) * (b[0] ?? 0) + (a[1] ?? 0) * (b[1] ?? 0);
  const predict = (person: PersonFactors | null, item: number | null) => {
    const shared = person === null || item === null ? 0 : dot([...person.factors], placeOf(item));
    return task === 'rating' ? MIDDLE + shared : shared;
  };

  function foldIn(history: readonly Feedback[]): PersonFactors | null {
    if (history.length === 0) return null;
    const factors = Float64Array.of(0, 0);
    for (const { item, rating } of history.toSorted((a, b) => a.item - b.item)) {
      if (rating === null) continue;
      placeOf(item).forEach((value, axis) => {
        factors[axis] = (factors[axis] ?? 0) + value * (rating - MIDDLE);
      });
    }
    return { factors, bias: 0 };
  }

  return {
    name: task === 'rating' ? 'als' : 'implicit-als',
    task,
    items,
    support: new Uint32Array(items.size).fill(1),
    foldIn,
    predict,
    explainFor: (history) =>
      history.length === 0
        ? null
        : (item) =>
            explanationOf(
              task === 'rating' ? MIDDLE : 0,
              history.map(({ item: seen, rating }) => ({
                item: seen,
                share: ((rating ?? MIDDLE) - MIDDLE) * dot(placeOf(seen), placeOf(item)),
              })),
            ),
    scoreItems(person, out = new Float64Array(items.size)) {
      out.set(Float64Array.from(items.ids, (_, item) => predict(person, item)));
      return out;
    },
    similarItems(item, limit) {
      const length = (place: readonly number[]) => Math.hypot(...place) || 1;
      const here = placeOf(item);
      const cosines = Float64Array.from(items.ids, (_, other) => {
        const there = placeOf(other);
        return dot(here, there) / (length(here) * length(there));
      });
      return topItems(cosines, limit, (other) => other === item);
    },
  };
}
