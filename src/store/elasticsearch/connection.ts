/** The client of a cluster, and its failures in words for the person who runs it. */
import { Client, errors } from '@elastic/elasticsearch';
import { MatineeError } from '../../domain/errors.ts';
import type { ElasticsearchOptions } from './elasticsearch-options.ts';

const REQUEST_TIMEOUT_MS = 30_000;
const RETRIES = 3;

export function connect({ nodes, cloudId, apiKey, ca }: ElasticsearchOptions): Client {
  return new Client({
    ...(cloudId === null ? { nodes: [...nodes] } : { cloud: { id: cloudId } }),
    ...(apiKey === null ? {} : { auth: { apiKey } }),
    ...(ca === null ? {} : { tls: { ca } }),
    requestTimeout: REQUEST_TIMEOUT_MS,
    maxRetries: RETRIES,
  });
}

/** What a call failed with, as a `MatineeError`: who may not, what is not there, or that nobody answers. */
export function elasticsearchError(thrown: unknown): unknown {
  if (thrown instanceof errors.ResponseError) {
    const { statusCode } = thrown;
    if (statusCode === 401 || statusCode === 403) {
      return new MatineeError('UNAVAILABLE', `Elasticsearch does not allow this: ${thrown.message}`, {
        hint: 'Give store.elasticsearch.apiKey a key with the privileges that docs/elasticsearch.md lists.',
        cause: thrown,
      });
    }
    return new MatineeError('UNAVAILABLE', `Elasticsearch answered ${statusCode}: ${thrown.message}`, {
      hint: 'Look in its log; `matinee doctor` checks what it needs.',
      cause: thrown,
    });
  }
  if (thrown instanceof errors.ElasticsearchClientError) {
    return new MatineeError('UNAVAILABLE', `Elasticsearch does not answer: ${thrown.message}`, {
      hint: 'Start it (`npm run engines:start -- elasticsearch`), or correct store.elasticsearch.nodes.',
      cause: thrown,
    });
  }
  return thrown;
}

/** The result of work on the cluster, its errors in words. */
export async function inWords<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (thrown) {
    throw elasticsearchError(thrown);
  }
}
