/**
 * Builds the kernel from source into `build/kernel`: the worker stripped of its types, and the WebAssembly module from
 * `kernel/assembly`, labelled with what both were built from. Does nothing when they are up to date.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { ModuleKind, ScriptTarget, transpileModule } from 'typescript';
import { readLabel, sourcesFingerprint, withLabel } from './build-label.ts';

const SOURCES = join(import.meta.dirname, 'assembly');
const WORKER = join(import.meta.dirname, 'worker.ts');
const OUT = join(import.meta.dirname, '../build/kernel');
const COMPILER = createRequire(import.meta.url).resolve('assemblyscript/bin/asc.js');
const COMPILER_PACKAGE = join(dirname(COMPILER), '../package.json');
const MODULE = join(OUT, 'matinee.wasm');

const OPTIONS = [
  ...['--optimizeLevel', '3', '--noAssert', '--runtime', 'stub'],
  ...['--enable', 'simd', '--enable', 'threads'],
  ...['--importMemory', '--sharedMemory', '--initialMemory', '1', '--maximumMemory', '65536'],
  // AS112: functions that exchange vectors are never called from JavaScript.
  ...['--disableWarning', '112'],
];

/** Builds what is missing or out of date; returns whether there was anything to do. */
export function buildKernel(): boolean {
  const label = `${sourcesFingerprint()} ${toolsFingerprint()}`;
  if (presentLabel() === label) return false;
  mkdirSync(OUT, { recursive: true });
  const compiled = join(OUT, `matinee.${process.pid}.wasm`);
  const arguments_ = [COMPILER, join(SOURCES, 'index.ts'), '--outFile', compiled, ...OPTIONS];
  try {
    execFileSync(process.execPath, arguments_, { stdio: ['ignore', 'inherit', 'inherit'] });
    writeFileSync(compiled, withLabel(readFileSync(compiled), label));
    writeFileSync(join(OUT, 'worker.js'), withoutTypes(readFileSync(WORKER, 'utf8')));
    renameSync(compiled, MODULE);
  } finally {
    rmSync(compiled, { force: true });
  }
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

/** A digest of the compiler and of what it is told. */
function toolsFingerprint(): string {
  return createHash('sha256').update(OPTIONS.join(' ')).update(readFileSync(COMPILER_PACKAGE)).digest('hex');
}

/** The label of the module that is there; null when there is none that can be read. */
function presentLabel(): string | null {
  try {
    return readLabel(new WebAssembly.Module(readFileSync(MODULE)));
  } catch {
    return null;
  }
}

if (import.meta.main) buildKernel();
