/** The ports of the engines, and whether somebody listens there. */
import { once } from 'node:events';
import { connect } from 'node:net';
import { EngineError } from './engine.ts';

/** The usual port of an engine, or the one that `ENGINES_<NAME>_PORT` names. */
export function portOf(name: string, usual: number): number {
  const variable = `ENGINES_${name}_PORT`;
  const port = Number(process.env[variable] ?? usual);
  if (Number.isInteger(port) && port > 0 && port < 65_000) return port;
  throw new EngineError(`${variable}=${process.env[variable]} is no port: give a number from 1 to 64999`);
}

/** Whether a connection to this port of the loopback address is accepted. */
export async function answersOn(port: number): Promise<boolean> {
  const socket = connect({ host: '127.0.0.1', port });
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
