import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { resumeFromFile } from './resume-position.ts';

let folder: string;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'matinee-producer-'));
});
after(() => rm(folder, { recursive: true }));

test('without a file there is no position', async () => {
  assert.equal(await resumeFromFile(join(folder, 'none.json')).load(), null);
});

test('the last position saved is loaded, and no draft is left', async () => {
  const file = join(folder, 'position.json');
  const resume = resumeFromFile(file);
  await resume.save({ ordinal: 1_000, lastRecord: 'abc' });
  await resume.save({ ordinal: 2_000, lastRecord: 'def' });
  assert.deepEqual(await resumeFromFile(file).load(), { ordinal: 2_000, lastRecord: 'def' });
  assert.deepEqual(await readdir(folder), ['position.json']);
});

test('a file that holds no position is refused, with what to do about it', async () => {
  const file = join(folder, 'corrupt.json');
  for (const text of ['', '{', '{"ordinal":-1,"lastRecord":"a"}', '{"ordinal":1.5,"lastRecord":"a"}', '[]']) {
    await writeFile(file, text);
    await assert.rejects(resumeFromFile(file).load(), { code: 'CORRUPT', hint: /delete the file/ }, text);
  }
});

test('a place that cannot be written or read is said', async () => {
  await assert.rejects(
    resumeFromFile(join(folder, 'no', 'such', 'folder')).save({ ordinal: 1, lastRecord: 'a' }),
    {
      code: 'UNAVAILABLE',
      message: /no\/such\/folder/,
    },
  );
  await assert.rejects(resumeFromFile(folder).load(), { code: 'UNAVAILABLE' });
});
