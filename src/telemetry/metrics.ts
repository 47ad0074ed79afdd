/** Metrics of this process and of the flow, in the text format that Prometheus reads. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { messageOf } from '../domain/errors.ts';
import type { Logger } from '../domain/ports.ts';
import { createFlowGauges } from './flow-gauges.ts';
import type { FlowReading } from './flow-reading.ts';

/** From half a millisecond, where most answers are, to the longest that a request may wait. */
const LATENCY_BUCKETS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

export interface AnsweredRequest {
  method: string;
  /** The pattern of the route, never the path: that may name a person. */
  route: string;
  status: number;
  seconds: number;
}

export interface Metrics {
  observeRequest(request: AnsweredRequest): void;
  /** One request was turned away because more was asked than can be answered. */
  countShed(): void;
  /** Everything now. What cannot be read of the flow is left out, and `matinee_flow_readable` is 0. */
  render(): Promise<{ contentType: string; text: string }>;
}

export interface MetricsOptions {
  /** The version of this program. */
  version: string;
  readFlow: () => Promise<FlowReading>;
  logger: Logger;
}

/** A registry of its own: two in one process do not meet. */
export function createMetrics({ version, readFlow, logger }: MetricsOptions): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  new Gauge({
    name: 'matinee_build_info',
    help: 'The version that runs.',
    labelNames: ['version'],
    registers,
  })
    .labels(version)
    .set(1);
  const requests = new Histogram({
    name: 'matinee_http_request_duration_seconds',
    help: 'From the arrival of a request to the end of its answer.',
    labelNames: ['method', 'route', 'status'],
    buckets: LATENCY_BUCKETS,
    registers,
  });
  const failures = new Counter({
    name: 'matinee_http_errors_total',
    help: 'Answers that say the fault is ours (5xx).',
    labelNames: ['route'],
    registers,
  });
  const shed = new Counter({
    name: 'matinee_http_shed_total',
    help: 'Requests turned away because more was asked than can be answered.',
    registers,
  });
  const readable = new Gauge({
    name: 'matinee_flow_readable',
    help: '1 when the stream, the store and the registry could be read for this answer.',
    registers,
  });
  const flow = createFlowGauges(registry);
  return {
    observeRequest({ method, route, status, seconds }) {
      requests.labels(method, route, String(status)).observe(seconds);
      if (status >= 500) failures.labels(route).inc();
    },
    countShed: () => shed.inc(),
    async render() {
      try {
        flow.set(await readFlow());
        readable.set(1);
      } catch (error) {
        flow.clear();
        readable.set(0);
        logger.warn({ reason: messageOf(error) }, 'the flow cannot be read for its metrics');
      }
      return { contentType: registry.contentType, text: await registry.metrics() };
    },
  };
}
