/** Typed calls between the main thread and a stage's thread, over the worker's own message port. */
import { type MessagePort, parentPort, type Transferable, Worker } from 'node:worker_threads';
import { type BirpcReturn, createBirpc } from 'birpc';
import { type PackedError, packError, unpackError } from '../../domain/error-transfer.ts';
import { MatineeError } from '../../domain/errors.ts';
import { isJsonObject } from '../../domain/json.ts';

/** birpc's field for the error of an answer; errors keep their code and hint across the port. */
function pack(message: unknown): unknown {
  return isJsonObject(message) && message.e !== undefined ? { ...message, e: packError(message.e) } : message;
}

function isPacked(value: unknown): value is PackedError {
  return isJsonObject(value) && typeof value.code === 'string' && typeof value.message === 'string';
}

function unpack(message: unknown): unknown {
  if (!isJsonObject(message) || !isPacked(message.e)) return message;
  return { ...message, e: unpackError(message.e) };
}

/** Stages run as long as they like: no call between threads times out by itself. */
const NEVER = -1;

function connect<Remote extends object, Local extends object>(
  port: Pick<MessagePort, 'postMessage' | 'on'> | Pick<Worker, 'postMessage' | 'on'>,
  local: Local,
): BirpcReturn<Remote, Local> {
  return createBirpc<Remote, Local>(local, {
    post: (message: unknown) => port.postMessage(message),
    on: (listen) => {
      port.on('message', listen);
    },
    serialize: pack,
    deserialize: unpack,
    timeout: NEVER,
  });
}

export interface StageThread<Remote extends object, Local extends object> {
  /** The functions that the thread serves. */
  remote: BirpcReturn<Remote, Local>;
  /** Rejects when the thread dies of itself; never resolves while it lives. */
  failed: Promise<never>;
  terminate(): Promise<void>;
}

/** Starts a stage's thread with its data, serving `local` to it. Ports in the data must be named in `transfer`. */
export function spawnStage<Remote extends object, Local extends object>(
  module: URL,
  data: object,
  transfer: Transferable[],
  local: Local,
): StageThread<Remote, Local> {
  const worker = new Worker(module, { workerData: data, transferList: transfer, name: module.pathname });
  const remote = connect<Remote, Local>(worker, local);
  const { promise: failed, reject } = Promise.withResolvers<never>();
  failed.catch(() => undefined);
  const end = (error: MatineeError) => {
    reject(error);
    if (!remote.$closed) remote.$close(error);
  };
  worker.on('error', (cause) =>
    end(new MatineeError('INTERNAL', `a thread failed: ${module.pathname}`, { cause })),
  );
  worker.on('exit', (code) =>
    end(new MatineeError('CANCELLED', `a thread ended with ${code}: ${module.pathname}`)),
  );
  return {
    remote,
    failed,
    async terminate() {
      await worker.terminate();
    },
  };
}

/** Inside a stage's thread: serves `local` to the main thread and gives what the main thread serves. */
export function serveMain<Remote extends object, Local extends object>(
  local: Local,
): BirpcReturn<Remote, Local> {
  if (parentPort === null) throw new MatineeError('INTERNAL', 'this module runs as a thread only');
  return connect<Remote, Local>(parentPort, local);
}
