import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isSteering, NO_STEERING, readSteering } from './steering.ts';

describe('steering that was kept', () => {
  it('comes back as it was', () => {
    const kept = { popularity: -0.5, novelty: 1, diversity: 0.25, era: 1970 };
    assert.deepEqual(readSteering(JSON.stringify(kept)), kept);
    assert.equal(isSteering(kept), true);
  });

  it('is nothing where it was not kept, or spoilt', () => {
    for (const text of [null, '', '{', '[]', '7', 'null', '{"popularity":9,"novelty":"x","era":-3}']) {
      assert.deepEqual(readSteering(text), NO_STEERING, String(text));
    }
    assert.equal(isSteering(NO_STEERING), false);
  });
});
