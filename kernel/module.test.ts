import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { readLabel, sourcesFingerprint, withLabel } from './build-label.ts';
import { kernelModule, loadModule } from './module.ts';

/** The smallest module: magic number and version. */
const EMPTY = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);

test('the module says which sources it was built from', () => {
  const sources = sourcesFingerprint();
  assert.match(sources ?? '', /^[0-9a-f]{64}$/);
  assert.ok(readLabel(kernelModule())?.startsWith(`${sources} `));
});

test('a label of any length is read back, and a module without one has none', () => {
  assert.equal(readLabel(new WebAssembly.Module(EMPTY)), null);
  for (const length of [0, 1, 127, 128, 129, 16_384]) {
    const label = 'x'.repeat(length);
    assert.equal(readLabel(new WebAssembly.Module(withLabel(EMPTY, label))), label);
  }
});

test('a module that is missing, damaged, unlabelled or of other sources is refused', () => {
  const dir = mkdtempSync(join(tmpdir(), 'matinee-kernel-'));
  const file = join(dir, 'matinee.wasm');
  const refused = (message: RegExp) =>
    assert.throws(() => loadModule(pathToFileURL(file)), { code: 'NOT_BUILT', message });
  try {
    refused(/is not built/);
    writeFileSync(file, EMPTY.subarray(0, 5));
    refused(/is damaged/);
    writeFileSync(file, EMPTY);
    refused(/other sources/);
    const built = readFileSync(new URL('../build/kernel/matinee.wasm', import.meta.url));
    writeFileSync(file, built);
    loadModule(pathToFileURL(file));
    const other = withLabel(EMPTY, 'f'.repeat(64));
    writeFileSync(file, other);
    refused(/other sources/);
  } finally {
    rmSync(dir, { recursive: true });
  }
});
