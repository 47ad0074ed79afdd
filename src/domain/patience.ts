/** Patience with a dependency that is away: an outage of the store or the stream holds the flow, it ends nothing. */
import { type BackOff, backOffDelay } from './back-off.ts';
import { type ErrorCode, MatineeError } from './errors.ts';
import type { Logger } from './ports.ts';

/** Resolves after so many milliseconds; rejects as soon as the signal is aborted. */
export type Sleep = (ms: number, signal: AbortSignal) => Promise<void>;

export interface Patience {
  signal: AbortSignal;
  logger: Logger;
  backOff: BackOff;
  random: () => number;
  sleep: Sleep;
}

/** For a dependency in the same house: soon back, and never waited for more than ten seconds at a time. */
export const DEFAULT_BACK_OFF: BackOff = { baseMs: 50, capMs: 10_000 };

const PASSING: ReadonlySet<ErrorCode> = new Set(['UNAVAILABLE', 'TIMEOUT', 'RATE_LIMITED']);

/**
 * Does `work` until its dependency answers: repeats on `UNAVAILABLE`, `TIMEOUT` and `RATE_LIMITED`, raises anything
 * else. `CANCELLED` once the signal is aborted.
 */
export async function untilAvailable<T>(
  what: string,
  work: () => Promise<T>,
  patience: Patience,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof MatineeError && PASSING.has(error.code))) throw error;
      patience.logger.warn({ reason: error.message, attempt }, `${what} failed, trying again`);
      await pause(attempt, patience);
    }
  }
}

/** Waits as long as the back-off says after so many failures; `CANCELLED` when the signal is aborted meanwhile. */
export async function pause(attempt: number, { backOff, random, sleep, signal }: Patience): Promise<void> {
  try {
    await sleep(backOffDelay(attempt, backOff, random), signal);
  } catch (cause) {
    throw new MatineeError('CANCELLED', 'stopped while waiting to try again', { cause });
  }
}
