/** `npm run bench -- NAME …`: runs the named comparisons one after the other; without a name it lists them. */
import { readdirSync } from 'node:fs';
import { cpus } from 'node:os';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import type { BenchmarkOptions } from './load/benchmark-options.ts';

interface Benchmark {
  run(options: BenchmarkOptions): Promise<void>;
}

const names = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.ts') && file !== 'main.ts')
  .map((file) => basename(file, '.ts'));

function isBenchmark(module: unknown): module is Benchmark {
  return typeof module === 'object' && module !== null && 'run' in module && typeof module.run === 'function';
}

const { values, positionals: asked } = parseArgs({
  allowPositionals: true,
  options: { minutes: { type: 'string' } },
});
const minutes = values.minutes === undefined ? null : Number(values.minutes);
const badMinutes = minutes !== null && !(minutes > 0);
const unknown = asked.filter((name) => !names.includes(name));
if (asked.length === 0 || unknown.length > 0 || badMinutes) {
  console.error(`usage: npm run bench -- NAME … [--minutes M]\n  names: ${names.join(', ')}`);
  process.exit(2);
}

const [cpu] = cpus();
console.log(
  `${cpus().length} × ${cpu?.model ?? 'unknown processor'}, Node ${process.version}, ${new Date().toISOString()}`,
);
for (const name of asked) {
  const module: unknown = await import(`./${name}.ts`);
  if (!isBenchmark(module)) continue;
  console.log(`\n# ${name}`);
  await module.run({ minutes });
}
