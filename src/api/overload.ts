/**
 * Turns requests away while there are more than can be answered soon (503 with `Retry-After`), so that those that are taken
 * in are answered as fast as ever, and the queue is gone seconds after the rush is.
 *
 * What waits for the thread waits in the sockets, where nobody counts it. But all that the system hands over in one turn of
 * the event loop has waited since that turn began: once many have been taken in a turn and it has gone on for long, the rest
 * of it is turned away. What waits for the disk is counted.
 */
import type { Metrics } from '../telemetry/metrics.ts';
import type { App } from './app.ts';
import { sendProblem } from './errors.ts';
import { pathOf, problemOf } from './problem.ts';

export interface OverloadLimits {
  /** Requests that wait for something at once: writes for the disk, reads for somebody's history. */
  inFlight: number;
  /** A turn takes in this many whatever they cost: few callers at once are never turned away. */
  perTurn: number;
  /** How long the turns of the event loop are to last, in milliseconds. */
  turnMs: number;
}

/** Of some 0.4 ms a request of a large catalogue, 60 a turn. */
const LIMITS: OverloadLimits = { inFlight: 1_000, perTurn: 32, turnMs: 25 };
/** For tests that ask more at once than anybody does. */
export const NO_LIMITS: OverloadLimits = { inFlight: Infinity, perTurn: Infinity, turnMs: Infinity };
const RETRY_AFTER_SECONDS = '1';

/** How an operator looks at an overloaded server, and a balancer at whether it lives. */
const ALWAYS_TAKEN: ReadonlySet<string | undefined> = new Set([
  '/healthz',
  '/readyz',
  '/metrics',
  '/api/admin/flow',
]);

/** To be registered before everything that takes time. */
export function shedOverload(
  app: App,
  metrics: Pick<Metrics, 'countShed'>,
  limits: OverloadLimits = LIMITS,
): void {
  const turn = createTurn(() => performance.now(), setImmediate);
  let inFlight = 0;
  app.addHook('onRequest', (request, reply, done) => {
    const { url, config } = request.routeOptions;
    // A stream of events is open for minutes and costs nothing meanwhile.
    if (ALWAYS_TAKEN.has(url) || config.streams === true) {
      done();
      return;
    }
    const { requests, ms } = turn.take();
    if (inFlight >= limits.inFlight || (requests > limits.perTurn && ms > limits.turnMs)) {
      metrics.countShed();
      reply.header('retry-after', RETRY_AFTER_SECONDS);
      sendProblem(reply, {
        ...problemOf(503, 'More is asked than can be answered now', pathOf(request.url)),
        hint: 'Ask again in a second.',
      });
      return;
    }
    inFlight += 1;
    reply.raw.once('close', () => {
      inFlight -= 1;
    });
    done();
  });
}

/** The turn of the event loop that goes on: how many requests it has brought, and since when. */
export function createTurn(now: () => number, atItsEnd: (end: () => void) => void) {
  let began: number | null = null;
  let requests = 0;
  const end = () => {
    began = null;
    requests = 0;
  };
  return {
    /** One more: which of this turn, and how long after the first of it. */
    take(): { requests: number; ms: number } {
      const time = now();
      if (began === null) {
        began = time;
        atItsEnd(end);
      }
      requests += 1;
      return { requests, ms: time - began };
    },
  };
}
