/** `train --trainer spark` and `doctor` as a user runs them, on a real Spark. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, suite, test } from 'node:test';
import { Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { killRest, runMatinee, startMatinee } from '../run-matinee.ts';
import { SPARK_REMOTE, sparkSkip } from './spark.ts';

const Trained = Compile(
  Type.Object({
    manifest: Type.Object({
      models: Type.Object({
        rating: Type.Object({
          params: Type.Object({ model: Type.String() }),
          engine: Type.Object({ version: Type.String(), operations: Type.Array(Type.String()) }),
        }),
      }),
    }),
  }),
);
const Examined = Compile(
  Type.Object({
    checks: Type.Array(
      Type.Object({ name: Type.String(), passed: Type.Boolean(), repair: Type.Optional(Type.String()) }),
    ),
  }),
);

suite('matinee with Spark', { skip: sparkSkip }, () => {
  let folder = '';
  let home = '';
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'matinee-spark-cli-'));
    home = join(folder, 'home');
    const data = join(folder, 'data');
    const size = ['--users', '60', '--movies', '80', '--ratings', '1500', '--seed', '7'];
    assert.equal((await runMatinee(['generate', ...size, '--out', data])).code, 0);
    const ports = ['--port', '0', '--source-port', '0'];
    const system = startMatinee(['start', '--data', data, '--home', home, ...ports], {
      MATINEE_TRAINER_IMPROVE: 'false',
    });
    await system.event('ready');
    assert.equal(await system.stop(), 0);
  });
  after(() => {
    killRest();
    rmSync(folder, { recursive: true });
  });

  const onSpark = (args: string[], remote = SPARK_REMOTE) =>
    runMatinee([...args, '--home', home, '--json'], {
      MATINEE_TRAINER_KIND: 'spark',
      MATINEE_TRAINER_SPARK_REMOTE: remote,
    });

  test('trains a version that says which Spark trained it', async () => {
    const { code, stdout, stderr } = await onSpark(['train', '--trainer', 'spark', '--seed', '7']);
    assert.equal(code, 0, stderr);
    const { params, engine } = Trained.Parse(JSON.parse(stdout)).manifest.models.rating;
    assert.equal(params.model, 'als-nonnegative');
    assert.match(engine.version, /^4\./);
    assert.equal(engine.operations.length, 2);
  });

  test('fails with what to do where no Spark is, and registers nothing', async () => {
    const versions = async () => (await runMatinee(['models', 'list', '--home', home, '--json'])).stdout;
    const before = await versions();
    const { code, stderr } = await onSpark(['train'], 'sc://127.0.0.1:1');
    assert.equal(code, 1);
    assert.match(
      stderr,
      /sc:\/\/127\.0\.0\.1:1: Spark does not answer\n {2}Start it \(`npm run engines:start`\)/,
    );
    assert.equal(await versions(), before);
  });

  test('doctor says whether Spark is there', async () => {
    const check = async (remote?: string) => {
      const { checks } = Examined.Parse(JSON.parse((await onSpark(['doctor'], remote)).stdout));
      return checks.find(({ name }) => name === 'spark');
    };
    assert.equal((await check())?.passed, true);
    const away = await check('sc://127.0.0.1:1');
    assert.equal(away?.passed, false);
    assert.match(away.repair ?? '', /engines:start/);
  });

  test('an address of another shape is wrong usage', async () => {
    const { code, stderr } = await onSpark(['train'], 'http://127.0.0.1');
    assert.equal(code, 2);
    assert.match(stderr, /sc:\/\/host:port/);
  });
});
