/** The one thread of a process that writes the index. */
import type { WriteList } from '../documents.ts';
import type { WriteBatch, WriteFailure } from '../store.ts';
import { createBulkBrake } from './bulk-brake.ts';
import { flushFolder, flushLog, openForWriting } from './database.ts';
import { createPersonEraser, createSuppression, emptyLogSoon } from './erase-person.ts';
import { claimIdentity } from './identity.ts';
import { dropOldInteractions } from './old-interactions.ts';
import type { WriterFunctions } from './protocol.ts';
import { runThread } from './thread.ts';
import { inTransaction } from './transaction.ts';
import { createWriteQueue } from './write-queue.ts';
import type { WriteItem } from './write-slice.ts';

runThread((path, suppressionKey) => {
  const functions = createWriter(path, suppressionKey);
  return () => ({ functions });
});

function createWriter(path: string, suppressionKey: Uint8Array): WriterFunctions {
  const database = openForWriting(path);
  // Transactions wait for their turn without holding the thread: see transaction.ts.
  database.exec('PRAGMA busy_timeout = 0');
  const { isSuppressed, digestOf } = createSuppression(database, suppressionKey);
  const queue = createWriteQueue(database, createBulkBrake(database), isSuppressed);
  const eraser = createPersonEraser(database, queue, digestOf);
  const inFlight = new Set<Promise<unknown>>();
  // Not before the file is open: the schemas take longer to load than it does, and only a write needs them.
  const documents = import('../documents.ts');

  async function write(batch: WriteBatch): Promise<WriteFailure[]> {
    const { refusalOf } = await documents;
    const { items, failures } = sortOut(batch, refusalOf);
    await queue.write(items);
    return failures;
  }

  return {
    claim: (identity) => inTransaction(database, () => claimIdentity(database, path, identity)),
    write(batch) {
      const written = write(batch);
      inFlight.add(written);
      return written.finally(() => inFlight.delete(written));
    },
    async flush() {
      await flushLog(path);
      await flushFolder(path);
    },
    ...eraser,
    async dropInteractions(old) {
      const dropped = await dropOldInteractions(database, queue, old);
      if (dropped > 0) await emptyLogSoon(database);
      return dropped;
    },
    statistics: () => queue.statistics(),
    async shutDown() {
      await Promise.allSettled(inFlight);
      database.close();
    },
  };
}

/** Parts what can be written from what cannot. */
function sortOut(
  batch: WriteBatch,
  refusalOf: (list: WriteList, item: unknown) => string | null,
): { items: WriteItem[]; failures: WriteFailure[] } {
  const items: WriteItem[] = [];
  const failures: WriteFailure[] = [];
  for (const { place, entry } of entriesOf(batch)) {
    const { list } = entry;
    const reason = refusalOf(list, entry.item);
    if (reason === null) items.push(entry);
    else failures.push({ list, item: place, reason, retryable: false });
  }
  return { items, failures };
}

function* entriesOf(batch: WriteBatch): Generator<{ place: number; entry: WriteItem }> {
  const { movies = [], users = [], ratings = [], interactions = [] } = batch;
  for (const [place, item] of movies.entries()) yield { place, entry: { list: 'movies', item } };
  for (const [place, item] of users.entries()) yield { place, entry: { list: 'users', item } };
  for (const [place, item] of ratings.entries()) yield { place, entry: { list: 'ratings', item } };
  for (const [place, item] of interactions.entries()) yield { place, entry: { list: 'interactions', item } };
}
