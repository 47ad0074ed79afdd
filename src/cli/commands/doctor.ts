/** `matinee doctor`: checks the configuration and everything it names, one line each, with the repair. */
import { commandOnHome, createContext, type Environment } from '../context.ts';
import { type Check, runChecks } from '../doctor/checks.ts';
import { EXIT_FAILED } from '../exit.ts';

export function doctorCommand(environment: Environment) {
  return commandOnHome('doctor', 'checks the configuration and everything it names')
    .option('--data <dir>', 'folder of a MovieLens data set')
    .action(async ({ data, ...options }) => {
      const { config } = createContext(environment, options, 'doctor', { data });
      const checks = await runChecks(config);
      const healthy = checks.every(({ passed }) => passed);
      if (options.json === true) console.log(JSON.stringify({ healthy, checks }));
      else for (const check of checks) console.log(lineOf(check));
      process.exitCode = healthy ? 0 : EXIT_FAILED;
    });
}

function lineOf({ name, passed, says, repair }: Check): string {
  const line = `${passed ? 'ok    ' : 'FAILED'} ${name.padEnd(14)} ${says}`;
  return repair === undefined ? line : `${line}\n       ${repair}`;
}
