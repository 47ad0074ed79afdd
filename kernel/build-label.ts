/**
 * Which sources the compiled module was built from: a custom section of the module says so, and whoever loads it can
 * tell one that is older than the code around it, whose structures would not be its own.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const SECTION = 'matinee';
const SOURCES = join(import.meta.dirname, 'assembly');
const WORKER = join(import.meta.dirname, 'worker.ts');
/** Bits of a byte of LEB128, the encoding of sizes in a module. */
const LEB_BITS = 7;

/** A digest of all that the module and its worker are built from; null where the sources do not lie beside us. */
export function sourcesFingerprint(): string | null {
  if (!existsSync(SOURCES)) return null;
  const hash = createHash('sha256');
  const files = readdirSync(SOURCES).filter((name) => name.endsWith('.ts'));
  for (const name of files.sort()) hash.update(name).update(readFileSync(join(SOURCES, name)));
  return hash.update(readFileSync(WORKER)).digest('hex');
}

/** The label that a module carries; null for one without. */
export function readLabel(module: WebAssembly.Module): string | null {
  const [section] = WebAssembly.Module.customSections(module, SECTION);
  return section === undefined ? null : Buffer.from(section).toString('utf8');
}

/** A module's bytes with a label of its own at the end. */
export function withLabel(module: Uint8Array, label: string): Uint8Array {
  const name = Buffer.from(SECTION);
  const content = Buffer.concat([leb128(name.length), name, Buffer.from(label)]);
  return Buffer.concat([module, Uint8Array.of(0), leb128(content.length), content]);
}

function leb128(value: number): Uint8Array {
  const bytes: number[] = [];
  let rest = value;
  for (; rest >> LEB_BITS > 0; rest >>= LEB_BITS) bytes.push((rest & 0x7f) | 0x80);
  return Uint8Array.from([...bytes, rest]);
}
