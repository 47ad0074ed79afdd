/** Calls through a port to a thread of the store. */
import type { MessagePort } from 'node:worker_threads';
import { MatineeError } from '../../domain/errors.ts';
import { openCalls, type Remote } from '../../threads/calls.ts';

/** The functions served at the other end; once the port is closed at either end, calls under way fail, too. */
export function callThrough<Functions extends object>(port: MessagePort): Remote<Functions> {
  const { remote, end } = openCalls<Functions, object>(port, {});
  port.once('close', () =>
    end(
      new MatineeError('UNAVAILABLE', 'The store is closed: its threads in this process have ended', {
        hint: 'Look in the log for why it closed, and start the process again.',
      }),
    ),
  );
  return remote;
}
