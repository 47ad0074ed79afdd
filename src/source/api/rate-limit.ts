/** How often a caller may ask: three fixed windows, the tightest of which decides. */
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** Requests a caller may make in each window. */
export interface RateLimits {
  perMinute: number;
  perHour: number;
  perDay: number;
}

export const DEFAULT_RATE_LIMITS: RateLimits = { perMinute: 70, perHour: 4167, perDay: 100_000 };

export interface RateLimit {
  /** Counts a request. Null when it is allowed, else the whole seconds after which another will be. */
  consume(caller: string): Promise<number | null>;
}

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Counts in memory. A request that is refused is not counted in the longer windows. */
export function createRateLimit(limits: RateLimits): RateLimit {
  const windows = [
    new RateLimiterMemory({ points: limits.perMinute, duration: MINUTE }),
    new RateLimiterMemory({ points: limits.perHour, duration: HOUR }),
    new RateLimiterMemory({ points: limits.perDay, duration: DAY }),
  ];
  return {
    async consume(caller) {
      for (const window of windows) {
        const waitSeconds = await consumeFrom(window, caller);
        if (waitSeconds !== null) return waitSeconds;
      }
      return null;
    },
  };
}

async function consumeFrom(window: RateLimiterMemory, caller: string): Promise<number | null> {
  try {
    await window.consume(caller);
    return null;
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    return Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
  }
}
