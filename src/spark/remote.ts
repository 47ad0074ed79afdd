/** Where a Spark Connect server is: `sc://host:port/;use_ssl=true;token=…`, the connection string that every client has. */
import { SparkError } from './errors.ts';

export interface Remote {
  /** `host:port`, as gRPC has it. */
  address: string;
  tls: boolean;
  /** A bearer token, sent over TLS only; null without one. */
  token: string | null;
  /** Who the session belongs to on the server. */
  userId: string;
}

const DEFAULT_PORT = 15_002;
const SHAPE = /^sc:\/\/(\[[\da-fA-F:]+\]|[^:/;[\]]+)(?::(\d{1,5}))?\/?((?:;[a-z_]+=[^;]*)*)$/;
const PARAMETERS = ['use_ssl', 'token', 'user_id'];

/** Reads a connection string. One of another shape, or with a parameter we do not know, is `BAD_REMOTE`. */
export function parseRemote(text: string): Remote {
  const [, host, port = String(DEFAULT_PORT), tail = ''] = SHAPE.exec(text) ?? [];
  if (host === undefined || Number(port) > 65_535) {
    throw new SparkError('BAD_REMOTE', 'a Spark Connect address has the form sc://host:port/;name=value');
  }
  const parameters = new Map<string, string>();
  for (const pair of tail.split(';').filter((part) => part !== '')) {
    const [name = '', ...value] = pair.split('=');
    if (!PARAMETERS.includes(name)) {
      throw new SparkError('BAD_REMOTE', `${name} is none of ${PARAMETERS.join(', ')}`);
    }
    parameters.set(name, decodeURIComponent(value.join('=')));
  }
  const token = parameters.get('token') ?? null;
  const tls = parameters.get('use_ssl') === 'true' || token !== null;
  return { address: `${host}:${port}`, tls, token, userId: parameters.get('user_id') ?? 'matinee' };
}
