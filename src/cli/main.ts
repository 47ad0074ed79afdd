/** `matinee`: reads the environment once, runs one command, and ends with its exit code. */
import { reportFailure } from './exit.ts';
import { createProgram } from './program.ts';

try {
  await createProgram(process.env).parseAsync();
} catch (thrown) {
  process.exitCode = reportFailure(thrown);
}
