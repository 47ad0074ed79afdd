/** The client of a cluster, and its failures in words for the person who runs it. */
import { setTimeout as delay } from 'node:timers/promises';
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

/** What an index says that takes no writes for the moment: a migration swaps it, or the disk is full. */
export const BLOCKED = 'cluster_block_exception';

function isBlocked(thrown: unknown): boolean {
  const cause = thrown instanceof MatineeError ? thrown.cause : thrown;
  return cause instanceof errors.ResponseError && cause.message.includes(BLOCKED);
}

/** What a call failed with, as a `MatineeError`: who may not, what is not there, or that nobody answers. */
export function elasticsearchError(thrown: unknown): unknown {
  if (thrown instanceof errors.ResponseError) {
    const { statusCode } = thrown;
    if (isBlocked(thrown)) {
      return new MatineeError('UNAVAILABLE', `Elasticsearch takes no writes now: ${thrown.message}`, {
        hint: 'Try again; where it lasts, finish the migration (`matinee store migrate --resume`) or free some disk.',
        cause: thrown,
      });
    }
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

/** So long a write waits for a migration that swaps its index. */
export const BLOCKED_LIMIT_MS = 30_000;
export const LOOK_AGAIN_MS = 100;

/** Whether it is gone when a migration is through: an index that takes no writes, has no shards yet, or was just removed. */
function isPassing(thrown: unknown): boolean {
  const cause = thrown instanceof MatineeError ? thrown.cause : thrown;
  if (!(cause instanceof errors.ResponseError)) return false;
  return isBlocked(cause) || cause.statusCode === 503 || cause.message.includes('index_not_found_exception');
}

/** The result of work that can be done twice, tried again while a migration swaps an index it touches. */
export async function whenSettled<T>(work: () => Promise<T>): Promise<T> {
  for (const deadline = performance.now() + BLOCKED_LIMIT_MS; ; await delay(LOOK_AGAIN_MS)) {
    try {
      return await work();
    } catch (thrown) {
      if (!isPassing(thrown) || performance.now() > deadline) throw elasticsearchError(thrown);
    }
  }
}

/** The result of work on the cluster, its errors in words. */
export async function inWords<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (thrown) {
    throw elasticsearchError(thrown);
  }
}
