/** The consumer as a stage of `start`, on a thread of its own. */
import { type Static, Type } from 'typebox';
import { ConfigSchema } from '../../config/schema.ts';
import type { ConsumerProgress } from '../../consumer/run-consumer.ts';
import { siblingModule } from '../../domain/module-url.ts';
import { type RunningThread, spawnThread } from '../../threads/spawn.ts';
import { portsToStore, StorePortSchema } from './store-port.ts';
import { portsToStream, StreamPortSchema } from './stream-port.ts';
import { VaultPortSchema } from './vault-port.ts';

export const ConsumerStageSchema = Type.Object({
  stream: StreamPortSchema,
  store: StorePortSchema,
  vault: VaultPortSchema,
  batchSize: Type.Integer({ minimum: 1 }),
  logLevel: ConfigSchema.properties.log.properties.level,
});
export type ConsumerStageOptions = Static<typeof ConsumerStageSchema>;

/** Served by the thread. */
export interface ConsumerFunctions {
  /** Runs until it is stopped. */
  run(): Promise<ConsumerProgress>;
  /** Stops behind the batch under way. */
  stop(): void;
}

export function spawnConsumerStage(options: ConsumerStageOptions): RunningThread<ConsumerFunctions> {
  const module = siblingModule('./consumer-thread', import.meta.url);
  const transfer = [...portsToStream(options.stream), ...portsToStore(options.store), options.vault.port];
  return spawnThread(module, options, transfer, {});
}
