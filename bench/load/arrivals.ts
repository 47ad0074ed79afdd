/**
 * When requests are due: at a constant rate, whatever becomes of those before. A latency counts from the time at which its
 * request was due, so that a server that stalls cannot hide behind requests that were not sent meanwhile.
 */

/** Gives how many more are due at a time, in milliseconds since the first. */
export function arrivals(perSecond: number) {
  let sent = 0;
  return {
    /** The times at which those were due that have become so since the last call. */
    due(now: number): number[] {
      const until = Math.floor((now * perSecond) / 1_000) + 1;
      const times = Array.from(
        { length: Math.max(0, until - sent) },
        (_, k) => ((sent + k) * 1_000) / perSecond,
      );
      sent += times.length;
      return times;
    },
  };
}
