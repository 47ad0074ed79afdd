import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { it } from 'node:test';
import { configurationPage } from './document.ts';

it('docs/configuration.md is what the schema says (npm run docs writes it)', () => {
  assert.equal(readFileSync('docs/configuration.md', 'utf8'), configurationPage());
});
