/**
 * The Elasticsearch that engine suites run against: the one of `npm run engines:start`, or of
 * `MATINEE_TEST_ELASTICSEARCH`. Without one a suite is skipped, naming the command that gets it;
 * `MATINEE_REQUIRE_ENGINES=1` makes that a failure.
 */
import { randomUUID } from 'node:crypto';
import { Client } from '@elastic/elasticsearch';
import type { ElasticsearchOptions } from '../../src/store/elasticsearch/elasticsearch-options.ts';
import { type ElasticsearchStore, openElasticsearchStore } from '../../src/store/elasticsearch/open.ts';
import { answers } from './answers.ts';

export const ELASTICSEARCH_NODE = process.env.MATINEE_TEST_ELASTICSEARCH ?? 'http://127.0.0.1:9200';

/** Why suites that need Elasticsearch are skipped here; false when they are not. */
export const elasticsearchSkip: string | false = (await answers(ELASTICSEARCH_NODE)) ? false : refuse();

function refuse(): string {
  const reason = `no Elasticsearch at ${ELASTICSEARCH_NODE}: npm run engines:install && npm run engines:start`;
  if (process.env.MATINEE_REQUIRE_ENGINES === '1') throw new Error(reason);
  return reason;
}

/** Indices of a test's own. */
export function ownIndices(): ElasticsearchOptions {
  return {
    nodes: [ELASTICSEARCH_NODE],
    cloudId: null,
    apiKey: null,
    ca: null,
    indexPrefix: `test-${randomUUID().slice(0, 8)}-`,
  };
}

/** An empty store on indices of its own, which `dispose` removes. */
export async function openEmptyElasticsearchStore(): Promise<{
  store: ElasticsearchStore;
  options: ElasticsearchOptions;
  client: Client;
  dispose: () => Promise<void>;
}> {
  const options = ownIndices();
  const store = await openElasticsearchStore(options);
  const client = new Client({ node: ELASTICSEARCH_NODE });
  return {
    store,
    options,
    client,
    async dispose() {
      await store.close();
      const left = await client.indices.get({ index: `${options.indexPrefix}*` });
      await client.indices.delete({ index: Object.keys(left) });
      await client.close();
    },
  };
}
