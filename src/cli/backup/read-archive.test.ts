/** Whatever becomes of the bytes of a backup: it is read as it was written, or refused in words, and never waited for. */
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import { create } from 'tar';
import { MatineeError } from '../../domain/errors.ts';
import type { BackupContents } from './contents.ts';
import { readArchive } from './read-archive.ts';
import { writeArchive } from './write-archive.ts';

const signal = new AbortController().signal;
const onProgress = () => undefined;

describe('an archive', () => {
  let folder = '';
  let archive = '';
  let bytes: Buffer;
  let written: BackupContents;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'matinee-archive-'));
    archive = join(folder, 'archive');
    const large = Buffer.from(Array.from({ length: 300_000 }, (_, place) => (place * place) % 251));
    for (const [path, content] of [
      ['matinee.json', '{}'],
      ['log/log.db', large],
      ['index/index.db', ''],
    ] as const) {
      const file = join(folder, 'home', path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, content);
    }
    const createdAt = new Date('2026-01-01T00:00:00Z');
    written = await writeArchive(join(folder, 'home'), archive, {
      createdAt,
      codeVersion: '1',
      signal,
      onProgress,
    });
    bytes = await readFile(archive);
  });
  after(() => rm(folder, { recursive: true }));

  /** What reading these bytes gives: the contents, or the code of the refusal. */
  async function read(content: Uint8Array): Promise<BackupContents | string> {
    const file = join(folder, 'other');
    await writeFile(file, content);
    try {
      return await readArchive(file, { to: null, signal, onProgress });
    } catch (error) {
      assert.ok(error instanceof MatineeError, String(error));
      assert.ok(error.message.includes(file));
      return error.code;
    }
  }

  it('gives back what was put in', async () => {
    const to = join(folder, 'again');
    const contents = await readArchive(archive, { to, signal, onProgress });
    assert.deepEqual(contents, written);
    for (const { path } of contents.files) {
      assert.deepEqual(await readFile(join(to, path)), await readFile(join(folder, 'home', path)));
    }
  });

  it('with other bytes is what it was, or refused', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (at, mask) => {
        const changed = Buffer.from(bytes);
        changed.writeUInt8(changed.readUInt8(at) ^ mask, at);
        const outcome = await read(changed);
        if (typeof outcome === 'string') assert.match(outcome, /^(CORRUPT|BAD_INPUT)$/);
        else assert.deepEqual(outcome, written);
      }),
      { numRuns: 150 },
    );
  });

  it('is refused wherever it is cut off', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), async (length) => {
        assert.equal(await read(bytes.subarray(0, length)), 'CORRUPT');
      }),
      { numRuns: 80 },
    );
  });

  it('that holds less, more or other than it says is damaged', async () => {
    const home = join(folder, 'forged');
    const forge = async (contents: object, paths: string[]) => {
      await writeFile(join(home, 'backup.json'), JSON.stringify(contents));
      const file = join(folder, 'forgery');
      await create({ cwd: home, file, gzip: true }, ['backup.json', ...paths]);
      return read(await readFile(file));
    };
    const paths = written.files.map(({ path }) => path);
    for (const path of paths) {
      await mkdir(dirname(join(home, path)), { recursive: true });
      await writeFile(join(home, path), await readFile(join(folder, 'home', path)));
    }
    assert.deepEqual(await forge(written, paths), written);
    assert.equal(await forge(written, paths.slice(0, -1)), 'CORRUPT', 'less');
    const [matinee, ...rest] = written.files;
    assert.equal(
      await forge({ ...written, files: [matinee, ...rest.toReversed()] }, paths),
      'CORRUPT',
      'order',
    );
    await writeFile(join(home, 'matinee.json'), '[]');
    assert.equal(await forge(written, paths), 'CORRUPT', 'other bytes');
    await writeFile(join(home, 'matinee.json'), '{}');
    await writeFile(join(home, 'producer.json'), '{}');
    assert.equal(await forge(written, [...paths, 'producer.json']), 'CORRUPT', 'more');
  });

  it('of a newer Matinee is refused as that', async () => {
    const home = join(folder, 'home');
    const file = join(folder, 'newer');
    await writeFile(join(home, 'backup.json'), JSON.stringify({ formatVersion: 2, more: true }));
    await create({ cwd: home, file, gzip: true }, ['backup.json']);
    assert.equal(await read(await readFile(file)), 'CONFLICT');
  });

  it('is not read on when asked to stop', async () => {
    const stopped = AbortSignal.abort();
    await assert.rejects(readArchive(archive, { to: null, signal: stopped, onProgress }), {
      name: 'AbortError',
    });
  });
});
