/** What travels before the first page shows: the scripts that home needs, compressed. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, it } from 'node:test';
import { isJsonObject } from '../../src/domain/json.ts';

const LIMIT_BYTES = 130_000;
const built = resolve(import.meta.dirname, '../../build/web');

/** A script and everything that it imports at once. */
function withImports(
  manifest: Record<string, unknown>,
  name: string,
  seen: Set<string> = new Set(),
): Set<string> {
  const chunk = manifest[name];
  if (!isJsonObject(chunk) || typeof chunk.file !== 'string' || seen.has(chunk.file)) return seen;
  seen.add(chunk.file);
  for (const imported of Array.isArray(chunk.imports) ? chunk.imports : [])
    withImports(manifest, String(imported), seen);
  return seen;
}

describe('the built page', {
  skip: existsSync(built) ? false : 'the page is not built: npm test builds it',
}, () => {
  it('needs at most 130 kB of compressed script for its first route, language included', () => {
    const manifest: unknown = JSON.parse(readFileSync(join(built, '.vite/manifest.json'), 'utf8'));
    assert.ok(isJsonObject(manifest));
    const scripts = new Set(['index.html', 'i18n/fr.ts'].flatMap((name) => [...withImports(manifest, name)]));
    // Beside each file the build writes what is sent to a browser that takes Brotli: every one of today.
    const bytes = [...scripts].reduce((sum, file) => sum + statSync(join(built, `${file}.br`)).size, 0);
    assert.ok(scripts.size >= 3);
    assert.ok(bytes <= LIMIT_BYTES, `${bytes} bytes in ${[...scripts].join(', ')}`);
  });

  it('holds no script, style or address that the content policy refuses', () => {
    const page = readFileSync(join(built, 'index.html'), 'utf8');
    assert.doesNotMatch(page, /<style|style=|<script(?![^>]* src=)|https?:/);
  });
});
