/** The thread that owns the log: the only one of its process that opens the file. Each message is a port to serve. */
import { type MessagePort, parentPort } from 'node:worker_threads';
import { isJsonObject } from '../../domain/json.ts';
import { openCalls } from '../../threads/calls.ts';
import { servePorts } from '../../threads/ports.ts';
import { threadData } from '../../threads/thread-data.ts';
import { type Connection, createConnection } from './connection.ts';
import { type Log, openLog } from './log.ts';
import type { LogFunctions } from './protocol.ts';
import { asLogError } from './sqlite-error.ts';

/** What the thread is started with. */
export interface LogThreadData {
  file: string;
  leaseMs: number;
}

const { file, leaseMs } = threadData(isLogThreadData);
const connections = new Map<MessagePort, Connection>();
const describe = (thrown: unknown) => asLogError(thrown, file);
const opened = attemptOpen();

function isLogThreadData(data: unknown): data is LogThreadData {
  return isJsonObject(data) && typeof data.file === 'string' && typeof data.leaseMs === 'number';
}

function attemptOpen(): Log | { error: unknown } {
  try {
    return openLog(file, leaseMs);
  } catch (error) {
    return { error };
  }
}

function serve(port: MessagePort): void {
  if ('error' in opened) {
    const ready = () => Promise.reject(opened.error);
    openCalls<object, Pick<LogFunctions, 'ready'>>(port, { ready }, describe);
    return;
  }
  const connection = createConnection(opened);
  connections.set(port, connection);
  const functions: LogFunctions = {
    ...connection.functions,
    ready: async () => undefined,
    shutdown: () => shutdown(opened),
  };
  openCalls<object, LogFunctions>(port, functions, describe);
  port.on('close', () => {
    connections.delete(port);
    // The other side is gone without a word; if its members cannot leave now, their leases end.
    connection.close().catch(() => undefined);
  });
}

async function shutdown(log: Log): Promise<void> {
  const served = [...connections];
  await Promise.all(served.map(([, connection]) => connection.close()));
  log.database.close();
  // After the answer to this call has gone out.
  setImmediate(() => {
    for (const [port] of served) port.close();
    parentPort?.close();
  });
}

servePorts(serve);
