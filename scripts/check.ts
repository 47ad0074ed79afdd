/** `npm run check`: types, lint, format, import rules, dead exports; every one runs, any failure fails the whole. */
import { spawnSync } from 'node:child_process';

interface Check {
  name: string;
  command: string[];
  /** What the output must show beyond exit code 0: a checker that read nothing has checked nothing. */
  proves?: (output: string) => boolean;
}

/** dependency-cruiser says how many modules it read; 0 means that it could not read the sources. */
function cruisedModules(output: string): boolean {
  const [, modules] = /\((\d+) modules, \d+ dependencies cruised\)/.exec(output) ?? [];
  return Number(modules ?? 0) > 0;
}

const checks: Check[] = [
  { name: 'types', command: ['tsc', '--project', '.'] },
  { name: 'types of the page', command: ['tsc', '--project', 'src/web'] },
  { name: 'types of the service worker', command: ['tsc', '--project', 'src/web/service-worker'] },
  { name: 'form', command: ['biome', 'check', '--error-on-warnings', '.'] },
  { name: 'promises and switches', command: ['eslint', '--max-warnings', '0', '.'] },
  {
    name: 'import rules',
    command: ['depcruise', '--config', '.dependency-cruiser.mjs', 'src', 'kernel', 'test', 'bench'],
    proves: cruisedModules,
  },
  { name: 'dead exports', command: ['knip', '--no-progress'] },
];

let failed = 0;
for (const { name, command, proves } of checks) {
  const [program = '', ...args] = command;
  const started = performance.now();
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8' });
  const passed = status === 0 && (proves?.(stdout) ?? true);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${passed ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`);
  if (passed) continue;
  failed += 1;
  console.log(`${stdout}${stderr}\n${command.join(' ')} exited ${status}\n`);
}
console.log(
  failed === 0 ? `all ${checks.length} checks passed` : `${failed} of ${checks.length} checks failed`,
);
process.exitCode = failed === 0 ? 0 : 1;
