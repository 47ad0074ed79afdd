/** The source of a run: its data set read on a thread of its own, its pages served from there. */
import { randomBytes } from 'node:crypto';
import type { Config } from '../../config/schema.ts';
import type { Home } from '../home/home.ts';
import { loopbackOf } from '../http/listen.ts';
import { type ShowProgress, withProgress } from '../progress.ts';
import type { DataSetSummary } from '../source/open-data-set.ts';
import { type SourceFunctions, spawnSourceStage } from '../stages/source-stage.ts';
import type { PagesToRead } from './ingest.ts';
import type { Report } from './report.ts';
import type { Closing } from './shutdown.ts';

export interface LoadedSource {
  dataSet: DataSetSummary;
  /** Serves the pages; only our own producer, known by a secret of this run, is not limited. */
  servePages(config: Config): Promise<PagesToRead>;
  people: (offset: number, limit: number) => ReturnType<SourceRemote['people']>;
  /** Keeps the rows that could not be read in the home, and says where. */
  keepRejectedRows(home: Home, report: Report): Promise<void>;
}

type SourceRemote = ReturnType<typeof spawnSourceStage>['remote'];

/** Reads the data set of a folder, or makes the sample. */
export async function loadSourceData(dir: string | null, closing: Closing): Promise<LoadedSource> {
  let show: ShowProgress = () => undefined;
  const { remote, failed, hasEnded, terminate } = spawnSourceStage({ loading: (progress) => show(progress) });
  closing.defer('the source', async () => {
    if (!hasEnded()) await remote.close();
    await terminate();
  });
  const dataSet = await withProgress('Reading', 'bytes', (shown) => {
    show = shown;
    return Promise.race([remote.load(dir), failed]);
  });
  return {
    dataSet,
    people: (offset, limit) => remote.people(offset, limit),
    servePages: (config) => servePages(remote, config, dataSet),
    keepRejectedRows: async ({ rejectedRowsFile }, report) => {
      const file = await remote.keepRejectedRows(rejectedRowsFile);
      if (file === null) return;
      const sentence = `${dataSet.rejected} rows could not be read; each is in ${file} with its line and reason.`;
      report.event('rejected', sentence, { rows: dataSet.rejected, file });
    },
  };
}

async function servePages(
  remote: Pick<SourceFunctions, 'listen'>,
  { api: { host }, source: { port, limits } }: Config,
  { ratings }: DataSetSummary,
): Promise<PagesToRead> {
  const secret = randomBytes(32).toString('base64url');
  // It names people as the data set does: for our own producer, on this machine.
  const url = await remote.listen({ host: loopbackOf(host), port, limits, unlimitedSecret: secret });
  return { url, secret, ratings };
}
