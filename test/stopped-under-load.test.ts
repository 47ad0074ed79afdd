/** The whole system stopped while callers read and rate without a pause: it ends in time, and keeps what it accepted. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, IncomingMessage, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { isSystemError } from '../src/domain/errors.ts';
import { getJson } from './http.ts';
import { killRest, runMatinee, startMatinee } from './run-matinee.ts';
import { until } from './until.ts';

after(killRest);

const USERS = 200;
const MOVIES = 300;
const RATINGS = 6_000;
const CONNECTIONS = 16;
const STOPS_WITHIN_MS = 8_000;

describe('a system stopped under load', { timeout: 120_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'matinee-drained-'));
  after(() => rmSync(folder, { recursive: true }));
  const data = join(folder, 'generated');
  const start = () =>
    startMatinee(
      ['start', '--data', data, '--home', join(folder, 'home'), '--port', '0', '--source-port', '0'],
      { MATINEE_TRAINER_IMPROVE: 'false' },
    );

  it('ends with 0 in time, answers what it was asked, and has every rating that it accepted', async () => {
    const size = ['--users', String(USERS), '--movies', String(MOVIES), '--ratings', String(RATINGS)];
    assert.equal((await runMatinee(['generate', ...size, '--out', data])).code, 0);
    const stopped = start();
    await stopped.event('ready');
    const load = startLoad(String((await stopped.event('listening')).apiUrl));
    await until('the load is under way', () => load.rated.size > 50 && load.read() > 50);
    const asked = performance.now();
    assert.equal(await stopped.stop(), 0, stopped.stderr());
    assert.ok(performance.now() - asked < STOPS_WITHIN_MS, `${performance.now() - asked} ms`);
    await load.stop();
    assert.deepEqual(load.refused, []);

    const again = start();
    const { apiUrl } = await again.event('listening');
    await again.event('ready');
    const ratings = async () => (await getJson(`${String(apiUrl)}/api/stats/totals`)).body.ratings;
    await until('they are indexed', async () => (await ratings()) === RATINGS + load.rated.size);
    assert.equal(await again.stop(), 0);
  });
});

/** New people rate, those of the data set read, each on a connection that is kept, until they are stopped. */
function startLoad(url: string) {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const rated = new Set<number>();
  const refused: (number | undefined)[] = [];
  let [next, read, goesOn] = [0, 0, true];

  async function ask(number: number): Promise<void> {
    const rates = number % 2 === 0;
    const path = rates ? '/api/ratings' : `/api/recommendations/users/${1 + (number % USERS)}`;
    const headers = { 'content-type': 'application/json' };
    const sent = request(`${url}${path}`, { agent, headers, method: rates ? 'POST' : 'GET' });
    sent.end(rates ? JSON.stringify({ userId: `new-${number}`, movieId: 1, rating: 4 }) : undefined);
    const answers: unknown[] = await once(sent, 'response');
    const [answer] = answers;
    assert.ok(answer instanceof IncomingMessage);
    await once(answer.resume(), 'end');
    if (answer.statusCode === 202) rated.add(number);
    else if (answer.statusCode === 200) read += 1;
    else refused.push(answer.statusCode);
  }

  async function askOn(): Promise<void> {
    while (goesOn) {
      try {
        await ask(next++);
      } catch (error) {
        // Nobody listens any more, or the connection was closed between two requests.
        if (!isSystemError(error, 'ECONNREFUSED') && !isSystemError(error, 'ECONNRESET')) throw error;
        await delay(5);
      }
    }
  }

  const asking = Promise.all(Array.from({ length: CONNECTIONS }, askOn));
  return {
    rated,
    refused,
    read: () => read,
    async stop() {
      goesOn = false;
      await asking;
      agent.destroy();
    },
  };
}
