/** The web application beside the API, and the headers that protect both. */
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { assertProblem, startApi } from './api.fixture.ts';

const HTML = { accept: 'text/html,application/xhtml+xml' };

async function builtWeb(t: TestContext): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'matinee-web-'));
  t.after(() => rm(root, { recursive: true }));
  await mkdir(join(root, 'assets'));
  await writeFile(join(root, 'index.html'), '<!doctype html><title>Matinee</title>');
  await writeFile(join(root, 'assets', 'app-1a2b.js'), 'export {};');
  return root;
}

test('navigations get the page, whatever the path; data stays data', async (t) => {
  const { api } = await startApi(t, { webRoot: await builtWeb(t) });
  for (const url of ['/', '/movies/50', '/people/anna?tab=1']) {
    const page = await api.inject({ url, headers: HTML });
    assert.equal(page.statusCode, 200, url);
    assert.match(page.body, /Matinee/);
    assert.equal(page.headers['cache-control'], 'no-cache');
  }
  const script = await api.inject({ url: '/assets/app-1a2b.js' });
  assert.match(String(script.headers['cache-control']), /immutable/);
  assertProblem(await api.inject({ url: '/assets/gone.js' }), 404);
  assertProblem(await api.inject({ url: '/api/gone', headers: HTML }), 404);
  assertProblem(await api.inject({ method: 'POST', url: '/movies/50', headers: HTML }), 404);
  assertProblem(await api.inject({ url: '/..%2f..%2fetc/passwd' }), 404);
});

test('answers forbid framing, sniffing and anything from elsewhere', async (t) => {
  const { api } = await startApi(t);
  const { headers } = await api.inject({ url: '/healthz' });
  const policy = String(headers['content-security-policy']);
  assert.match(policy, /default-src 'self'/);
  assert.match(policy, /frame-ancestors 'none'/);
  assert.doesNotMatch(policy, /unsafe|https:/);
  assert.equal(headers['x-content-type-options'], 'nosniff');
  assert.equal(headers['access-control-allow-origin'], undefined);
  assert.equal(headers['x-powered-by'], undefined);
});
