/** The values that the stars offer, from the scale of the data. */
import type { AboutAnswer } from '../../api/schemas/status.ts';

export type RatingScale = AboutAnswer['ratingScale'];

/** Until the server has said: whole stars from 1 to 5, which every MovieLens data set accepts. */
export const DEFAULT_SCALE: RatingScale = { minimum: 1, maximum: 5, step: 1 };

/** Every value of the scale, ascending: halves where the data has them, never finer. */
export function starValues({ minimum, maximum, step }: RatingScale): number[] {
  const halves = Math.max(1, Math.round(step * 2));
  const values: number[] = [];
  for (let half = Math.max(1, Math.round(minimum * 2)); half <= maximum * 2; half += halves)
    values.push(half / 2);
  return values;
}

/** How much of the star at `index` (from 0) is filled by a value: 0 to 1. */
export function starFill(value: number, index: number): number {
  return Math.min(1, Math.max(0, value - index));
}
