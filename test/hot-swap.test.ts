/** Versions are activated and rolled back under load: no request fails, and each answer is wholly one version's. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { isJsonObject, type JsonObject } from '../src/domain/json.ts';
import { type Answer, getJson } from './http.ts';
import { killRest, type RunningMatinee, runMatinee, startMatinee } from './run-matinee.ts';
import { until } from './until.ts';

after(killRest);

const PEOPLE = 40;
const CLIENTS = 8;
const SWAPS = 4;

describe('versions swapped under load', { timeout: 180_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'matinee-swap-'));
  const data = join(folder, 'generated');
  const home = join(folder, 'home');
  const versions: string[] = [];
  let serving: RunningMatinee | undefined;
  let api = '';

  async function run(...args: string[]): Promise<JsonObject> {
    const { code, stdout, stderr } = await runMatinee([...args, '--json', '--home', home]);
    assert.equal(code, 0, stderr);
    const answer: unknown = JSON.parse(stdout);
    assert.ok(isJsonObject(answer));
    return answer;
  }

  before(async () => {
    const size = ['--users', '60', '--movies', '200', '--ratings', '3000'];
    assert.equal((await runMatinee(['generate', ...size, '--out', data])).code, 0);
    const system = startMatinee(
      ['start', '--data', data, '--home', home, '--port', '0', '--source-port', '0'],
      { MATINEE_TRAINER_IMPROVE: 'false' },
    );
    await system.event('ready');
    assert.equal(await system.stop(), 0);
    const { manifest } = await run('train', '--seed', '7');
    assert.ok(isJsonObject(manifest));
    const listed = await run('models', 'list');
    assert.ok(Array.isArray(listed.versions));
    for (const entry of listed.versions) if (isJsonObject(entry)) versions.push(String(entry.version));
    assert.equal(versions.length, 2);
    serving = startMatinee(['serve', '--home', home, '--port', '0']);
    api = String((await serving.event('listening')).apiUrl);
    await until('a version serves', async () => (await getJson(`${api}/readyz`)).status === 200);
  });
  after(async () => {
    await serving?.stop();
    rmSync(folder, { recursive: true });
  });

  /** What is asked: films for people, and films like a film. */
  const paths = Array.from({ length: PEOPLE }, (_, place) => [
    `/api/recommendations/users/${place + 1}?n=10&explain=true`,
    `/api/recommendations/movies/${place + 1}?n=5`,
  ]).flat();

  const servedVersion = async () => String((await getJson(`${api}${paths[0]}`)).body.modelVersion);
  const serves = (version: string) =>
    until(`${version} serves`, async () => (await servedVersion()) === version);

  /** An answer without what is its own: the id of the list. */
  function comparable({ status, body: { recommendationId: _, ...body } }: Answer): string {
    return JSON.stringify([status, body]);
  }

  /** The answers of a version at rest, by path. */
  async function answersOf(version: string): Promise<Map<string, string>> {
    await run('models', 'activate', version);
    await serves(version);
    const answers = new Map<string, string>();
    for (const path of paths) {
      const answer = await getJson(`${api}${path}`);
      assert.equal(answer.status, 200);
      assert.equal(answer.body.modelVersion, version);
      answers.set(path, comparable(answer));
    }
    return answers;
  }

  it('answers every request, each by one version alone', async (t) => {
    const expected = new Map<string, Map<string, string>>();
    for (const version of versions) expected.set(version, await answersOf(version));
    const [first = '', second = ''] = versions;
    assert.notDeepEqual(expected.get(first), expected.get(second), 'the versions can be told apart');

    const counts = new Map<string, number>();
    let swapping = true;
    async function askOnAndOn(client: number): Promise<void> {
      for (let place = client; swapping; place++) {
        const path = paths[place % paths.length] ?? '';
        const answer = await getJson(`${api}${path}`);
        const version = String(answer.body.modelVersion);
        assert.equal(comparable(answer), expected.get(version)?.get(path), `${path} by ${version}`);
        counts.set(version, (counts.get(version) ?? 0) + 1);
      }
    }

    async function swap(): Promise<void> {
      try {
        for (let round = 0; round < SWAPS; round++) {
          await run('models', 'activate', first);
          await serves(first);
          await run('models', 'rollback');
          await serves(second);
        }
      } finally {
        swapping = false;
      }
    }

    await Promise.all([swap(), ...Array.from({ length: CLIENTS }, (_, client) => askOnAndOn(client))]);
    for (const version of versions)
      assert.ok(
        (counts.get(version) ?? 0) > paths.length,
        `${version} answered ${counts.get(version)} times`,
      );
    t.diagnostic(`${2 * SWAPS} swaps, answers: ${[...counts.values()].join(' and ')}`);
  });
});
