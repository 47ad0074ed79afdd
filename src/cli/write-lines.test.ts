/** A file of lines is there whole or as it was before. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { MatineeError } from '../domain/errors.ts';
import { writeLines } from './write-lines.ts';

const folder = mkdtempSync(join(tmpdir(), 'matinee-lines-'));
after(() => rmSync(folder, { recursive: true }));

async function* numbers(upTo: number, end: () => void = () => undefined): AsyncGenerator<string> {
  for (let number = 0; number < upTo; number++) yield String(number);
  end();
}

test('every line, in order, in place of what was there', async () => {
  const out = join(folder, 'lines');
  writeFileSync(out, 'before');
  assert.equal(await writeLines(out, numbers(1_234)), 1_234);
  assert.equal(readFileSync(out, 'utf8'), Array.from({ length: 1_234 }, (_, k) => `${k}\n`).join(''));
  assert.equal(await writeLines(out, numbers(0)), 0);
  assert.equal(readFileSync(out, 'utf8'), '');
});

test('lines that stop half-way leave nothing behind', async () => {
  const out = join(folder, 'stopped');
  writeFileSync(out, 'before');
  const stop = () => {
    throw new MatineeError('CANCELLED', 'stopped');
  };
  await assert.rejects(writeLines(out, numbers(777, stop)), { code: 'CANCELLED' });
  assert.equal(readFileSync(out, 'utf8'), 'before');
  assert.ok(!readdirSync(folder).some((name) => name.endsWith('.partial')));
});

test('a place that cannot be written to is said', async () => {
  await assert.rejects(writeLines(join(folder, 'none', 'x'), numbers(1)), {
    code: 'UNAVAILABLE',
    message: /none/,
  });
  const taken = join(folder, 'taken');
  mkdirSync(taken);
  await assert.rejects(writeLines(taken, numbers(1)), { code: 'UNAVAILABLE', message: /taken/ });
  assert.ok(!readdirSync(folder).some((name) => name.endsWith('.partial')));
});
