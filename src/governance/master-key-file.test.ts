import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import { createMasterKey, formatMasterKey, parseMasterKey } from './master-key.ts';
import { loadMasterKey } from './master-key-file.ts';

let folder: string;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'matinee-key-'));
});
after(() => rm(folder, { recursive: true }));

const posix = { skip: process.platform === 'win32' ? 'mode bits are of POSIX' : false };

test('the first use makes a key that only its owner may read', posix, async () => {
  const file = join(folder, 'made', 'keys', 'master.key');
  const key = await loadMasterKey({ file });
  assert.equal(key.byteLength, 32);
  assert.equal((await stat(file)).mode & 0o777, 0o600);
  assert.deepEqual(await loadMasterKey({ file }), key);
  assert.deepEqual(await readdir(join(folder, 'made', 'keys')), ['master.key'], 'no draft is left');
});

test('many first uses at once agree on one key', async () => {
  const file = join(folder, 'race.key');
  const keys = await Promise.all(Array.from({ length: 20 }, () => loadMasterKey({ file })));
  assert.equal(new Set(keys.map(formatMasterKey)).size, 1);
});

test('processes that start at once agree on one key', async () => {
  const file = join(folder, 'processes.key');
  const script = `
    import { loadMasterKey } from ${JSON.stringify(import.meta.resolve('./master-key-file.ts'))};
    process.stdout.write((await loadMasterKey({ file: process.argv[1] })).toString('hex'));`;
  const run = () =>
    promisify(execFile)(process.execPath, ['--input-type=module-typescript', '-e', script, file]);
  const outputs = await Promise.all([run(), run(), run()]);
  assert.equal(new Set(outputs.map(({ stdout }) => stdout)).size, 1);
  assert.match(outputs[0].stdout, /^[0-9a-f]{64}$/);
});

test('a file that others may read is refused, with the command that mends it', posix, async () => {
  const file = join(folder, 'open.key');
  await loadMasterKey({ file });
  await chmod(file, 0o644);
  await assert.rejects(loadMasterKey({ file }), { code: 'USAGE', message: /644/, hint: /chmod 600/ });
});

test('a file without a key is refused and left as it is', async () => {
  for (const [name, text] of [
    ['empty', ''],
    ['short', 'c2hvcnQ\n'],
    ['binary', '\u0000'.repeat(32)],
    ['long', 'a'.repeat(65)],
  ]) {
    const file = join(folder, `${name}.key`);
    await writeFile(file, text ?? '', { mode: 0o600 });
    await assert.rejects(loadMasterKey({ file }), { code: 'USAGE', message: /32 bytes/ });
    assert.equal(await readFile(file, 'utf8'), text);
  }
});

test('a path that cannot be a key file is named in the error', async () => {
  await assert.rejects(loadMasterKey({ file: folder }), (error: unknown) => {
    assert.ok(error instanceof Error && error.message.includes(folder));
    return true;
  });
  const below = join(folder, 'a-file');
  await writeFile(below, 'x');
  await assert.rejects(loadMasterKey({ file: join(below, 'master.key') }), { code: 'UNAVAILABLE' });
});

test('a key is read from base64url, base64 and hexadecimal, and from nothing else', () => {
  const key = createMasterKey();
  for (const text of [
    formatMasterKey(key),
    key.toString('base64'),
    key.toString('hex'),
    ` ${formatMasterKey(key)}\n`,
  ]) {
    assert.deepEqual(parseMasterKey(text, 'the test'), key);
  }
  assert.throws(
    () => parseMasterKey('secret', 'MATINEE_KEY'),
    (error: unknown) => {
      assert.ok(error instanceof Error);
      assert.match(error.message, /MATINEE_KEY/);
      assert.doesNotMatch(error.message, /secret/);
      return true;
    },
  );
});
