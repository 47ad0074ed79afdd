/** Loads the compiled kernel: one module for the process, an instance for each thread. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readLabel, sourcesFingerprint } from './build-label.ts';
import { KernelError } from './errors.ts';

/** A function that the module exports. */
export type KernelFunction = (...values: number[]) => number;

/** What `kernel/build.ts` writes: the module, and the worker as plain JavaScript, which starts twice as fast. */
const BUILD = new URL('../build/kernel/', import.meta.url);
const MODULE_FILE = new URL('matinee.wasm', BUILD);
export const WORKER_FILE = new URL('worker.js', BUILD);

let compiled: WebAssembly.Module | undefined;

/** The compiled module, read once. Throws `NOT_BUILT` when there is none, or one that was built from other sources. */
export function kernelModule(): WebAssembly.Module {
  compiled ??= loadModule(MODULE_FILE);
  return compiled;
}

/** Reads a module and checks that it is the one of the sources around us, where these are there. Throws `NOT_BUILT`. */
export function loadModule(file: URL): WebAssembly.Module {
  const module = compile(file);
  const sources = sourcesFingerprint();
  if (sources === null || readLabel(module)?.startsWith(sources) === true) return module;
  throw notBuilt(file, 'the kernel was built from other sources than those that are here');
}

function compile(file: URL): WebAssembly.Module {
  try {
    return new WebAssembly.Module(readFileSync(file));
  } catch (cause) {
    const unreadable = cause instanceof WebAssembly.CompileError;
    throw notBuilt(file, unreadable ? 'the kernel is damaged' : 'the kernel is not built', cause);
  }
}

function notBuilt(file: URL, what: string, cause?: unknown): KernelError {
  return new KernelError('NOT_BUILT', `${what} (${fileURLToPath(file)})`, cause);
}

export interface KernelInstance {
  readonly memory: WebAssembly.Memory;
  /** An exported function by its name. */
  exported(name: string): KernelFunction;
}

/** An instance on a shared memory; the functions of all instances on one memory see the same bytes. */
export function instantiate(memory: WebAssembly.Memory): KernelInstance {
  const instance = new WebAssembly.Instance(kernelModule(), { env: { memory, abort } });
  return {
    memory,
    exported(name) {
      const exported = instance.exports[name];
      if (isFunction(exported)) return (...values) => exported(...values) ?? 0;
      throw new KernelError('NOT_BUILT', `the kernel has no ${name}: build it again`);
    },
  };
}

/** What a WebAssembly function takes and gives: numbers, or nothing for a function without a result. */
function isFunction(value: unknown): value is (...values: number[]) => number | undefined {
  return typeof value === 'function';
}

function abort(): never {
  throw new KernelError('WORKER', 'the kernel aborted');
}
