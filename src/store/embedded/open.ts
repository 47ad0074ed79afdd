/** Opens the embedded store of a home: one thread that writes, two that read, one that tidies the log. */
import type { MessagePort, Worker } from 'node:worker_threads';
import { siblingModule } from '../../domain/module-url.ts';
import { openPort } from '../../threads/ports.ts';
import type { Store } from '../store.ts';
import { connectEmbeddedStore } from './connect.ts';
import { indexPath } from './database.ts';
import { callThrough } from './port-calls.ts';
import type { EmbeddedStorePorts, WriterFunctions } from './protocol.ts';
import { makeReady, startThread } from './thread.ts';
import type { SliceStatistics } from './write-queue.ts';

export interface EmbeddedStoreOptions {
  /** The home: the index lies in its folder `index/`. */
  dir: string;
  /** What digests of erased persons are made with: the key store's. A store that nobody is erased from does without. */
  suppressionKey?: Uint8Array;
}

export interface EmbeddedStore extends Store {
  /** New ports for another thread of this process, which gives them to `connectEmbeddedStore`. */
  openPorts(): EmbeddedStorePorts;
  /** How the writer of this process has fared. */
  writerStatistics(): Promise<SliceStatistics>;
}

const NO_KEY = new Uint8Array(32);

type Closable = { shutDown(): Promise<void> };

/**
 * Opens or creates the index of a home. `CONFLICT` for a file that a newer Matinee or another program made, `CORRUPT`
 * for a damaged one, `UNAVAILABLE` when the home cannot be written.
 */
export async function openEmbeddedStore({
  dir,
  suppressionKey = NO_KEY,
}: EmbeddedStoreOptions): Promise<EmbeddedStore> {
  const path = indexPath(dir);
  const spawn = (name: `./${string}`) =>
    startThread(siblingModule(name, import.meta.url), { path, suppressionKey });
  const writer = spawn('./writer-thread');
  const lookup = spawn('./lookup-thread');
  const analysis = spawn('./analysis-thread');
  const others = [lookup, analysis, spawn('./checkpoint-thread')];
  try {
    // The writer makes the file that the others open.
    await makeReady(writer);
    await Promise.all(others.map(makeReady));
  } catch (thrown) {
    await stop([writer, ...others]);
    throw thrown;
  }
  const openPorts = () => ({
    writer: openPort(writer),
    lookup: openPort(lookup),
    analysis: openPort(analysis),
  });
  return openedStore([writer, ...others], openPorts, () => openPort(writer));
}

function openedStore(
  threads: readonly Worker[],
  openPorts: () => EmbeddedStorePorts,
  openWriterPort: () => MessagePort,
): EmbeddedStore {
  const store = connectEmbeddedStore(openPorts());
  let closed: Promise<void> | null = null;
  return {
    ...store,
    openPorts,
    async writerStatistics() {
      const port = openWriterPort();
      return callThrough<WriterFunctions>(port)
        .statistics()
        .finally(() => port.close());
    },
    close() {
      closed ??= store.close().then(() => stop(threads));
      return closed;
    },
  };
}

/** Lets each thread finish what it was asked and close its file, then ends it. */
async function stop(threads: readonly Worker[]): Promise<void> {
  for (const thread of threads) {
    const port = openPort(thread);
    await callThrough<Closable>(port).shutDown();
    port.close();
    await thread.terminate();
  }
}
