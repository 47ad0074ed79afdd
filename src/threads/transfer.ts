/** Memory that moves to another thread with a call instead of being copied. */
import { isJsonObject } from '../domain/json.ts';

const marked = new WeakMap<object, readonly ArrayBuffer[]>();

/**
 * Marks an argument or a result of a call: once it is sent, these buffers of it belong to the other thread, and arrays
 * over them are empty here. What is shared already stays so. Gives the value itself.
 */
export function transfer<Value extends object>(value: Value, buffers: readonly ArrayBufferLike[]): Value {
  marked.set(value, [...new Set(buffers.filter((buffer) => buffer instanceof ArrayBuffer))]);
  return value;
}

/** The marked buffers of a message of birpc: of its arguments (`a`) or its result (`r`). */
export function buffersToTransfer(message: unknown): readonly ArrayBuffer[] {
  if (!isJsonObject(message)) return [];
  const parts: readonly unknown[] = Array.isArray(message.a) ? message.a : [message.r];
  return parts.flatMap((part) => (typeof part === 'object' && part !== null ? (marked.get(part) ?? []) : []));
}
