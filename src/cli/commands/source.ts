/** `matinee source`: the source API as a process of its own. */
import { createSourceApi } from '../../source/api/source-api.ts';
import { commandOnHome, createContext, type Environment } from '../context.ts';
import { openHome } from '../home/home.ts';
import { defaultHomeOf } from '../home/locate.ts';
import { listen, refuseTakenPort } from '../http/listen.ts';
import { port } from '../numbers.ts';
import { withProgress } from '../progress.ts';
import { openDataSet } from '../source/open-data-set.ts';
import { collectRejectedRows } from '../source/rejected-rows.ts';
import { createReport } from '../system/report.ts';
import { stopRequested } from '../system/shutdown.ts';

export function sourceCommand(environment: Environment) {
  return commandOnHome('source', 'serves the ratings of a data set in pages')
    .option('--data <dir>', 'folder of a MovieLens data set (default: the simulated sample)')
    .option('--host <address>', 'address to listen on')
    .option('--port <port>', 'port to listen on (0 takes a free one)', port)
    .action(async ({ data, host, port: asked, ...options }) => {
      const flags = { data, 'api.host': host, 'source.port': asked };
      const { config, logger } = createContext(environment, options, 'source', flags);
      const address = { host: config.api.host, port: config.source.port, setting: '--port' };
      await refuseTakenPort(address);
      const report = createReport(options.json === true);
      const rejectedRows = collectRejectedRows();
      const dataSet = await withProgress('Reading', 'bytes', (onProgress) =>
        openDataSet(config.data, { onRejected: rejectedRows.add, onProgress }),
      );
      const rows = dataSet.rejected.count;
      if (rows > 0) {
        const { name, fingerprint, simulated } = dataSet;
        const home = openHome(
          config.home ?? defaultHomeOf(name),
          { name, fingerprint, simulated },
          new Date(),
        );
        const file = await rejectedRows.moveTo(home.rejectedRowsFile);
        report.event('rejected', `${rows} rows could not be read; each is in ${file} with its reason.`, {
          rows,
          file,
        });
      }
      const server = createSourceApi(dataSet, { limits: config.source.limits, logger });
      const sourceUrl = await listen(server, address);
      const sentence = `${dataSet.name}: ${dataSet.ratings.length} ratings at ${sourceUrl}/movies/page1`;
      report.event('listening', sentence, {
        sourceUrl,
        dataSet: dataSet.name,
        ratings: dataSet.ratings.length,
      });
      await stopRequested();
      await server.close();
    });
}
