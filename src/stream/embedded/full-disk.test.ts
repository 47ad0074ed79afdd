/**
 * A disk that takes no more: the call that did not fit is refused whole, what was accepted is kept, and the log works
 * again once there is room. The shell's limit on the size of a file stands for the disk.
 */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import { MatineeError } from '../../domain/errors.ts';
import { openEmbeddedStream } from './embedded-stream.ts';

const CALL = Array.from({ length: 100 }, () => ({ key: 'k', value: 'v'.repeat(1_000) }));

/** What this file does under the limit: produces until it is refused, and prints how. */
async function fillDisk(dir: string): Promise<void> {
  const stream = await openEmbeddedStream({ dir });
  await stream.ensureTopics([{ name: 'movies', partitions: 1, retentionMs: null }]);
  let accepted = 0;
  try {
    for (;;) accepted += (await stream.produce('movies', CALL)).length;
  } catch (error) {
    const code = error instanceof MatineeError ? error.code : 'none';
    process.stdout.write(JSON.stringify({ accepted, code }));
  }
  await stream.close();
}

function tests(): void {
  const skip = process.platform === 'win32' ? 'needs a shell with ulimit' : false;
  test('a full disk refuses what does not fit and loses nothing', { skip, timeout: 60_000 }, async () => {
    const dir = await mkdtemp(join(tmpdir(), 'matinee-full-'));
    const command = 'ulimit -f 6000; exec "$0" "$1" fill "$2"';
    const child = spawn('sh', ['-c', command, process.execPath, import.meta.filename, dir], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const exit = once(child, 'exit');
    const said: unknown = JSON.parse(await text(child.stdout));
    await exit;
    const stream = await openEmbeddedStream({ dir });
    const [offsets] = await stream.offsets('movies');
    assert.deepEqual(said, { accepted: offsets?.next, code: 'UNAVAILABLE' });
    assert.ok((offsets?.next ?? 0) > 0);
    const [position] = await stream.produce('movies', CALL);
    assert.equal(position?.offset, offsets?.next);
    await stream.close();
    await rm(dir, { recursive: true });
  });
}

if (process.argv[2] === 'fill') await fillDisk(process.argv[3] ?? '');
else tests();
