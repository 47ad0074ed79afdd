/** Deletes what a query finds; what a migration holds fast for the moment is tried again, and nothing is left in silence. */
import { setTimeout as delay } from 'node:timers/promises';
import type { Client, estypes } from '@elastic/elasticsearch';
import { MatineeError } from '../../domain/errors.ts';
import { BLOCKED, BLOCKED_LIMIT_MS, inWords, LOOK_AGAIN_MS } from './connection.ts';

/** How many documents that were. Another writer's newer version of a document stays. `UNAVAILABLE` where one cannot be deleted. */
export async function deleteFound(
  client: Client,
  index: readonly string[],
  query: estypes.QueryDslQueryContainer,
): Promise<number> {
  let count = 0;
  for (const deadline = performance.now() + BLOCKED_LIMIT_MS; ; await delay(LOOK_AGAIN_MS)) {
    const { deleted, failures } = await inWords(
      client.deleteByQuery({ index: [...index], query, conflicts: 'proceed', refresh: true }),
    );
    count += deleted ?? 0;
    const [failure] = failures ?? [];
    if (failure === undefined) return count;
    if (failure.cause.type === BLOCKED && performance.now() < deadline) continue;
    throw new MatineeError(
      'UNAVAILABLE',
      `Not all could be deleted: ${failure.cause.reason ?? failure.cause.type}`,
      {
        hint: 'Try again; what is deleted stays deleted.',
      },
    );
  }
}
