/** `matinee`: reads the environment once, runs one command, and ends with its exit code. */
import { reportFailure } from './exit.ts';
import { createProgram } from './program.ts';

try {
  await createProgram(process.env).parseAsync();
} catch (thrown) {
  process.exitCode = reportFailure(thrown);
}

// What is still open after that, a connection that a peer keeps or a handle of a library, must not hold the process.
setTimeout(() => process.exit(), 1_000).unref();
