/** The thread of the producer stage. */
import { workerData } from 'node:worker_threads';
import { createPseudonymiser } from '../../governance/pseudonymiser.ts';
import { resumeFromFile } from '../../producer/resume-position.ts';
import { runProducer } from '../../producer/run-producer.ts';
import { createLogger } from '../../telemetry/logger.ts';
import { serveMain } from './channel.ts';
import type { ProducerEvents, ProducerFunctions, ProducerStageOptions } from './producer-stage.ts';
import { connectStream } from './stream-port.ts';

const options: ProducerStageOptions = workerData;
const stream = connectStream(options.stream);
const stopping = new AbortController();

const main = serveMain<ProducerEvents, ProducerFunctions>({
  async run() {
    try {
      return await runProducer({
        sourceUrl: options.sourceUrl,
        headers: options.headers,
        perPage: options.perPage,
        pagesInFlight: options.pagesInFlight,
        stream,
        pseudonymiser: createPseudonymiser(options.masterKey),
        resume: resumeFromFile(options.positionFile),
        signal: stopping.signal,
        logger: createLogger(options.logLevel, 'producer'),
        onProgress: (progress) => void main.produced.asEvent(progress),
      });
    } finally {
      await stream.close();
    }
  },
  stop: () => stopping.abort(),
});
