/** Opens the store that the configuration names; the client of Elasticsearch is loaded where it is named. */
import { readFile } from 'node:fs/promises';
import type { Config } from '../../config/schema.ts';
import { MatineeError, messageOf } from '../../domain/errors.ts';
import type { ElasticsearchOptions } from '../../store/elasticsearch/elasticsearch-options.ts';
import type { ElasticsearchStore } from '../../store/elasticsearch/open.ts';
import { openEmbeddedStore } from '../../store/embedded/open.ts';
import type { Store } from '../../store/store.ts';
import type { StorePort } from '../stages/store-port.ts';
import type { Home } from './home.ts';

export interface HomeStore extends Store {
  /** A way to it for another thread of this process. */
  share(): StorePort;
  /** Takes the factors of the version that serves, where the store finds similar films by itself. */
  publishFactors?: ElasticsearchStore['publishFactors'];
  /** Takes the rows of the charts, where Kibana reads them. */
  publishCharts?: ElasticsearchStore['publishCharts'];
}

/** `suppressionKey` is what digests of erased persons are made with. */
export async function openHomeStore(
  { dir }: Home,
  config: Config,
  suppressionKey: Uint8Array,
): Promise<HomeStore> {
  if (config.store.kind === 'elasticsearch') {
    const { openElasticsearchStore } = await import('../../store/elasticsearch/open.ts');
    const key = Buffer.from(suppressionKey).toString('base64url');
    const options = { ...(await elasticsearchOptions(config)), suppressionKey: key };
    return { ...(await openElasticsearchStore(options)), share: () => ({ kind: 'elasticsearch', options }) };
  }
  const store = await openEmbeddedStore({ dir, suppressionKey });
  return { ...store, share: () => ({ kind: 'embedded', ...store.openPorts() }) };
}

/** The settings of the cluster, with the file that they name read; `USAGE` for one that cannot be. */
export async function elasticsearchOptions({
  store: { elasticsearch },
}: Config): Promise<ElasticsearchOptions> {
  const { nodes, cloudId, apiKey, caFile, indexPrefix } = elasticsearch;
  return { nodes: nodes.split(','), cloudId, apiKey, ca: await readPem(caFile), indexPrefix };
}

async function readPem(file: string | null): Promise<string | null> {
  if (file === null) return null;
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    throw new MatineeError(
      'USAGE',
      `The certificates of store.elasticsearch cannot be read: ${messageOf(cause)}`,
      {
        hint: 'Correct store.elasticsearch.caFile.',
        cause,
      },
    );
  }
}
