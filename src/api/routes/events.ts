/** Live updates, as server-sent events. */
import type { Readable } from 'node:stream';
import { Type } from 'typebox';
import type { ApiContext, App } from '../app.ts';
import { createEventHub } from '../events/event-hub.ts';
import { readTotals } from '../read-totals.ts';
import { EventsQuerySchema } from '../schemas/event.ts';

const EVENT_STREAM = 'text/event-stream';

export function eventRoutes(app: App, context: ApiContext): void {
  const hub = createEventHub({
    ...context,
    readTotals: () => readTotals(context),
    beforeCharts: context.charts.forget,
  });
  app.addHook('preClose', () => hub.close());

  app.get(
    '/api/events',
    {
      config: { answersFrom: 'index', streams: true },
      schema: {
        operationId: 'listen',
        summary: 'Live updates, as server-sent events',
        description:
          '`totals` (data as of `/api/stats/totals`) and `model` (`{modelVersion}`) come first, and whenever they change; `charts` says that the rows of charts may have changed. At most one of a kind in three seconds, a comment every fifteen; a stream ends after a quarter of an hour, and a browser comes back by itself.',
        tags: ['statistics'],
        querystring: EventsQuerySchema,
        produces: [EVENT_STREAM],
        response: {
          200: { content: { [EVENT_STREAM]: { schema: Type.Unsafe<Readable>({ type: 'string' }) } } },
        },
      },
    },
    async ({ query }, reply) => {
      reply.type(EVENT_STREAM).header('cache-control', 'no-store').header('x-accel-buffering', 'no');
      if (query.once === true) return reply.send(await hub.once());
      // Nothing else is ever asked on this connection: it goes with the stream.
      reply.header('connection', 'close');
      return reply.send(await hub.open(reply.raw));
    },
  );
}
