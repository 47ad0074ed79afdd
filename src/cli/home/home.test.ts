import assert from 'node:assert/strict';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { until } from '../../../test/until.ts';
import { HOME_VERSION, openExistingHome, openHome } from './home.ts';
import { announceRunning, findRunning } from './running.ts';

const now = new Date('2026-01-01T00:00:00Z');
const small = { name: 'ml-100k', fingerprint: 'a'.repeat(64), simulated: false };
const other = { name: 'ml-1m', fingerprint: 'b'.repeat(64), simulated: false };

describe('home', () => {
  let dir = '';
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'matinee-home-'));
  });
  afterEach(() => rmSync(dir, { recursive: true }));

  it('is created for a data set and opened again for the same one', () => {
    assert.deepEqual(openHome(dir, small, now).dataSet, small);
    assert.deepEqual(openHome(dir, small, now).dataSet, small);
    assert.deepEqual(openExistingHome(dir).dataSet, small);
  });

  it('takes the data set of the first process that knows it', () => {
    assert.equal(openHome(dir, null, now).dataSet, null);
    assert.deepEqual(openHome(dir, small, now).dataSet, small);
    assert.deepEqual(openHome(dir, null, now).dataSet, small);
  });

  it('refuses another data set and says which one it holds', () => {
    openHome(dir, small, now);
    assert.throws(() => openHome(dir, other, now), {
      code: 'CONFLICT',
      message: /holds .*"ml-100k".*not "ml-1m"/,
    });
  });

  it('refuses the layout of a newer version', () => {
    openHome(dir, small, now);
    const file = join(dir, 'matinee.json');
    const newer = readFileSync(file, 'utf8').replace(
      `"version": ${HOME_VERSION}`,
      `"version": ${HOME_VERSION + 1}`,
    );
    writeFileSync(file, newer);
    assert.throws(() => openHome(dir, small, now), { code: 'CONFLICT', message: /made by a newer Matinee/ });
  });

  it('refuses a torn manifest', () => {
    openHome(dir, small, now);
    for (const text of ['', '{"version":1', '{"version":"one"}']) {
      writeFileSync(join(dir, 'matinee.json'), text);
      assert.throws(() => openExistingHome(dir), { code: 'CORRUPT' });
    }
  });

  it('is not found where no run has made one', () => {
    assert.throws(() => openExistingHome(join(dir, 'none')), { code: 'NOT_FOUND', message: /no home at/ });
  });

  it('cannot lie below a file', () => {
    const file = join(dir, 'file');
    writeFileSync(file, '');
    assert.throws(() => openHome(join(file, 'home'), small, now), { code: 'USAGE' });
  });

  it('names the process that serves it only while that lives and answers', async () => {
    const file = join(dir, 'running.json');
    const server = createServer((_request, response) => response.end('{}')).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const apiUrl = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
    const running = { pid: process.pid, apiUrl, startedAt: now.toISOString(), secret: 's' };
    const withdraw = await announceRunning(file, running);
    assert.deepEqual(await findRunning(file), running);
    writeFileSync(file, JSON.stringify({ ...running, pid: 2 ** 22 + 1 }));
    assert.equal(await findRunning(file), null, 'its process is gone');
    await announceRunning(file, running);
    server.close();
    await once(server, 'close');
    assert.equal(await findRunning(file), null, 'nothing answers there');
    await withdraw();
    assert.equal(existsSync(file), false);
  });

  it('names the first of several that serve it, and the next once that is gone', async () => {
    const file = join(dir, 'running.json');
    const server = createServer((_request, response) => response.end('{}')).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const apiUrl = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
    const named = (secret: string) => ({ pid: process.pid, apiUrl, startedAt: now.toISOString(), secret });
    const withdrawFirst = await announceRunning(file, named('first'));
    const withdrawSecond = await announceRunning(file, named('second'), 5);
    assert.deepEqual(await findRunning(file), named('first'));
    await withdrawFirst();
    await until('the second is named', async () => (await findRunning(file))?.secret === 'second');
    await withdrawSecond();
    assert.equal(existsSync(file), false);
    server.close();
  });
});
