/** The thread of the consumer stage. */
import { Compile } from 'typebox/compile';
import { runConsumer } from '../../consumer/run-consumer.ts';
import { createLogger } from '../../telemetry/logger.ts';
import { serveOwner } from '../../threads/spawn.ts';
import { threadData } from '../../threads/thread-data.ts';
import { type ConsumerFunctions, ConsumerStageSchema } from './consumer-stage.ts';
import { connectStore } from './store-port.ts';
import { connectStream } from './stream-port.ts';
import { connectCipher } from './vault-port.ts';

const Options = Compile(ConsumerStageSchema);
const options = threadData((data) => Options.Check(data));
const stream = await connectStream(options.stream);
const store = await connectStore(options.store);
const vault = connectCipher(options.vault);
const stopping = new AbortController();

serveOwner<object, ConsumerFunctions>({
  async run() {
    try {
      return await runConsumer({
        stream,
        store,
        cipher: vault.cipher,
        batchSize: options.batchSize,
        signal: stopping.signal,
        logger: createLogger(options.logLevel, 'consumer'),
      });
    } finally {
      await Promise.all([stream.close(), store.close()]);
      vault.close();
    }
  },
  stop: () => stopping.abort(),
});
