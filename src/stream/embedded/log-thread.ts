/** The thread that owns the log: the only one of its process that opens the file. Each message is a port to serve. */
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { type Static, Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { type Connection, createConnection } from './connection.ts';
import { type Log, openLog } from './log.ts';
import type { LogFunctions } from './protocol.ts';
import { openRpc } from './rpc.ts';
import { asLogError } from './sqlite-error.ts';

const LogThreadDataSchema = Type.Object({ file: Type.String(), leaseMs: Type.Number() });

/** What the thread is started with. */
export type LogThreadData = Static<typeof LogThreadDataSchema>;

const { file, leaseMs } = Compile(LogThreadDataSchema).Parse(workerData);
const connections = new Map<MessagePort, Connection>();
const toError = (thrown: unknown) => asLogError(thrown, file);
const opened = attemptOpen();

function attemptOpen(): Log | { error: unknown } {
  try {
    return openLog(file, leaseMs);
  } catch (error) {
    return { error };
  }
}

function serve(port: MessagePort): void {
  if ('error' in opened) {
    openRpc<object, Pick<LogFunctions, 'ready'>>(
      port,
      { ready: () => Promise.reject(opened.error) },
      toError,
    );
    return;
  }
  const connection = createConnection(opened);
  connections.set(port, connection);
  const functions: LogFunctions = {
    ...connection.functions,
    ready: async () => undefined,
    shutdown: () => shutdown(opened),
  };
  openRpc<object, LogFunctions>(port, functions, toError);
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

parentPort?.on('message', serve);
