/**
 * `npm test [-- FILE…]`: runs node:test over every test file and ends with its closing lines. Engines that are
 * installed but stopped are started for the suites that need them, and stopped again. A suite that needs what is not
 * installed here skips itself, naming the command to get it.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { globSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { startFor } from './engines/for-tests.ts';

const named = process.argv.slice(2);
const files = named.length > 0 ? named : globSync('{src,kernel,test,scripts}/**/*.test.ts').sort();
if (files.length === 0) {
  console.error('no test files found: run this from the root of the repository');
  process.exit(1);
}
// Left alone, node:test runs one file at a time on two cores, and most of that time a file waits.
const filesAtOnce = Math.max(2, availableParallelism() - 1);
const engines = await startFor(files, process.env, (line) => console.error(line));
const runner = spawn(
  process.execPath,
  ['--test', '--test-reporter=spec', '--test-timeout=600000', `--test-concurrency=${filesAtOnce}`, ...files],
  {
    stdio: 'inherit',
    env: { ...process.env, ...engines.environment },
  },
);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => runner.kill(signal));
await once(runner, 'close');
await engines.stop();
process.exitCode = runner.exitCode ?? 1;
