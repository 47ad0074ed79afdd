/** How a person steers their rows: kept in this browser, for each person. */
import { externalValue, useExternalValue } from '../session/external-value.ts';
import { readStored, store } from '../session/storage.ts';

export interface Steering {
  /** From −1 (the little known) to 1 (the well-known). */
  popularity: number;
  /** From 0 to 1. */
  novelty: number;
  /** From 0 to 1. */
  diversity: number;
  /** A year; null for any. */
  era: number | null;
}

export const NO_STEERING: Steering = { popularity: 0, novelty: 0, diversity: 0, era: null };

const keyOf = (userId: string) => `matinee.steering.${userId}`;

const known = externalValue<ReadonlyMap<string, Steering>>(new Map());

export function steeringOf(userId: string): Steering {
  return known.get().get(userId) ?? readSteering(readStored(keyOf(userId)));
}

export function useSteering(userId: string): Steering {
  useExternalValue(known);
  return steeringOf(userId);
}

export function steer(userId: string, steering: Steering): void {
  known.set(new Map(known.get()).set(userId, steering));
  store(keyOf(userId), isSteering(steering) ? JSON.stringify(steering) : null);
}

/** Whether it asks for anything. */
export function isSteering({ popularity, novelty, diversity, era }: Steering): boolean {
  return popularity !== 0 || novelty !== 0 || diversity !== 0 || era !== null;
}

/** What was kept; what it cannot mean is left out. */
export function readSteering(text: string | null): Steering {
  let kept: unknown;
  try {
    kept = JSON.parse(text ?? 'null');
  } catch {
    kept = null;
  }
  if (typeof kept !== 'object' || kept === null) return NO_STEERING;
  const values = new Map<string, unknown>(Object.entries(kept));
  const between = (name: string, low: number, high: number) => {
    const value = values.get(name);
    return typeof value === 'number' && value >= low && value <= high ? value : null;
  };
  const era = between('era', 1870, 2200);
  return {
    popularity: between('popularity', -1, 1) ?? 0,
    novelty: between('novelty', 0, 1) ?? 0,
    diversity: between('diversity', 0, 1) ?? 0,
    era: era === null ? null : Math.round(era),
  };
}
