/** The thread of the source stage. */
import type { FastifyInstance } from 'fastify';
import { MatineeError } from '../../domain/errors.ts';
import { createSourceApi } from '../../source/api/source-api.ts';
import type { DataSet } from '../../source/data-set.ts';
import { listen } from '../http/listen.ts';
import { openDataSet, summarise } from '../source/open-data-set.ts';
import { collectRejectedRows } from '../source/rejected-rows.ts';
import { serveMain } from './channel.ts';
import type { SourceEvents, SourceFunctions } from './source-stage.ts';

const rejectedRows = collectRejectedRows();
let dataSet: DataSet | null = null;
let server: FastifyInstance | null = null;

function loaded(): DataSet {
  if (dataSet !== null) return dataSet;
  throw new MatineeError('INTERNAL', 'the source was asked before its data set was read');
}

const main = serveMain<SourceEvents, SourceFunctions>({
  async load(dir) {
    dataSet = await openDataSet(dir, {
      onRejected: rejectedRows.add,
      onProgress: (progress) => void main.loading.asEvent(progress),
    });
    return summarise(dataSet);
  },
  keepRejectedRows: (path) => rejectedRows.moveTo(path),
  async listen({ host, port, limits, unlimitedSecret }) {
    server = createSourceApi(loaded(), {
      limits,
      ...(unlimitedSecret === undefined ? {} : { unlimitedSecret }),
    });
    return listen(server, { host, port, setting: '--source-port' });
  },
  people(offset, limit) {
    const { users } = loaded();
    return { total: users.length, people: users.slice(offset, offset + limit) };
  },
  async close() {
    await server?.close();
  },
});
