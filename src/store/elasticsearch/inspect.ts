/** What `doctor` wants to know of a cluster: which it is, how it is, and that this client may do what it must. */
import { Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { MatineeError } from '../../domain/errors.ts';
import { connect, inWords } from './connection.ts';
import type { ElasticsearchOptions } from './elasticsearch-options.ts';
import { firstOf, INDICES } from './indices.ts';

const NEEDED_MAJOR = 9;
/** What a client does to its indices; docs/elasticsearch.md says the same. */
export const PRIVILEGES = ['create_index', 'view_index_metadata', 'read', 'write', 'maintenance'] as const;

const InfoSchema = Compile(Type.Object({ version: Type.Object({ number: Type.String() }) }));
const PrivilegesSchema = Compile(
  Type.Object({
    index: Type.Record(Type.String(), Type.Record(Type.String(), Type.Boolean())),
  }),
);

/** One line on the cluster. `UNAVAILABLE` for one that does not answer, is too old, is red, or allows too little. */
export async function inspectElasticsearch(options: ElasticsearchOptions): Promise<string> {
  const client = connect(options);
  try {
    const { version } = InfoSchema.Parse(await inWords(client.info()));
    if (Number(version.number.split('.')[0]) < NEEDED_MAJOR) {
      throw new MatineeError('UNAVAILABLE', `Elasticsearch is ${version.number}`, {
        hint: `Use Elasticsearch ${NEEDED_MAJOR} or newer.`,
      });
    }
    const index = `${options.indexPrefix}*`;
    if (options.apiKey !== null) await checkPrivileges(client, options.indexPrefix);
    const { status } = await inWords(client.cluster.health({ index, level: 'cluster' })).catch(() => ({
      status: 'not known: this key may not ask',
    }));
    if (status === 'red') {
      throw new MatineeError('UNAVAILABLE', `Elasticsearch ${version.number} is red: a shard is missing`, {
        hint: 'Look at GET _cluster/allocation/explain, and restore the shard or the index.',
      });
    }
    return `Elasticsearch ${version.number}, health ${status}`;
  } finally {
    await client.close();
  }
}

async function checkPrivileges(client: ReturnType<typeof connect>, prefix: string): Promise<void> {
  const names = INDICES.map((name) => firstOf(prefix, name));
  const answer = await inWords(
    client.security.hasPrivileges({ index: [{ names, privileges: [...PRIVILEGES] }] }),
  );
  const missing = Object.entries(PrivilegesSchema.Parse(answer).index).flatMap(([name, privileges]) =>
    Object.entries(privileges).flatMap(([privilege, has]) => (has ? [] : [`${privilege} on ${name}`])),
  );
  if (missing.length === 0) return;
  throw new MatineeError('UNAVAILABLE', `The API key lacks ${missing.join(', ')}`, {
    hint: 'Give it the privileges that docs/elasticsearch.md lists.',
  });
}
