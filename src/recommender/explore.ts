/**
 * Exploring as an option: a person's factors are moved towards a draw from their posterior (Thompson 1933, "On the
 * likelihood that one unknown probability exceeds another"), so that films the model is unsure of get their turn.
 */
import type { Model, PersonFactors } from '../model/model.ts';
import { feedbackOf, type Person } from './person.ts';

export interface Exploration {
  /** From 0 (none) to 1 (Thompson sampling): the standard deviation of the scores, in those of the posterior. */
  share: number;
  /** An unsigned 32-bit integer; the same seed explores the same way. */
  seed: number;
}

/** The factors to score with: `known` as it is where the model has no posterior to draw from. */
export function explorePerson(
  model: Model,
  person: Person,
  known: PersonFactors,
  { share, seed }: Exploration,
): PersonFactors {
  const drawn = share === 0 ? null : (model.drawPerson?.(feedbackOf(person.history, model), seed) ?? null);
  if (drawn === null) return known;
  const factors = known.factors.map((value, k) => value + share * ((drawn.factors[k] ?? value) - value));
  return { ...known, factors };
}
