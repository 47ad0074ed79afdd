/** `matinee`: reads the environment once, runs one command, and ends with its exit code. */
import { reportFailure } from './exit.ts';
import { createProgram } from './program.ts';

try {
  const program = await createProgram(process.env, process.argv[2]);
  await program.parseAsync();
} catch (thrown) {
  process.exitCode = reportFailure(thrown);
}

// What is still open after that, a connection that a peer keeps or a handle of a library, must not hold the process.
setTimeout(() => process.exit(), 1_000).unref();
