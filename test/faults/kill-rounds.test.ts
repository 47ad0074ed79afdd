/** A few of the rounds that `npm run faults` plays a hundred of. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { killRest } from '../run-matinee.ts';
import { killRounds } from './kill-rounds.ts';

after(killRest);

test('processes killed while they work lose and repeat nothing', { timeout: 300_000 }, async () => {
  const played = await killRounds({ rounds: 5, seed: 7, onRound: () => undefined });
  assert.deepEqual(
    played.flatMap(({ number, victim, faults }) => faults.map((fault) => `${number} ${victim}: ${fault}`)),
    [],
  );
  assert.equal(played[0]?.victim, 'start');
  assert.ok(new Set(played.map(({ victim }) => victim)).size >= 3, 'the seed chooses among the stages');
  assert.ok(played.filter(({ inFlight }) => inFlight).length >= 3, 'the kills met nothing under way');
});
