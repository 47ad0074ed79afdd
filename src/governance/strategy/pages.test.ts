import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { it } from 'node:test';
import { POLICIES } from '../data-map-texts.ts';
import { strategyPages } from './pages.ts';
import { PROMISES } from './promises.ts';
import { RISKS } from './risks.ts';

it('the strategy, the impact assessment and the notice are what the sources say (npm run docs writes them)', () => {
  const pages = strategyPages();
  assert.equal(pages.length, 6);
  for (const { file, text } of pages) assert.equal(readFileSync(join('docs', file), 'utf8'), text, file);
});

it('every promise and every measure names tests that are there', () => {
  for (const { proofs } of [...PROMISES, ...RISKS]) {
    assert.ok(proofs.length > 0);
    for (const proof of proofs) {
      assert.match(proof, /\.test\.ts$/);
      assert.ok(existsSync(proof), proof);
    }
  }
});

it('people are told of every category of personal data, and the assessment weighs each', () => {
  const told = strategyPages().filter(({ file }) => file.startsWith('privacy/'));
  assert.equal(told.length, 4);
  for (const { name, personal } of Object.values(POLICIES)) {
    for (const { file, text } of told) {
      const said = text.includes(`| ${file.includes('.fr.') ? name.fr : name.en} |`);
      assert.equal(said, personal, `${file} and ${name.en}`);
    }
  }
});
