/** `matinee serve`: the API and the page as a process of its own. */
import { commandOnHome, createContext, type Environment } from '../context.ts';
import { openHome } from '../home/home.ts';
import { locateHome } from '../home/locate.ts';
import { openState } from '../home/open-state.ts';
import { announceRunning } from '../home/running.ts';
import { refuseBeyondLoopback, refuseTakenPort } from '../http/listen.ts';
import { port } from '../numbers.ts';
import { serveHome } from '../serving/serve-home.ts';
import { createReport } from '../system/report.ts';
import { createClosing, stopRequested } from '../system/shutdown.ts';

export function serveCommand(environment: Environment) {
  return commandOnHome('serve', 'serves recommendations, search and the page from a home')
    .option('--host <address>', 'address to listen on')
    .option('--port <port>', 'port to listen on (0 takes a free one)', port)
    .action(async ({ host, port: asked, ...options }) => {
      const flags = { 'api.host': host, 'api.port': asked };
      const { config, logger } = createContext(environment, options, 'serve', flags);
      refuseBeyondLoopback(config);
      await refuseTakenPort({ ...config.api, setting: '--port' });
      const closing = createClosing();
      try {
        const home = openHome(locateHome(config), null, new Date());
        const state = await openState(home, config);
        closing.defer('the state', state.close);
        const serving = await serveHome(state, config, logger);
        const { url: apiUrl, subjects, runSecret: secret, close } = serving;
        closing.defer('the API', close);
        await subjects.resume();
        const running = { pid: process.pid, apiUrl, startedAt: new Date().toISOString(), secret };
        closing.defer('the announcement', await announceRunning(home.runFile, running));
        closing.defer('the retention', serving.retention.keepUp(logger));
        // Before anybody is told: whoever waits to hear it may ask to stop at once.
        const stopping = stopRequested();
        createReport(options.json === true).event('listening', `The page and the API  ${apiUrl}`, { apiUrl });
        await stopping;
      } finally {
        await closing.close();
      }
    });
}
