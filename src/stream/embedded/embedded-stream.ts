/**
 * The stream kept in the home: a durable log on SQLite at `log/log.db`, written by one thread of this process.
 *
 * - **Durability**: what `produce` and `commit` resolve is synced to the disk (fsync of the write-ahead log for each
 *   transaction; requests that wait together share one). A `produce` call is there whole or not at all.
 * - **Order**: of a key, as with any awaited calls. Calls that are not awaited may be overtaken by smaller ones:
 *   records under 32 KiB go before bulk loads.
 * - **Partitions**: of a key by murmur2, as Kafka's default partitioner; without a key in turn.
 * - **Several processes** may open the same home at once; each sees what the others wrote within a few milliseconds.
 *   A member of a group whose process dies is replaced when its lease ends.
 * - **Retention** of a topic is what `ensureTopics` named last. A poll or read ends at 8 MiB, or at one record.
 */
import { type MessagePort, Worker } from 'node:worker_threads';
import { MatineeError, messageOf } from '../../domain/errors.ts';
import { siblingModule } from '../../domain/module-url.ts';
import { openPort } from '../../threads/ports.ts';
import type { Stream } from '../stream.ts';
import { logPath } from './database.ts';
import { createLogClient } from './log-client.ts';
import type { LogThreadData } from './log-thread.ts';

export interface EmbeddedStreamOptions {
  /** The home: the log lies in its folder `log`. */
  dir: string;
  /** How long a consumer group waits for a member that gives no sign of life, in milliseconds; 3,000 by default. */
  memberLeaseMs?: number;
}

export interface EmbeddedStream extends Stream {
  /** A port to transfer to another thread of this process, which gives it to `connectEmbeddedStream`. */
  connectPort(): MessagePort;
}

const DEFAULT_LEASE_MS = 3_000;

/**
 * Opens the log of a home in a thread of its own, making what is missing. Fails with `CONFLICT` (made by a newer
 * Matinee, or no log of Matinee), `CORRUPT` or `UNAVAILABLE` (disk, permissions). `close` finishes what is being
 * written, ends the thread, and with it the streams of all ports.
 */
export async function openEmbeddedStream(options: EmbeddedStreamOptions): Promise<EmbeddedStream> {
  const workerData: LogThreadData = {
    file: logPath(options.dir),
    leaseMs: options.memberLeaseMs ?? DEFAULT_LEASE_MS,
  };
  const worker = new Worker(siblingModule('./log-thread', import.meta.url), { workerData });
  const exited = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
  const client = createLogClient(openPort(worker));
  worker.on('error', (error) => client.fail(threadFailed(error)));
  try {
    await client.remote.ready();
  } catch (error) {
    await worker.terminate();
    throw error;
  }
  return {
    ...client.stream,
    connectPort: () => openPort(worker),
    async close() {
      await client.close((remote) => remote.shutdown());
      await exited;
    },
  };
}

/** The stream at the other end of a port that `connectPort` gave. `close` leaves the log thread running. */
export function connectEmbeddedStream(port: MessagePort): Stream {
  return createLogClient(port).stream;
}

function threadFailed(error: unknown): MatineeError {
  return new MatineeError('UNAVAILABLE', `The log thread has failed: ${messageOf(error)}`, {
    hint: 'Start Matinee again; nothing it accepted is lost.',
    cause: error,
  });
}
