import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createClosing } from './shutdown.ts';

describe('closing', () => {
  it('closes what was opened, last first, one after the other', async () => {
    const closing = createClosing();
    const closed: string[] = [];
    closing.defer('the first', () => void closed.push('first'));
    closing.defer('the second', async () => {
      await Promise.resolve();
      closed.push('second');
    });
    await closing.close();
    assert.deepEqual(closed, ['second', 'first']);
  });

  it('closes at once what is opened after it began', async () => {
    const closing = createClosing();
    const closed: string[] = [];
    const { promise: late, resolve } = Promise.withResolvers<void>();
    closing.defer('the early', () => {
      closing.defer('the nested', () => void closed.push('nested'));
      closed.push('early');
    });
    await closing.close();
    closing.defer('the late', () => {
      closed.push('late');
      resolve();
    });
    await late;
    assert.deepEqual(closed, ['early', 'nested', 'late']);
  });

  it('goes on when something cannot be closed', async (t) => {
    const said = t.mock.method(process.stderr, 'write', () => true);
    const closing = createClosing();
    let closed = false;
    closing.defer('the rest', () => {
      closed = true;
    });
    closing.defer('the door', () => {
      throw new Error('it is stuck');
    });
    await closing.close();
    said.mock.restore();
    assert.ok(closed);
    assert.deepEqual(said.mock.calls.at(0)?.arguments, ['matinee: closing the door failed: it is stuck\n']);
  });
});
