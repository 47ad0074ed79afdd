/** Whether what the configuration lets clean can read the stream that it names. */
import type { Config } from '../../config/schema.ts';
import { MatineeError } from '../../domain/errors.ts';

/** Refuses (`USAGE`) a runner that the stream is not for, or cannot read it. */
export function checkRunner({
  consumer,
  stream,
  governance,
}: Pick<Config, 'consumer' | 'stream' | 'governance'>): void {
  if (consumer.runner !== 'spark') return;
  if (stream.kind === 'kafka') {
    if (!governance.encryption) return;
    throw new MatineeError('USAGE', 'Spark cannot read records that are encrypted by person', {
      hint: 'Clean with --runner embedded, or set governance.encryption to false in a home of its own.',
    });
  }
  throw new MatineeError('USAGE', 'Spark reads ratings from Kafka, and stream.kind is embedded', {
    hint: 'Set stream.kind to kafka (config/engines.json does), or clean with --runner embedded.',
  });
}
