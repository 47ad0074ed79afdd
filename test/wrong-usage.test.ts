/** Whatever a user gets wrong is answered with what, where and what to do, and exit code 2. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { runMatinee } from './run-matinee.ts';

describe('wrong usage', () => {
  let folder = '';
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'matinee-usage-'));
  });
  after(() => rmSync(folder, { recursive: true }));

  async function refused(args: string[], says: RegExp, environment = {}): Promise<void> {
    const { code, stdout, stderr } = await runMatinee(args, environment);
    assert.match(stderr, says);
    assert.equal(code, 2, stderr);
    assert.equal(stdout, '');
  }
  const start = (...args: string[]) => ['start', '--port', '0', '--source-port', '0', ...args];
  const home = () => ['--home', join(folder, 'home')];

  it('an unknown command is answered with the one that was meant', () =>
    refused(['strat'], /unknown command.*\n.*start/s));
  it('Spark as the runner of the consumer, without Kafka', () =>
    refused(['consume', '--runner', 'spark', ...home()], /stream\.kind is embedded.*\n.*--runner embedded/s));
  it('an unknown option', () => refused(['start', '--prot', '1'], /unknown option '--prot'/));
  it('a port that is no number', () => refused(['start', '--port', 'http'], /whole number from 0 to 65535/));
  it('a folder that is not there', () => refused(start('--data', join(folder, 'none'), ...home()), /none/));

  it('a folder of an unknown layout', async () => {
    mkdirSync(join(folder, 'photos'));
    writeFileSync(join(folder, 'photos', 'a.txt'), 'hello');
    await refused(
      start('--data', join(folder, 'photos'), ...home()),
      /photos holds no data set.*u\.data.*ratings\.csv.*\n {2}.*folder/s,
    );
  });

  it('an empty ratings file', async () => {
    const dir = join(folder, 'empty');
    mkdirSync(dir);
    writeFileSync(join(dir, 'movies.csv'), 'movieId,title,genres\n1,Alien (1979),Horror\n');
    writeFileSync(join(dir, 'ratings.csv'), '');
    await refused(start('--data', dir, ...home()), /ratings\.csv/);
  });

  it('a binary ratings file', async () => {
    const dir = join(folder, 'binary');
    mkdirSync(dir);
    writeFileSync(join(dir, 'movies.csv'), 'movieId,title,genres\n1,Alien (1979),Horror\n');
    copyFileSync(process.execPath, join(dir, 'ratings.csv'));
    await refused(start('--data', dir, ...home()), /ratings\.csv/);
  });

  it('a port in use', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const taken = typeof address === 'object' ? String(address?.port) : '';
    try {
      await refused(
        ['start', '--port', taken, '--source-port', '0', ...home()],
        new RegExp(`port ${taken} .*in use`),
      );
    } finally {
      server.close();
    }
  });

  it('a home of another data set, and one of a newer version', async () => {
    const dir = join(folder, 'other');
    mkdirSync(dir);
    const manifest = { version: 1, dataSet: { name: 'x', fingerprint: 'y', simulated: true }, createdAt: '' };
    writeFileSync(join(dir, 'matinee.json'), JSON.stringify(manifest));
    await refused(start('--home', dir), /holds the data set "x"/);
    writeFileSync(join(dir, 'matinee.json'), JSON.stringify({ ...manifest, version: 1_000 }));
    await refused(start('--home', dir), /made by a newer Matinee/);
    assert.match(readFileSync(join(dir, 'matinee.json'), 'utf8'), /"version":1000/);
  });

  it('an unknown variable or key, with the one that was meant', async () => {
    await refused(['doctor'], /MATINEE_LOG_LEVLE.*did you mean "MATINEE_LOG_LEVEL"/, {
      MATINEE_LOG_LEVLE: 'debug',
    });
    const config = join(folder, 'config.json');
    writeFileSync(config, '{"api":{"prot":1}}');
    await refused(['doctor', '--config', config], /"api.prot".*did you mean "port"/);
  });

  it('a command on a home that is not there', () =>
    refused(['recommend', '--user', '1', '--home', join(folder, 'nowhere')], /no home at .*nowhere/));

  it('evaluate without files, and with files that are none', async () => {
    await refused(['evaluate', '--task', 'rating'], /--train/);
    await refused(['train', '--budget', 'soon'], /60s or 5m/);
    await refused(['train', '--budget', '5s', '--grid'], /--grid takes no --budget/);
    const missing = ['--train', join(folder, 'no.base'), '--test', join(folder, 'no.test')];
    await refused(['evaluate', ...missing, '--task', 'rating', '--model', 'als'], /no\.base/);
  });
});
