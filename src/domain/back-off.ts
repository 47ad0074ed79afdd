/** How long to wait before trying again what failed. */

export interface BackOff {
  /** Milliseconds before the first repetition. */
  baseMs: number;
  /** Milliseconds no wait goes beyond. */
  capMs: number;
}

/**
 * Capped exponential back-off with full jitter (Brooker, "Exponential Backoff and Jitter", AWS Architecture Blog
 * 2015): a uniform draw up to the doubled bound, so that those who failed together do not return together.
 * `attempt` counts failures from 1; `random` is uniform in [0, 1).
 */
export function backOffDelay(attempt: number, { baseMs, capMs }: BackOff, random: () => number): number {
  // Past 30 doublings the cap has long been reached, and the power would only lose precision.
  const bound = Math.min(capMs, baseMs * 2 ** Math.min(attempt - 1, 30));
  return Math.ceil(bound * random());
}
