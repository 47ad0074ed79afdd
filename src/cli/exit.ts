/** How a command ends: 0 done, 1 failed, 2 wrong usage or input, each failure with what to do about it on stderr. */
import { CommanderError } from 'commander';
import { type ErrorCode, MatineeError, messageOf } from '../domain/errors.ts';

export const EXIT_DONE = 0;
export const EXIT_FAILED = 1;
export const EXIT_USAGE = 2;

/** What the reader can mend by asking differently is wrong usage; the rest failed. */
const EXIT_CODES: Record<ErrorCode, number> = {
  USAGE: EXIT_USAGE,
  BAD_INPUT: EXIT_USAGE,
  UNAUTHENTICATED: EXIT_USAGE,
  FORBIDDEN: EXIT_USAGE,
  NOT_FOUND: EXIT_USAGE,
  CONFLICT: EXIT_USAGE,
  OUT_OF_MEMORY: EXIT_USAGE,
  CORRUPT: EXIT_FAILED,
  RATE_LIMITED: EXIT_FAILED,
  UNAVAILABLE: EXIT_FAILED,
  TIMEOUT: EXIT_FAILED,
  CANCELLED: EXIT_FAILED,
  INTERNAL: EXIT_FAILED,
};

/** Writes what went wrong to stderr, with its causes, and gives the exit code. */
export function reportFailure(thrown: unknown): number {
  if (thrown instanceof CommanderError) return thrown.exitCode === 0 ? EXIT_DONE : EXIT_USAGE;
  process.stderr.write(`matinee: ${messageOf(thrown)}\n`);
  if (!(thrown instanceof MatineeError)) {
    const stack = thrown instanceof Error ? thrown.stack : undefined;
    process.stderr.write(`  this is a defect of Matinee; please report it with this trace\n${stack ?? ''}\n`);
    return EXIT_FAILED;
  }
  if (thrown.hint !== undefined) process.stderr.write(`  ${thrown.hint}\n`);
  return EXIT_CODES[thrown.code];
}
