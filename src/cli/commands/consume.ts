/** `matinee consume`: the consumer as a process of its own; several share the work. */
import { runConsumer } from '../../consumer/run-consumer.ts';
import { commandOnHome, createContext, type Environment } from '../context.ts';
import { openHome } from '../home/home.ts';
import { locateHome } from '../home/locate.ts';
import { openState } from '../home/open-state.ts';
import { createReport } from '../system/report.ts';
import { stopSignal } from '../system/shutdown.ts';

export function consumeCommand(environment: Environment) {
  return commandOnHome('consume', 'cleans and indexes what the topics hold, until it is stopped').action(
    async (options) => {
      const { config, logger } = createContext(environment, options, 'consumer');
      const state = await openState(openHome(locateHome(config), null, new Date()), config);
      const report = createReport(options.json === true);
      const signal = stopSignal();
      try {
        report.event('consuming', `Indexing into ${state.home.dir}; Ctrl-C stops it.`, {
          home: state.home.dir,
        });
        const { done, dead } = await runConsumer({
          stream: state.stream,
          store: state.store,
          batchSize: config.consumer.batchSize,
          signal,
          logger,
        });
        report.event('consumed', `${done} records, ${dead} of them turned away.`, { done, dead });
      } finally {
        await state.close();
      }
    },
  );
}
