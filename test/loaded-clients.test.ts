/** The clients of the engines cost seconds of a start on a small machine: who does not name an engine does without its client. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { killRest, runMatinee, startMatinee } from './run-matinee.ts';

after(killRest);

const CLIENTS =
  /node_modules\/(?:@platformatic\/kafka|@elastic\/elasticsearch|@grpc\/grpc-js|apache-arrow)\//;

/** Says of each client what of it is loaded first, in every thread of the process. */
const TELLING = `
import { registerHooks } from 'node:module';
const clients = ${String(CLIENTS)};
const told = new Set();
registerHooks({
  load(url, context, next) {
    const name = clients.exec(url)?.[0];
    if (name !== undefined && !told.has(name)) process._rawDebug('loads ' + name);
    told.add(name);
    return next(url, context);
  },
});
`;
const TELL = { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(TELLING)}` };

describe('a process of the embedded flow', { timeout: 180_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'matinee-clients-'));
  after(() => rmSync(folder, { recursive: true }));

  it('loads no client of an engine', async () => {
    const home = join(folder, 'home');
    for (const [args, event] of [
      [['consume', '--home', home], 'consuming'],
      [['serve', '--home', home, '--port', '0'], 'listening'],
      [['start', '--home', join(folder, 'whole'), '--port', '0', '--source-port', '0'], 'listening'],
    ] as const) {
      const process = startMatinee(args, TELL);
      await process.event(event);
      await process.kill();
      assert.doesNotMatch(process.stderr(), /loads/, args[0]);
    }
  });

  it('is told from one that asks the engines', async () => {
    const { code, stderr } = await runMatinee(['doctor', '--help'], TELL);
    assert.equal(code, 0, stderr);
    for (const name of ['@platformatic/kafka', '@elastic/elasticsearch', '@grpc/grpc-js', 'apache-arrow']) {
      assert.ok(stderr.includes(`loads node_modules/${name}/`), `${name}: ${stderr}`);
    }
  });
});
