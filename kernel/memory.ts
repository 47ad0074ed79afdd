/** The shared memory: who lies where, how large it may become, and how it grows. */
import { freemem } from 'node:os';
import { KernelError } from './errors.ts';
import { instantiate } from './module.ts';

const PAGE_BYTES = 65_536;
const MAX_PAGES = 65_536;
/** What 32-bit addresses reach. */
export const MAX_MEMORY_BYTES = PAGE_BYTES * MAX_PAGES;
/** Everything begins at a cache line, so that threads do not share one by accident. */
const ALIGNMENT = 64;
/** Rows of factors are padded to this many floats. */
const ROW_LANES = 8;

/** Floats that a row of `unknowns` takes in memory, its zero padding included. */
export function rowFloats(unknowns: number): number {
  return Math.ceil(unknowns / ROW_LANES) * ROW_LANES;
}

/** Hands out places in a memory, one after another; nothing is ever given back. */
export interface Allocator {
  /** The byte offset of the next `bytes` bytes. */
  reserve(bytes: number): number;
  /** The end of everything handed out. */
  readonly used: number;
}

export function createAllocator(start: number): Allocator {
  let used = align(start);
  return {
    reserve(bytes) {
      const at = used;
      used = align(used + bytes);
      return at;
    },
    get used() {
      return used;
    },
  };
}

function align(bytes: number): number {
  return Math.ceil(bytes / ALIGNMENT) * ALIGNMENT;
}

/** A shared memory of one page, which can grow to 4 GiB. */
export function createMemory(): WebAssembly.Memory {
  return new WebAssembly.Memory({ initial: 1, maximum: MAX_PAGES, shared: true });
}

/** Where the host may begin to use an instance's memory: above the tables that are compiled in. */
export function firstFreeByte(memory: WebAssembly.Memory): number {
  return instantiate(memory).exported('firstFreeByte')();
}

/**
 * Grows a memory to at least `bytes`. Throws `MEMORY`, saying how much would be needed, when that is more than
 * 32-bit addresses reach or than the machine has free.
 */
export function growTo(memory: WebAssembly.Memory, bytes: number): void {
  const missing = bytes - memory.buffer.byteLength;
  if (missing <= 0) return;
  if (bytes > MAX_MEMORY_BYTES)
    throw tooLarge(bytes, `the kernel can address ${inMegabytes(MAX_MEMORY_BYTES)}`);
  if (missing > freemem()) throw tooLarge(bytes, `${inMegabytes(freemem())} are free`);
  try {
    memory.grow(Math.ceil(missing / PAGE_BYTES));
  } catch (cause) {
    throw tooLarge(bytes, 'the system gives no more', cause);
  }
}

function tooLarge(bytes: number, limit: string, cause?: unknown): KernelError {
  return new KernelError('MEMORY', `this needs ${inMegabytes(bytes)} of memory, and ${limit}`, cause);
}

function inMegabytes(bytes: number): string {
  return `${Math.ceil(bytes / 2 ** 20)} MiB`;
}
