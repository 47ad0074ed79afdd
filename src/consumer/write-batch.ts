/** Writes a batch to the store until each item is either in or known never to get in. */
import { MatineeError } from '../domain/errors.ts';
import { type Patience, pause, untilAvailable } from '../domain/patience.ts';
import type { Store, WriteBatch, WriteFailure } from '../store/store.ts';
import type { PreparedWrite, RejectedRecord } from './prepare.ts';
import type { Write } from './to-write.ts';

type ItemOf<List extends Write['list']> = Extract<Write, { list: List }>['item'];

/** A batch as the store takes it, and the prepared write behind each item of its lists. */
interface GroupedWrites {
  batch: { [List in Write['list']]: ItemOf<List>[] };
  sources: Partial<Record<keyof WriteBatch, PreparedWrite[]>>;
}

/** The writes that the store refused for good; those that may succeed later are repeated until they do. */
export async function writeBatch(
  store: Pick<Store, 'write'>,
  writes: readonly PreparedWrite[],
  patience: Patience,
): Promise<RejectedRecord[]> {
  const refused: RejectedRecord[] = [];
  let pending = writes;
  for (let attempt = 1; pending.length > 0; attempt++) {
    const { batch, sources } = group(pending);
    const failures = await untilAvailable('writing to the store', () => store.write(batch), patience);
    const repeated: PreparedWrite[] = [];
    for (const failure of failures) {
      const source = sourceOf(failure, sources);
      if (failure.retryable) repeated.push(source);
      else
        refused.push({
          record: source.record,
          reason: { code: 'refused-by-store', message: failure.reason },
        });
    }
    pending = repeated;
    if (pending.length === 0) break;
    patience.logger.warn(
      { items: pending.length, attempt, reason: failures[0]?.reason },
      'the store put off items',
    );
    await pause(attempt, patience);
  }
  return refused;
}

function group(writes: readonly PreparedWrite[]): GroupedWrites {
  const batch: GroupedWrites['batch'] = { ratings: [], interactions: [], users: [] };
  const sources: Record<Write['list'], PreparedWrite[]> = { ratings: [], interactions: [], users: [] };
  for (const prepared of writes) {
    const { write } = prepared;
    switch (write.list) {
      case 'ratings':
        batch.ratings.push(write.item);
        break;
      case 'interactions':
        batch.interactions.push(write.item);
        break;
      case 'users':
        batch.users.push(write.item);
        break;
    }
    sources[write.list].push(prepared);
  }
  return { batch, sources };
}

function sourceOf({ list, item }: WriteFailure, sources: GroupedWrites['sources']): PreparedWrite {
  const source = sources[list]?.[item];
  if (source !== undefined) return source;
  throw new MatineeError('INTERNAL', `the store refused item ${item} of ${list}, which was not in the batch`);
}
