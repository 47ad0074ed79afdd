/** `train` interrupted by Ctrl-C: it says how to go on, goes on, and makes what it would have made without. */
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { isJsonObject, type JsonObject } from '../src/domain/json.ts';
import { killRest, runMatinee, startMatinee } from './run-matinee.ts';
import { until } from './until.ts';

after(killRest);

const OFTEN = { MATINEE_TRAINER_CHECKPOINT_SECONDS: '0' };

describe('a training that is interrupted', { timeout: 180_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'matinee-resumed-'));
  after(() => rmSync(folder, { recursive: true }));
  const data = join(folder, 'generated');
  const home = join(folder, 'home');
  const checkpoint = join(home, 'training.checkpoint');
  const grid = ['train', '--grid', '--home', home];

  before(async () => {
    const size = ['--users', '400', '--movies', '300', '--ratings', '20000'];
    assert.equal((await runMatinee(['generate', ...size, '--out', data])).code, 0);
    const system = startMatinee(
      ['start', '--data', data, '--home', home, '--port', '0', '--source-port', '0'],
      { MATINEE_TRAINER_IMPROVE: 'false' },
    );
    await system.event('ready');
    assert.equal(await system.stop(), 0);
  });

  /** Trains until something is taken down, and presses Ctrl-C; gives what was said on stderr. */
  async function interrupt(...args: string[]): Promise<string> {
    const training = startMatinee([...grid, ...args], OFTEN);
    await until('something is taken down', () => existsSync(checkpoint));
    process.kill(training.pid, 'SIGINT');
    assert.equal(await training.stop(), 1, training.stderr());
    assert.ok(existsSync(checkpoint));
    return training.stderr();
  }

  async function train(...args: string[]): Promise<{ stderr: string; models: JsonObject }> {
    const { code, stdout, stderr } = await runMatinee([...grid, ...args, '--json'], OFTEN);
    assert.equal(code, 0, stderr);
    assert.ok(!existsSync(checkpoint), 'what is done leaves no checkpoint');
    const answer: unknown = JSON.parse(stdout);
    assert.ok(isJsonObject(answer) && isJsonObject(answer.manifest) && isJsonObject(answer.manifest.models));
    return { stderr, models: answer.manifest.models };
  }

  /** The digests of both models. */
  function digests({ rating, ranking }: JsonObject): unknown[] {
    assert.ok(isJsonObject(rating) && isJsonObject(ranking));
    return [rating.sha256, rating.metrics, ranking.sha256, ranking.metrics];
  }

  it('goes on where it stopped, to the same models', async () => {
    const said = await interrupt();
    assert.match(said, /Training was interrupted/);
    assert.match(said, /The same command goes on where it stopped/);
    const resumed = await train();
    assert.match(resumed.stderr, /goes on where an earlier run stopped \(\d+ iterations are done\)/);
    const anew = await train();
    assert.doesNotMatch(anew.stderr, /earlier run/);
    assert.deepEqual(digests(resumed.models), digests(anew.models));
  });

  it('begins anew with another seed, and says why', async () => {
    await interrupt();
    const { stderr } = await train('--seed', '7');
    assert.match(stderr, /begins anew: an earlier run was interrupted, but it had another seed/);
  });

  it('puts a damaged checkpoint aside, and says so', async () => {
    writeFileSync(checkpoint, 'damaged');
    const { stderr } = await train();
    assert.match(stderr, /training\.checkpoint cannot be used \(it is no checkpoint\); it is kept as/);
    assert.ok(existsSync(`${checkpoint}.damaged`));
  });
});
