/** A Kafka of a test's own, which it may kill: installed once, with data that nobody else uses. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';

const MAIN = resolve(import.meta.dirname, '../../scripts/engines/main.ts');

export interface OwnKafka {
  broker: string;
  /** `kill -9`, resolved once nothing of it runs. */
  kill(): Promise<void>;
  start(): Promise<void>;
  remove(): Promise<void>;
}

export async function startOwnKafka(): Promise<OwnKafka> {
  const port = await freePort();
  let folder = '';
  async function engines(command: string): Promise<string> {
    const environment = { ...process.env, ENGINES_KAFKA_PORT: String(port) };
    const { stdout } = await promisify(execFile)(process.execPath, [MAIN, command, 'kafka'], {
      env: environment,
    });
    return stdout;
  }
  async function start(): Promise<void> {
    const log = /its log: (.*)/.exec(await engines('start'))?.[1];
    assert.ok(log !== undefined);
    folder = dirname(log);
  }
  await start();
  return {
    broker: `127.0.0.1:${port}`,
    start,
    async kill() {
      process.kill(Number.parseInt(readFileSync(join(folder, 'pid'), 'utf8'), 10), 'SIGKILL');
      while (!(await engines('status')).includes('stopped'));
    },
    async remove() {
      await engines('stop');
      rmSync(folder, { recursive: true });
    },
  };
}

/** A port that is free, and the next one too, which the controller takes. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  assert.ok(typeof address === 'object' && address !== null);
  server.close();
  await once(server, 'close');
  return Math.min(address.port, 64_990);
}
