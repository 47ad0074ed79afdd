/**
 * `npm test [-- FILE…]`: runs node:test over every test file, those that need the most time first, and ends with
 * its closing lines. A suite that needs what is not installed here skips itself, naming the command to get it.
 */
import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';

const named = process.argv.slice(2);
const files = named.length > 0 ? named : globSync('{src,kernel,test,scripts}/**/*.test.ts').sort();
if (files.length === 0) {
  console.error('no test files found: run this from the root of the repository');
  process.exit(1);
}
const { status } = spawnSync(
  process.execPath,
  ['--test', '--test-reporter=spec', '--test-timeout=600000', ...files],
  { stdio: 'inherit' },
);
process.exitCode = status ?? 1;
