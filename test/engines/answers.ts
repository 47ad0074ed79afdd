/** Whether an engine is there. */
import { once } from 'node:events';
import { connect } from 'node:net';

/** Whether somebody accepts connections at the host and port of an address. */
export async function answers(address: string): Promise<boolean> {
  const { hostname, port } = new URL(address);
  const socket = connect({ host: hostname, port: Number(port) });
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
