/** Kept connections that send one request at a time each; what finds none free waits, and its wait counts. */
import { connect, type Socket } from 'node:net';

interface Connections {
  /** Sends it on the next free connection; `done` gets the status, 0 where the connection failed. */
  send(request: string, done: (status: number) => void): void;
  close(): void;
}

export function openConnections(port: number, most: number): Connections {
  const free: Socket[] = [];
  const open = new Map<Socket, ((status: number) => void) | null>();
  const queue: { request: string; done: (status: number) => void }[] = [];

  function add(): Socket {
    const socket = connect(port, '127.0.0.1').setNoDelay(true);
    let text = '';
    const finish = (status: number) => {
      const done = open.get(socket);
      open.set(socket, null);
      done?.(status);
    };
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1');
      const head = text.indexOf('\r\n\r\n');
      const length = Number(/content-length: (\d+)/i.exec(text)?.[1] ?? Number.NaN);
      if (head < 0 || text.length < head + 4 + length) return;
      const status = Number(text.slice(9, 12));
      text = '';
      finish(status);
      const next = queue.shift();
      if (next === undefined) free.push(socket);
      else sendOn(socket, next.request, next.done);
    });
    socket.on('error', () => undefined);
    socket.on('close', () => {
      finish(0);
      open.delete(socket);
      const place = free.indexOf(socket);
      if (place >= 0) free.splice(place, 1);
    });
    open.set(socket, null);
    return socket;
  }

  function sendOn(socket: Socket, request: string, done: (status: number) => void): void {
    open.set(socket, done);
    socket.write(request);
  }

  return {
    send(request, done) {
      const socket = free.pop() ?? (open.size < most ? add() : undefined);
      if (socket === undefined) queue.push({ request, done });
      else sendOn(socket, request, done);
    },
    close() {
      for (const socket of open.keys()) socket.destroy();
    },
  };
}
