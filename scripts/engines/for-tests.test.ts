/** A test run starts the engines that its suites need and that are there, and no other. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { enginesNamedIn, startFor } from './for-tests.ts';

test('a suite names what it needs by the reason it is skipped for', () => {
  const sources = ['suite("one", { skip: kafkaSkip || sparkSkip }, () => {});', 'test("plain", () => {});'];
  assert.deepEqual([...enginesNamedIn(sources)], ['kafka', 'spark']);
  assert.deepEqual([...enginesNamedIn(['const skipped = doSkip(); Skip'])], ['do']);
});

test('an engine that somebody names is left to them, and one that nobody needs is not asked for', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'matinee-for-tests-'));
  const file = join(folder, 'some.test.ts');
  writeFileSync(file, 'suite("one", { skip: kafkaSkip }, () => {});');
  const said: string[] = [];
  const engines = await startFor([file], { MATINEE_TEST_KAFKA: 'elsewhere:9092' }, (line) => said.push(line));
  assert.deepEqual(engines.environment, {});
  assert.deepEqual(said, []);
  await engines.stop();
  rmSync(folder, { recursive: true });
});
