/** Calls between two real threads: answers, errors, memory, and what a thread's death leaves behind. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { MessageChannel } from 'node:worker_threads';
import { MatineeError } from '../domain/errors.ts';
import { siblingModule } from '../domain/module-url.ts';
import { openCalls } from './calls.ts';
import type { Answers, Owner } from './calls-thread.ts';
import { type RunningThread, spawnThread } from './spawn.ts';
import { transfer } from './transfer.ts';

const MODULE = siblingModule('./calls-thread', import.meta.url);

describe('calls between threads', () => {
  let thread: RunningThread<Answers>;
  beforeEach(() => {
    const owner: Owner = { hear: (word) => `heard ${word}` };
    thread = spawnThread(MODULE, 'Hello', [], owner);
  });
  afterEach(() => thread.terminate());

  it('bring an answer, in both directions', async () => {
    assert.equal(await thread.remote.greet('Ada'), 'Hello, Ada');
    assert.equal(await thread.remote.tellOwner('this'), 'heard this');
  });

  it('keep code, message, hint and cause of an error', async () => {
    await assert.rejects(thread.remote.refuse(), (error) => {
      assert.ok(error instanceof MatineeError);
      const { code, message, hint, cause } = error;
      assert.deepEqual([code, message, hint], ['CONFLICT', 'That cannot be', 'Do otherwise.']);
      assert.ok(cause instanceof Error && cause.message === 'below');
      return true;
    });
  });

  it('make a defect of any other error, with its stack beneath', async () => {
    await assert.rejects(thread.remote.fail(), (error) => {
      assert.ok(error instanceof MatineeError && error.cause instanceof Error);
      assert.equal(error.code, 'INTERNAL');
      assert.equal(error.message, 'a defect');
      assert.match(error.cause.message, /calls-thread/);
      return true;
    });
  });

  it('turn an answer that cannot be sent into an error, and go on', async () => {
    await assert.rejects(thread.remote.clonelessAnswer(), {
      code: 'INTERNAL',
      message: /could not be cloned/,
    });
    assert.equal(await thread.remote.greet('Ada'), 'Hello, Ada');
  });

  it('move marked memory and copy the rest', async () => {
    const moved = Float64Array.of(1, 2);
    const copied = Float64Array.of(3);
    assert.deepEqual([...(await thread.remote.double(transfer(moved, [moved.buffer])))], [2, 4]);
    assert.equal(moved.length, 0);
    assert.equal(await thread.remote.keptLast(), false);
    assert.deepEqual([...(await thread.remote.double(copied))], [6]);
    assert.equal(copied.length, 1);
  });

  it('fail when the thread crashes, those under way and those to come', async () => {
    const underWay = assert.rejects(thread.remote.wait(), { code: 'INTERNAL', message: /a thread failed/ });
    // Whether its own answer still comes is the crash's affair.
    await Promise.allSettled([thread.remote.crash()]);
    await underWay;
    assert.equal(thread.hasEnded(), true);
    await assert.rejects(thread.failed, { cause: new Error('the thread broke') });
    await assert.rejects(thread.remote.greet('Ada'), { code: 'INTERNAL' });
  });

  it('fail when the owner ends the thread', async () => {
    await thread.remote.greet('Ada');
    const waiting = thread.remote.wait();
    await Promise.all([assert.rejects(waiting, { code: 'CANCELLED' }), thread.terminate()]);
  });

  it('fail when the thread was started with other data than it takes', async () => {
    const wrong = spawnThread<Answers, object>(MODULE, 7, [], {});
    await assert.rejects(wrong.remote.greet('Ada'), (error) => {
      assert.ok(error instanceof MatineeError && error.cause instanceof Error);
      assert.match(error.cause.message, /other data/);
      return true;
    });
  });
});

it('the first reason of an end stands', async () => {
  const { port1, port2 } = new MessageChannel();
  const { remote, end } = openCalls<Answers, object>(port1, {});
  const waiting = remote.wait();
  end(new MatineeError('UNAVAILABLE', 'first'));
  end(new MatineeError('CANCELLED', 'second'));
  await assert.rejects(waiting, { message: 'first' });
  await assert.rejects(remote.wait(), { message: 'first' });
  port1.close();
  port2.close();
});
