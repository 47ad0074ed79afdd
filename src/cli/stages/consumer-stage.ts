/** The consumer as a stage of `start`, on a thread of its own. */

import type { ConsumerProgress } from '../../consumer/run-consumer.ts';
import { siblingModule } from '../../domain/module-url.ts';
import { portsToTransfer } from '../../store/embedded/connect.ts';
import type { EmbeddedStorePorts } from '../../store/embedded/protocol.ts';
import type { LogLevel } from '../../telemetry/logger.ts';
import { type StageThread, spawnStage } from './channel.ts';
import { portsToStream, type StreamPort } from './stream-port.ts';

export interface ConsumerStageOptions {
  stream: StreamPort;
  store: EmbeddedStorePorts;
  batchSize: number;
  logLevel: LogLevel;
}

/** Served by the thread. */
export interface ConsumerFunctions {
  /** Runs until it is stopped. */
  run(): Promise<ConsumerProgress>;
  /** Stops behind the batch under way. */
  stop(): void;
}

export function spawnConsumerStage(options: ConsumerStageOptions): StageThread<ConsumerFunctions, object> {
  const module = siblingModule('./consumer-thread', import.meta.url);
  const transfer = [...portsToStream(options.stream), ...portsToTransfer(options.store)];
  return spawnStage(module, options, transfer, {});
}
