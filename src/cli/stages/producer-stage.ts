/** The producer as a stage of `start`, on a thread of its own. */
import { type Static, Type } from 'typebox';
import { ConfigSchema } from '../../config/schema.ts';
import { siblingModule } from '../../domain/module-url.ts';
import type { Progress } from '../../domain/ports.ts';
import type { ProducerSummary } from '../../producer/run-producer.ts';
import { type RunningThread, spawnThread } from '../../threads/spawn.ts';
import { instanceOf } from './instance-schema.ts';
import { portsToStream, StreamPortSchema } from './stream-port.ts';
import { VaultPortSchema } from './vault-port.ts';

export const ProducerStageSchema = Type.Object({
  sourceUrl: Type.String(),
  /** Sent with each request, such as the secret of the run. */
  headers: Type.Record(Type.String(), Type.String()),
  perPage: Type.Integer({ minimum: 1 }),
  pagesInFlight: Type.Integer({ minimum: 1 }),
  stream: StreamPortSchema,
  vault: VaultPortSchema,
  masterKey: instanceOf<Uint8Array>(Uint8Array),
  positionFile: Type.String(),
  logLevel: ConfigSchema.properties.log.properties.level,
});
export type ProducerStageOptions = Static<typeof ProducerStageSchema>;

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
): RunningThread<ProducerFunctions> {
  const module = siblingModule('./producer-thread', import.meta.url);
  return spawnThread(module, options, [...portsToStream(options.stream), options.vault.port], events);
}
