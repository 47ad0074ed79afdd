/**
 * Ends an API that is in use: what is being answered is answered, what callers keep open is closed, and nobody who keeps a
 * connection or reads slowly holds the process up. From then on each answer ends its connection (Fastify says so itself).
 */
import { setMaxListeners } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import type { App } from './app.ts';

/** Connections at work are told within this, by the answer to their next request; the others are closed behind it. */
const NOTICE_MS = 150;
const LOOK_EVERY_MS = 20;
/** What is still open after this is cut: a request that hangs, or an answer that nobody reads. */
const DRAINED_WITHIN_MS = 3_000;

/** The signal aborts as soon as the API is asked to close: whatever waits for something else gives up then. */
export function drainOnClose(app: App): AbortSignal {
  const closing = new AbortController();
  // Each request that waits listens to it.
  setMaxListeners(0, closing.signal);
  app.addHook('preClose', async () => {
    closing.abort();
    if (!app.server.listening) return;
    await delay(NOTICE_MS);
    closeConnections(app);
  });
  return closing.signal;
}

/** Node closes what is idle once, when the server closes: a connection whose answer ends after that would stay open. */
function closeConnections({ server }: App): void {
  const looking = setInterval(() => server.closeIdleConnections(), LOOK_EVERY_MS);
  const cut = setTimeout(() => server.closeAllConnections(), DRAINED_WITHIN_MS);
  server.once('close', () => {
    clearInterval(looking);
    clearTimeout(cut);
  });
}
