/** The thread of the source stage. */
import type { FastifyInstance } from 'fastify';
import { MatineeError } from '../../domain/errors.ts';
import type { SourceUser } from '../../domain/person.ts';
import { createSourceApi } from '../../source/api/source-api.ts';
import type { DataSet } from '../../source/data-set.ts';
import { profilesOf } from '../../source/profiles.ts';
import { serveOwner } from '../../threads/spawn.ts';
import { listen } from '../http/listen.ts';
import { openDataSet, summarise } from '../source/open-data-set.ts';
import { collectRejectedRows } from '../source/rejected-rows.ts';
import type { SourceEvents, SourceFunctions } from './source-stage.ts';

const rejectedRows = collectRejectedRows();
let dataSet: DataSet | null = null;
/** In the order they are shown in; made when somebody first asks, since it reads every rating. */
let people: SourceUser[] | null = null;
let server: FastifyInstance | null = null;

function loaded(): DataSet {
  if (dataSet !== null) return dataSet;
  throw new MatineeError('INTERNAL', 'the source was asked before its data set was read');
}

/** How many people are picked to differ from each other: a first page to choose from. */
const VARIED = 24;

/** Everybody, those first who make a varied first page. */
function variedFirst(data: DataSet): SourceUser[] {
  const picked = new Set(profilesOf(data, VARIED).map(({ userId }) => userId));
  const byId = new Map(data.users.map((user) => [user.userId, user]));
  const first = [...picked].flatMap((userId) => byId.get(userId) ?? []);
  return [...first, ...data.users.filter(({ userId }) => !picked.has(userId))];
}

const main = serveOwner<SourceEvents, SourceFunctions>({
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
    people ??= variedFirst(loaded());
    return { total: people.length, people: people.slice(offset, offset + limit) };
  },
  async close() {
    await server?.close();
  },
});
