/** The thread of the consumer stage. */
import { workerData } from 'node:worker_threads';
import { runConsumer } from '../../consumer/run-consumer.ts';
import { connectEmbeddedStore } from '../../store/embedded/connect.ts';
import { createLogger } from '../../telemetry/logger.ts';
import { serveMain } from './channel.ts';
import type { ConsumerFunctions, ConsumerStageOptions } from './consumer-stage.ts';
import { connectStream } from './stream-port.ts';

const options: ConsumerStageOptions = workerData;
const stream = connectStream(options.stream);
const store = connectEmbeddedStore(options.store);
const stopping = new AbortController();

serveMain<object, ConsumerFunctions>({
  async run() {
    try {
      return await runConsumer({
        stream,
        store,
        batchSize: options.batchSize,
        signal: stopping.signal,
        logger: createLogger(options.logLevel, 'consumer'),
      });
    } finally {
      await Promise.all([stream.close(), store.close()]);
    }
  },
  stop: () => stopping.abort(),
});
