import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { locateHome } from './locate.ts';

describe('which home is meant', () => {
  const started = process.cwd();
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'matinee-locate-')));
  before(() => process.chdir(folder));
  after(() => {
    process.chdir(started);
    rmSync(folder, { recursive: true });
  });
  const none = { home: null, data: null };

  function makeHome(name: string): void {
    mkdirSync(join('.matinee', name), { recursive: true });
    writeFileSync(join('.matinee', name, 'matinee.json'), '{}');
  }

  it('is the one that is named, or that of the data set', () => {
    assert.equal(locateHome({ home: '/a', data: '/b' }), '/a');
    assert.equal(locateHome({ home: null, data: 'data/ml-100k/' }), join('.matinee', 'ml-100k'));
  });

  it('is the only one there is, and nothing is guessed among several', () => {
    assert.throws(() => locateHome(none), { code: 'NOT_FOUND' });
    mkdirSync(join('.matinee', 'no-home'), { recursive: true });
    makeHome('sample');
    assert.equal(locateHome(none), join('.matinee', 'sample'));
    makeHome('ml-100k');
    assert.throws(() => locateHome(none), { code: 'USAGE', message: /ml-100k, sample|sample, ml-100k/ });
  });
});
