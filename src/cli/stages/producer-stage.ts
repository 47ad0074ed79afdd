/** The producer as a stage of `start`, on a thread of its own. */
import { siblingModule } from '../../domain/module-url.ts';
import type { Progress } from '../../domain/ports.ts';
import type { ProducerSummary } from '../../producer/run-producer.ts';
import type { LogLevel } from '../../telemetry/logger.ts';
import { type StageThread, spawnStage } from './channel.ts';
import { portsToStream, type StreamPort } from './stream-port.ts';

export interface ProducerStageOptions {
  sourceUrl: string;
  /** Sent with each request, such as the secret of the run. */
  headers: Record<string, string>;
  perPage: number;
  pagesInFlight: number;
  stream: StreamPort;
  masterKey: Uint8Array;
  positionFile: string;
  logLevel: LogLevel;
}

/** Served by the thread. */
export interface ProducerFunctions {
  run(): Promise<ProducerSummary>;
  /** Stops behind the page that lies with the stream. */
  stop(): void;
}

/** Served to the thread. */
export interface ProducerEvents {
  produced(progress: Progress): void;
}

export function spawnProducerStage(
  options: ProducerStageOptions,
  events: ProducerEvents,
): StageThread<ProducerFunctions, ProducerEvents> {
  const module = siblingModule('./producer-thread', import.meta.url);
  return spawnStage(module, options, portsToStream(options.stream), events);
}
