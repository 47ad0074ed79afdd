/** `matinee start`: the whole system in one process; what `npm start` runs. */
import { commandOnHome, createContext, type Environment } from '../context.ts';
import { port } from '../numbers.ts';
import { createReport } from '../system/report.ts';
import { runSystem } from '../system/run-system.ts';
import { createClosing, stopRequested } from '../system/shutdown.ts';

/** Runs until it is asked to stop, or until a stage fails. */
export function startCommand(environment: Environment) {
  return commandOnHome('start', 'the whole system: source, producer, consumer, training, API and page')
    .option('--data <dir>', 'folder of a MovieLens data set (default: the simulated sample)')
    .option('--host <address>', 'address to listen on')
    .option('--port <port>', 'port of the API and the page (0 takes a free one)', port)
    .option('--source-port <port>', 'port of the source API (0 takes a free one)', port)
    .action(async (options) => {
      const { config, logger } = createContext(environment, options, 'start', {
        data: options.data,
        'api.host': options.host,
        'api.port': options.port,
        'source.port': options.sourcePort,
      });
      const closing = createClosing();
      const stopping = stopRequested();
      try {
        const running = runSystem({ config, logger, report: createReport(options.json === true), closing });
        await Promise.race([stopping, running]);
      } finally {
        await closing.close();
      }
    });
}
