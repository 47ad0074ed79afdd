/** The thread of the producer stage. */
import { Compile } from 'typebox/compile';
import { createPseudonymiser } from '../../governance/pseudonymiser.ts';
import { resumeFromFile } from '../../producer/resume-position.ts';
import { runProducer } from '../../producer/run-producer.ts';
import { createLogger } from '../../telemetry/logger.ts';
import { serveOwner } from '../../threads/spawn.ts';
import { threadData } from '../../threads/thread-data.ts';
import { type ProducerEvents, type ProducerFunctions, ProducerStageSchema } from './producer-stage.ts';
import { connectStream } from './stream-port.ts';
import { connectCipher } from './vault-port.ts';

const Options = Compile(ProducerStageSchema);
const options = threadData((data) => Options.Check(data));
const stream = await connectStream(options.stream);
const vault = connectCipher(options.vault);
const stopping = new AbortController();

const main = serveOwner<ProducerEvents, ProducerFunctions>({
  async run() {
    try {
      return await runProducer({
        sourceUrl: options.sourceUrl,
        headers: options.headers,
        perPage: options.perPage,
        pagesInFlight: options.pagesInFlight,
        stream,
        pseudonymiser: createPseudonymiser(options.masterKey),
        cipher: vault.cipher,
        resume: resumeFromFile(options.positionFile),
        signal: stopping.signal,
        logger: createLogger(options.logLevel, 'producer'),
        onProgress: (progress) => void main.produced.asEvent(progress),
      });
    } finally {
      await stream.close();
      vault.close();
    }
  },
  stop: () => stopping.abort(),
});
