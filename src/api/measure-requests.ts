/** Tells the metrics of every answer: by the pattern of its route, since a path may name a person. */
import type { Metrics } from '../telemetry/metrics.ts';
import type { App } from './app.ts';

/** To be registered before the routes. */
export function measureRequests(app: App, metrics: Metrics): void {
  app.addHook('onResponse', (request, reply, done) => {
    if (request.routeOptions.config.streams !== true) {
      metrics.observeRequest({
        method: request.method,
        route: request.routeOptions.url ?? 'none',
        status: reply.statusCode,
        seconds: reply.elapsedTime / 1_000,
      });
    }
    done();
  });
}
