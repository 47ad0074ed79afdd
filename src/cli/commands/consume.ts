/** `matinee consume`: the consumer as a process of its own; several share the work. */
import { Option } from '@commander-js/extra-typings';
import { CONSUMER_RUNNERS, type Config } from '../../config/schema.ts';
import { type ConsumerProgress, runConsumer } from '../../consumer/run-consumer.ts';
import type { Logger } from '../../domain/ports.ts';
import { checkRunner } from '../consume/check-runner.ts';
import { commandOnHome, createContext, type Environment } from '../context.ts';
import { openHome } from '../home/home.ts';
import { locateHome } from '../home/locate.ts';
import { openState, type State } from '../home/open-state.ts';
import { createReport } from '../system/report.ts';
import { stopSignal } from '../system/shutdown.ts';

export function consumeCommand(environment: Environment) {
  return commandOnHome('consume', 'cleans and indexes what the topics hold, until it is stopped')
    .addOption(
      new Option('--runner <name>', 'what cleans: this process, or Spark (default: consumer.runner)').choices(
        CONSUMER_RUNNERS,
      ),
    )
    .action(async ({ runner, ...options }) => {
      const { config, logger } = createContext(environment, options, 'consumer', {
        'consumer.runner': runner,
      });
      checkRunner(config);
      const state = await openState(openHome(locateHome(config), null, new Date()), config);
      const report = createReport(options.json === true);
      const signal = stopSignal();
      try {
        report.event('consuming', `Indexing into ${state.home.dir}; Ctrl-C stops it.`, {
          home: state.home.dir,
        });
        const { done, dead, erased } = await consume(state, config, signal, logger);
        report.event('consumed', `${done} records, ${dead} of them turned away.`, {
          done,
          dead,
          erased,
        });
      } finally {
        await state.close();
      }
    });
}

async function consume(
  state: State,
  config: Config,
  signal: AbortSignal,
  logger: Logger,
): Promise<ConsumerProgress> {
  const { batchSize, runner } = config.consumer;
  if (runner === 'spark') {
    const { consumeBehindSpark } = await import('../consume/consume-behind-spark.ts');
    return consumeBehindSpark(state, config, signal, logger);
  }
  const { stream, store, cipher } = state;
  return runConsumer({ stream, store, cipher, batchSize, signal, logger });
}
