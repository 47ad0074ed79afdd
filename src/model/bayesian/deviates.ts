/** Random deviates of the distributions that a Gibbs sampler draws from, all of one stream of uniform numbers. */
import { createUniform } from '../random.ts';

export interface Deviates {
  /** Standard normal (Box & Muller 1958). */
  normal(): number;
  /** Gamma of this shape and scale 1 (Marsaglia & Tsang 2000); the shape is at least 1. */
  gamma(shape: number): number;
}

/** The same state gives the same deviates. */
export function createDeviates(state: number): Deviates {
  const uniform = createUniform(state);
  let spare: number | null = null;

  function normal(): number {
    if (spare !== null) {
      const value = spare;
      spare = null;
      return value;
    }
    const radius = Math.sqrt(-2 * Math.log(1 - uniform()));
    const angle = 2 * Math.PI * uniform();
    spare = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  }

  function gamma(shape: number): number {
    const d = shape - 1 / 3;
    const c = 1 / Math.sqrt(9 * d);
    for (;;) {
      const x = normal();
      const v = (1 + c * x) ** 3;
      if (v > 0 && Math.log(1 - uniform()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
    }
  }

  return { normal, gamma };
}
