/**
 * Runs before every npm script of ours, on whatever Node the machine has: installs the locked packages (with the
 * pinned Node among them) and builds what is built (the web page, the kernel) when something is missing or has
 * changed, and says so on stderr. What is up to date costs a few milliseconds.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const stamps = join(root, 'node_modules', '.cache', 'matinee');

/** What is made from what: in order, since the builds need the packages. */
const steps = [
  {
    name: 'packages',
    says: 'Installing the locked packages (about a minute the first time) …',
    inputs: ['package-lock.json'],
    output: 'node_modules/.package-lock.json',
    // Somebody may have run `npm ci` themselves.
    madeElsewhere: () => isNewer('node_modules/.package-lock.json', 'package-lock.json'),
    command: ['npm', 'ci', '--no-audit', '--no-fund', '--loglevel=error'],
  },
  {
    name: 'kernel',
    says: 'Building the numeric kernel …',
    inputs: ['kernel/assembly', 'kernel/build.ts', 'kernel/build-label.ts', 'kernel/worker.ts'],
    output: 'build/kernel/matinee.wasm',
    command: ['node', 'kernel/build.ts'],
  },
  {
    name: 'web',
    says: 'Building the page …',
    inputs: ['src/web', 'src/api/schemas', 'package-lock.json'],
    output: 'build/web/index.html',
    command: [
      'node',
      'node_modules/vite/bin/vite.js',
      'build',
      '--config',
      'src/web/vite.config.ts',
      '--logLevel',
      'warn',
    ],
  },
];

/** Every file below the inputs, sorted, so that the digest does not depend on the folder's order. */
function filesBelow(path) {
  const full = join(root, path);
  if (!existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return [path];
  return readdirSync(full)
    .sort()
    .flatMap((name) => filesBelow(`${path}/${name}`));
}

function digestOf(inputs) {
  const hash = createHash('sha256');
  for (const file of inputs.flatMap(filesBelow)) hash.update(file).update(readFileSync(join(root, file)));
  return hash.digest('hex');
}

function isNewer(file, than) {
  return statSync(join(root, file)).mtimeMs > statSync(join(root, than)).mtimeMs;
}

function keep(stamp, digest) {
  mkdirSync(stamps, { recursive: true });
  writeFileSync(stamp, digest);
}

function run(command) {
  const path = `${join(root, 'node_modules', '.bin')}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH}`;
  const [program, ...args] = command;
  execFileSync(program, args, {
    cwd: root,
    // Our stdout belongs to the command that follows: it may be JSON.
    stdio: ['ignore', process.stderr, process.stderr],
    env: { ...process.env, PATH: path },
    shell: process.platform === 'win32',
  });
}

for (const step of steps) {
  const stamp = join(stamps, `${step.name}.sha256`);
  const digest = digestOf(step.inputs);
  if (existsSync(join(root, step.output))) {
    if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) continue;
    if (step.madeElsewhere?.()) {
      keep(stamp, digest);
      continue;
    }
  }
  process.stderr.write(`matinee: ${step.says}\n`);
  try {
    run(step.command);
  } catch (error) {
    process.stderr.write(`matinee: this step failed: ${step.command.join(' ')}\n${error.message}\n`);
    process.exit(1);
  }
  keep(stamp, digest);
}

const pinned = join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');
if (!existsSync(pinned) && Number(process.versions.node.split('.')[0]) < 24) {
  process.stderr.write(
    `matinee: this machine's Node is ${process.version} and no pinned Node 24 is published for it on npm\n` +
      '  install Node 24 or newer, or let npm install optional packages (npm config delete omit)\n',
  );
  process.exit(2);
}
