import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { it } from 'node:test';
import { asyncApiDocument } from './asyncapi.ts';

it('docs/asyncapi.json is what the schemas say (npm run docs writes it)', () => {
  assert.equal(readFileSync('docs/asyncapi.json', 'utf8'), asyncApiDocument());
});
