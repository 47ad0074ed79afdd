/** The real program, run as its user runs it, and its API. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { isJsonObject, type JsonObject } from '../../src/domain/json.ts';

const MAIN = 'src/cli/main.ts';

/** Runs a command to its end and gives what it printed. */
export async function runCommand(args: readonly string[]): Promise<string> {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], { encoding: 'utf8' });
  if (status === 0) return stdout;
  throw new Error(`matinee ${args.join(' ')} ended with ${status}: ${stderr}`);
}

/** `matinee start`, resolved once it is ready. */
export async function startHome(data: string, home: string) {
  const args = ['start', '--data', data, '--home', home, '--port', '0', '--source-port', '0', '--json'];
  const environment = { ...process.env, MATINEE_TRAINER_IMPROVE: 'false' };
  const child = spawn(process.execPath, [MAIN, ...args], {
    env: environment,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'close');
  let api = '';
  const ready = (async () => {
    for await (const line of createInterface({ input: child.stdout })) {
      const said: unknown = JSON.parse(line);
      if (!isJsonObject(said)) continue;
      if (said.event === 'listening') api = String(said.apiUrl);
      if (said.event === 'ready') return;
    }
    throw new Error('matinee ended before it was ready');
  })();
  await ready;
  return {
    api,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

export async function ask(
  method: string,
  url: string,
  body?: object,
): Promise<{ status: number; body: JsonObject }> {
  const response = await fetch(url, {
    method,
    ...(body === undefined
      ? {}
      : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  });
  const answer: unknown = await response.json();
  return { status: response.status, body: isJsonObject(answer) ? answer : {} };
}
