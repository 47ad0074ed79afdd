/**
 * Writes `dist`, what an installed package runs: the sources as JavaScript (Node strips no types inside
 * `node_modules`), and beside them the files that they read, at the paths that they have here, and the types of the client.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, globSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
const DIST = join(ROOT, 'dist');
const COMPILER = createRequire(import.meta.url).resolve('typescript/bin/tsc');
const READ_FILES = [
  'build/kernel/matinee.wasm',
  'build/kernel/worker.js',
  'build/web',
  'src/spark/protos',
  'src/source/catalogue/NOTICE.md',
];

rmSync(DIST, { recursive: true, force: true });
for (const project of ['tsconfig.dist.json', 'tsconfig.client.json']) {
  execFileSync(process.execPath, [COMPILER, '--project', join(ROOT, project)], {
    // Whoever packs may read the name of the file on our stdout.
    stdio: ['ignore', process.stderr, process.stderr],
  });
}
for (const file of READ_FILES) cpSync(join(ROOT, file), join(DIST, file), { recursive: true });
const written = globSync('**/*.js', { cwd: DIST }).length;
process.stderr.write(`matinee: compiled ${written} files into dist\n`);
