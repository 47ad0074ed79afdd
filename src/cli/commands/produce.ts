/** `matinee produce`: the producer as a process of its own. */
import { resumeFromFile } from '../../producer/resume-position.ts';
import { runProducer } from '../../producer/run-producer.ts';
import { commandOnHome, createContext, type Environment } from '../context.ts';
import { openHome } from '../home/home.ts';
import { defaultHomeOf } from '../home/locate.ts';
import { openState } from '../home/open-state.ts';
import { withProgress } from '../progress.ts';
import { identifySource } from '../source/identify-source.ts';
import { createReport } from '../system/report.ts';
import { stopSignal } from '../system/shutdown.ts';

export function produceCommand(environment: Environment) {
  return commandOnHome('produce', 'reads the pages of a source into topic `movies`, until none is left')
    .option('--source <url>', 'address of the source API')
    .action(async ({ source, ...options }) => {
      const flags = { 'producer.sourceUrl': source };
      const { config, logger } = createContext(environment, options, 'producer', flags);
      const { sourceUrl, perPage, pagesInFlight } = config.producer;
      const identity = await identifySource(sourceUrl);
      const home = openHome(config.home ?? defaultHomeOf(identity.name), identity, new Date());
      // The store is opened for its claim alone: a record under another key would be another person's for good.
      const { stream, pseudonymiser, cipher, close } = await openState(home, config);
      const signal = stopSignal();
      try {
        const summary = await withProgress('Producing', 'ratings', (onProgress) =>
          runProducer({
            sourceUrl,
            stream,
            perPage,
            pagesInFlight,
            pseudonymiser,
            cipher,
            resume: resumeFromFile(home.producerFile),
            signal,
            logger,
            onProgress,
          }),
        );
        const end = summary.finished ? 'no page is left' : 'stopped; run it again to go on';
        const sentence = `${summary.produced} records produced, ${summary.dead} turned away: ${end}.`;
        createReport(options.json === true).event('produced', sentence, summary);
      } finally {
        await close();
      }
    });
}
