/**
 * Tells everybody who listens what has changed: how much there is, that charts may be out of date, which model serves.
 * The index says when it has taken in more; that is told at once, and then once in a few seconds however fast it comes.
 */

import type { Readable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { MatineeError, messageOf } from '../../domain/errors.ts';
import type { Logger } from '../../domain/ports.ts';
import { MOVIES_TOPIC } from '../../domain/topics.ts';
import type { ApiDeps } from '../deps.ts';
import { createEventStream, type EventStream } from './event-stream.ts';

export interface EventHub {
  /** A new stream, beginning with how things are; `response` is what it is sent by. `UNAVAILABLE` when too many listen. */
  open(response: Response): Promise<Readable>;
  /** How things are, as a stream that ends. */
  once(): Promise<Readable>;
  /** Ends every stream. */
  close(): Promise<void>;
}

/** The part of a server's response that tells of its connection. */
export interface Response {
  once(event: 'close', listener: () => void): unknown;
  destroy(): unknown;
}

export interface EventHubOptions extends Pick<ApiDeps, 'live' | 'recommender' | 'onErased'> {
  logger: Logger;
  /** What `totals` tells. */
  readTotals: () => Promise<object>;
  /** Called before `charts` is told, so that who asks then is answered anew. */
  beforeCharts: () => void;
  timing?: Partial<Timing>;
}

interface Timing {
  /** What changes together is gathered for so long. */
  gatherMs: number;
  /** The least time between two tellings. */
  betweenMs: number;
  /** How often a connection is tried; who has not taken one by the next is let go. */
  beatMs: number;
  /** After this a stream ends, and who comes back is asked again whether they may. */
  longestMs: number;
}

const TIMING: Timing = { gatherMs: 200, betweenMs: 3_000, beatMs: 15_000, longestMs: 900_000 };
/** How long a stream may take to end by itself when the server stops. */
const GRACE_MS = 200;
const MOST_STREAMS = 500;

export function createEventHub(options: EventHubOptions): EventHub {
  const { live, recommender, logger } = options;
  const timing = { ...TIMING, ...options.timing };
  const open = new Map<EventStream, { response: Response; since: number }>();
  const changed = { totals: false, charts: false };
  let lastTold = Number.NEGATIVE_INFINITY;
  let telling: NodeJS.Timeout | null = null;

  function note(charts: boolean): void {
    if (open.size === 0) return;
    changed.totals = true;
    changed.charts ||= charts;
    if (telling !== null) return;
    const pause = Math.max(timing.gatherMs, lastTold + timing.betweenMs - performance.now());
    telling = setTimeout(() => void tellChanges(), pause).unref();
  }

  async function tellChanges(): Promise<void> {
    telling = null;
    lastTold = performance.now();
    const { charts } = changed;
    changed.totals = false;
    changed.charts = false;
    if (charts) options.beforeCharts();
    const totals = await currentTotals();
    for (const stream of open.keys()) {
      if (totals !== null) stream.tell('totals', totals);
      if (charts) stream.tell('charts', '{}');
    }
  }

  async function currentTotals(): Promise<string | null> {
    try {
      return JSON.stringify(await options.readTotals());
    } catch (failure) {
      logger.warn({ reason: messageOf(failure) }, 'The totals could not be read for those who listen');
      return null;
    }
  }

  const currentModel = () => JSON.stringify({ modelVersion: recommender.modelVersion() });

  async function tellAll(stream: EventStream): Promise<void> {
    const totals = await currentTotals();
    if (totals !== null) stream.tell('totals', totals);
    stream.tell('model', currentModel());
  }

  function beat(): void {
    for (const [stream, { response, since }] of open) {
      if (performance.now() - since > timing.longestMs) stream.end();
      else if (!stream.beat()) response.destroy();
    }
  }

  live.onIndexed((topics) => note(topics.has(MOVIES_TOPIC)));
  options.onErased(() => note(true));
  recommender.onModel(() => {
    for (const stream of open.keys()) stream.tell('model', currentModel());
  });
  const beating = setInterval(beat, timing.beatMs).unref();

  return {
    async open(response) {
      if (open.size >= MOST_STREAMS) {
        throw new MatineeError('UNAVAILABLE', `${MOST_STREAMS} listen to the events already`, {
          hint: 'Come back later, or ask with once=true.',
        });
      }
      const stream = createEventStream();
      open.set(stream, { response, since: performance.now() });
      response.once('close', () => open.delete(stream));
      await tellAll(stream);
      return stream.readable;
    },
    async once() {
      const stream = createEventStream();
      await tellAll(stream);
      stream.end();
      return stream.readable;
    },
    async close() {
      clearInterval(beating);
      if (telling !== null) clearTimeout(telling);
      for (const stream of open.keys()) stream.end();
      const until = performance.now() + GRACE_MS;
      while (open.size > 0 && performance.now() < until) await delay(5);
      for (const { response } of open.values()) response.destroy();
    },
  };
}
