import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { en } from './en.ts';
import { fr } from './fr.ts';
import { preferredLanguage } from './language.ts';

const holes = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();

describe('the messages', () => {
  it('have the same keys and the same holes in every language, and none is empty', () => {
    assert.deepEqual(Object.keys(fr), Object.keys(en));
    for (const [key, text] of Object.entries(en)) {
      const french = Object.entries(fr).find(([name]) => name === key)?.[1] ?? '';
      assert.deepEqual(holes(french), holes(text), key);
      assert.ok(french.trim().length > 0 && text.trim().length > 0, key);
    }
  });

  it('follow what was chosen, then the browser, then English', () => {
    assert.equal(preferredLanguage('fr', ['en-US']), 'fr');
    assert.equal(preferredLanguage(null, ['de-CH', 'fr-CH', 'en']), 'fr');
    assert.equal(preferredLanguage('xx', ['de']), 'en');
  });
});
