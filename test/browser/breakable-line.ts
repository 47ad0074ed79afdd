/** A line to a server that can be cut and mended: what a browser sees of a server that is gone and comes back. */
import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';

export interface BreakableLine {
  url: string;
  /** What the browser asked for so far, one `METHOD /path` each. */
  asked: string[];
  cut(): Promise<void>;
  mend(): Promise<void>;
  close(): Promise<void>;
}

export async function breakableLine(to: string): Promise<BreakableLine> {
  const target = new URL(to);
  const asked: string[] = [];
  const sockets = new Set<Socket>();
  let port = 0;
  let server: Server | null = null;

  function join(browser: Socket): void {
    const upstream = connect(Number(target.port), target.hostname);
    for (const socket of [browser, upstream]) {
      sockets.add(socket);
      socket.on('close', () => sockets.delete(socket));
      socket.on('error', () => socket.destroy());
    }
    browser.on('data', (bytes) => {
      for (const [, request] of bytes.toString('latin1').matchAll(/^([A-Z]+ \S+) HTTP\/1\.1\r$/gm)) {
        if (request !== undefined) asked.push(request);
      }
    });
    browser.pipe(upstream).pipe(browser);
  }

  async function mend(): Promise<void> {
    server = createServer(join).listen(port, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    if (address !== null && typeof address === 'object') port = address.port;
  }

  async function cut(): Promise<void> {
    const closed = server === null ? Promise.resolve() : once(server, 'close');
    server?.close();
    for (const socket of sockets) socket.destroy();
    await closed;
    server = null;
  }

  await mend();
  return { url: `http://127.0.0.1:${port}`, asked, cut, mend, close: cut };
}
