import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { CommanderError } from 'commander';
import { MatineeError } from '../domain/errors.ts';
import { reportFailure } from './exit.ts';

/** The exit code of a failure, and what was said about it. */
function failWith(t: TestContext, thrown: unknown): { code: number; said: string } {
  const write = t.mock.method(process.stderr, 'write', () => true);
  const code = reportFailure(thrown);
  write.mock.restore();
  return { code, said: write.mock.calls.map((call) => String(call.arguments[0])).join('') };
}

describe('how a command ends', () => {
  it('is 2 for wrong usage, with what to do', (t) => {
    const wrong = new MatineeError('USAGE', 'a port is no word', { hint: 'give a number' });
    assert.deepEqual(failWith(t, wrong), { code: 2, said: 'matinee: a port is no word\n  give a number\n' });
  });

  it('is 1 for what asking differently does not mend', (t) => {
    assert.equal(failWith(t, new MatineeError('UNAVAILABLE', 'the disk is full')).code, 1);
  });

  it('is 1 for a defect, with its trace', (t) => {
    const { code, said } = failWith(t, new TypeError('x is not a function'));
    assert.equal(code, 1);
    assert.match(said, /defect of Matinee.*\nTypeError: x is not a function\n {4}at /);
  });

  it('is 0 for help, and 2 for what commander refuses', (t) => {
    assert.equal(failWith(t, new CommanderError(0, 'commander.helpDisplayed', '')).code, 0);
    assert.equal(failWith(t, new CommanderError(1, 'commander.unknownOption', '')).code, 2);
  });
});
