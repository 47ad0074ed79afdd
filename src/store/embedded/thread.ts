/** The frame of a thread of the embedded store, and its start: it serves functions on every port it is handed. */
import { Worker } from 'node:worker_threads';
import { isJsonObject } from '../../domain/json.ts';
import { openCalls } from '../../threads/calls.ts';
import { openPort, servePorts } from '../../threads/ports.ts';
import { threadData } from '../../threads/thread-data.ts';
import { callThrough } from './port-calls.ts';
import { storeError } from './sqlite-errors.ts';

/** What one port is served with; `onClose` hears when its other end is gone. */
export interface Service {
  functions: object;
  onClose?: () => void;
}

/** What a thread of the store is started with. */
export interface StoreThreadData {
  /** The index file. */
  path: string;
  /** What digests of erased persons are made with. */
  suppressionKey: Uint8Array;
}

function isStoreThreadData(data: unknown): data is StoreThreadData {
  return isJsonObject(data) && typeof data.path === 'string' && data.suppressionKey instanceof Uint8Array;
}

type StartFunctions = { ready(): void };

/**
 * Runs the calling thread: `start` opens what it needs of the index file when the first port arrives, and gives what
 * makes a service for each. What it throws is the answer to `ready`.
 */
export function runThread(start: (path: string, suppressionKey: Uint8Array) => () => Service): void {
  const { path, suppressionKey } = threadData(isStoreThreadData);
  let createService: (() => Service) | null = null;
  servePorts((port) => {
    createService ??= attempt(() => start(path, suppressionKey));
    const { functions, onClose } = createService();
    openCalls(port, { ready: () => {}, ...functions }, (thrown) => storeError(thrown, path));
    if (onClose !== undefined) port.once('close', onClose);
  });
}

/** What `start` gives; when it fails, services that pass its error on to whoever asks. */
function attempt(start: () => () => Service): () => Service {
  try {
    return start();
  } catch (thrown) {
    const refuse = () => {
      throw thrown;
    };
    return () => ({ functions: { ready: refuse, shutDown: () => {} } });
  }
}

/** Starts a thread for an index file; it opens the file once `makeReady` is called. */
export function startThread(module: URL, data: StoreThreadData): Worker {
  const worker = new Worker(module, { workerData: data });
  // The ends of its ports tell the callers when a thread dies; without a listener its error would end the process.
  worker.on('error', () => {});
  return worker;
}

/** Waits until the thread has opened the file; throws what kept it from that. */
export async function makeReady(worker: Worker): Promise<void> {
  const port = openPort(worker);
  await callThrough<StartFunctions>(port)
    .ready()
    .finally(() => port.close());
}
