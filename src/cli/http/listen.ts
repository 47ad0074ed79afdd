/** Starts a server where it was asked to listen, or says why it cannot. */
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import type { Config } from '../../config/schema.ts';
import { isSystemError, MatineeError, messageOf } from '../../domain/errors.ts';

interface Listening {
  listen(options: { host: string; port: number }): Promise<string>;
  server: { address(): AddressInfo | string | null };
}

export interface ListenOptions {
  host: string;
  /** 0 takes a free one. */
  port: number;
  /** The flag that chooses the port, for the hint of a failure. */
  setting: string;
}

/** Listens and gives the URL. A port in use or not allowed is `USAGE`, naming the setting that chooses it. */
export async function listen(server: Listening, options: ListenOptions): Promise<string> {
  const { host, port } = options;
  try {
    await server.listen({ host, port });
  } catch (cause) {
    throw cannotListen(options, cause);
  }
  const address = server.server.address();
  const bound = typeof address === 'object' && address !== null ? address.port : port;
  return `http://${reachableName(host)}:${bound}`;
}

/** The name by which this machine reaches an address that it listens on. */
function reachableName(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}

/** Fails as `listen` would, before anything that takes long is begun. */
export async function refuseTakenPort(options: ListenOptions): Promise<void> {
  const { host, port } = options;
  if (port === 0) return;
  const probe = createServer();
  try {
    probe.listen({ host, port });
    await once(probe, 'listening');
  } catch (cause) {
    throw cannotListen(options, cause);
  } finally {
    probe.close();
  }
}

function cannotListen({ host, port, setting }: ListenOptions, cause: unknown): MatineeError {
  if (isSystemError(cause, 'EADDRINUSE')) {
    return new MatineeError('USAGE', `port ${port} of ${host} is in use`, {
      hint: `stop what listens there, or give another port to ${setting} (0 takes a free one)`,
      cause,
    });
  }
  return new MatineeError('USAGE', `cannot listen on ${host}, port ${port}: ${messageOf(cause)}`, {
    hint: `give another address or port (${setting})`,
    cause,
  });
}

const LOOPBACK = /^(127(\.\d{1,3}){3}|::1|localhost)$/;

/** Whether only this machine reaches an address. */
export function isLoopback(host: string): boolean {
  return LOOPBACK.test(host);
}

/** Unless everybody is asked who they are, only this machine may ask: `USAGE` for any other address. */
export function refuseBeyondLoopback({ api: { host }, access }: Pick<Config, 'api' | 'access'>): void {
  if (access.required || isLoopback(host)) return;
  throw new MatineeError('USAGE', `listening on ${host} would let anybody on the network act as anybody`, {
    hint: 'set access.required, so that everybody is asked who they are, or listen on 127.0.0.1',
  });
}

/** Where what is for this machine alone listens, whatever the API does. */
export function loopbackOf(host: string): string {
  return isLoopback(host) ? host : '127.0.0.1';
}
