/**
 * Builds the kernel from source into `build/kernel`: the WebAssembly module from `kernel/assembly`, and the worker
 * stripped of its types. Does nothing when both are there and their sources have not changed.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { ModuleKind, ScriptTarget, transpileModule } from 'typescript';

const SOURCES = join(import.meta.dirname, 'assembly');
const WORKER = join(import.meta.dirname, 'worker.ts');
const OUT = join(import.meta.dirname, '../build/kernel');
const COMPILER = createRequire(import.meta.url).resolve('assemblyscript/bin/asc.js');
const COMPILER_PACKAGE = join(dirname(COMPILER), '../package.json');
const STAMP = join(OUT, 'sources.sha256');

const OPTIONS = [
  ...['--optimizeLevel', '3', '--noAssert', '--runtime', 'stub'],
  ...['--enable', 'simd', '--enable', 'threads'],
  ...['--importMemory', '--sharedMemory', '--initialMemory', '1', '--maximumMemory', '65536'],
  // AS112: functions that exchange vectors are never called from JavaScript.
  ...['--disableWarning', '112'],
];

/** Builds what is missing or out of date; returns whether there was anything to do. */
export function buildKernel(): boolean {
  const fingerprint = fingerprintOfSources();
  if (readStamp() === fingerprint) return false;
  mkdirSync(OUT, { recursive: true });
  const compiled = join(OUT, `matinee.${process.pid}.wasm`);
  const arguments_ = [COMPILER, join(SOURCES, 'index.ts'), '--outFile', compiled, ...OPTIONS];
  execFileSync(process.execPath, arguments_, { stdio: ['ignore', 'inherit', 'inherit'] });
  renameSync(compiled, join(OUT, 'matinee.wasm'));
  writeFileSync(join(OUT, 'worker.js'), withoutTypes(readFileSync(WORKER, 'utf8')));
  writeFileSync(STAMP, fingerprint);
  return true;
}

function withoutTypes(source: string): string {
  const compilerOptions = {
    target: ScriptTarget.ES2024,
    module: ModuleKind.ESNext,
    verbatimModuleSyntax: true,
  };
  return transpileModule(source, { compilerOptions }).outputText;
}

function fingerprintOfSources(): string {
  const hash = createHash('sha256').update(OPTIONS.join(' ')).update(readFileSync(COMPILER_PACKAGE));
  const files = readdirSync(SOURCES).filter((name) => name.endsWith('.ts'));
  for (const name of files.sort()) hash.update(name).update(readFileSync(join(SOURCES, name)));
  return hash.update(readFileSync(WORKER)).digest('hex');
}

function readStamp(): string | undefined {
  try {
    return readFileSync(STAMP, 'utf8');
  } catch {
    return undefined;
  }
}

if (import.meta.main) buildKernel();
