/**
 * The engines of a test run: those that are installed but stopped are started when a suite needs them, and stopped
 * again. A suite says what it needs by importing `kafkaSkip`, `elasticsearchSkip` or `sparkSkip` of `test/engines`.
 */
import { readFileSync } from 'node:fs';
import { type Engine, EngineError } from './engine.ts';
import { ENGINES } from './engines.ts';
import { isInstalled, start, stop } from './lifecycle.ts';
import { answersOn } from './port.ts';

/** The names of the engines that the suites in these sources need. */
export function enginesNamedIn(sources: readonly string[]): Set<string> {
  return new Set(
    sources.flatMap((source) => [...source.matchAll(/\b([a-z]+)Skip\b/g)].map(([, name = '']) => name)),
  );
}

const addressVariable = ({ name }: Engine) => `MATINEE_TEST_${name.toUpperCase()}`;

const SCHEMES: Readonly<Record<string, string>> = { elasticsearch: 'http://', spark: 'sc://' };

export interface TestEngines {
  /** Where the suites find the engines that run here. */
  environment: Record<string, string>;
  /** Ends those that `startFor` has started. */
  stop(): Promise<void>;
}

/** Starts what the suites in `files` need; one that does not start is said, and its suites skip themselves or fail. */
export async function startFor(
  files: readonly string[],
  environment: NodeJS.ProcessEnv,
  say: (line: string) => void,
): Promise<TestEngines> {
  const needed = enginesNamedIn(files.map((file) => readFileSync(file, 'utf8')));
  const here = ENGINES.filter(
    (engine) => needed.has(engine.name) && environment[addressVariable(engine)] === undefined,
  );
  const started: Engine[] = [];
  const addresses: Record<string, string> = {};
  for (const engine of here) {
    addresses[addressVariable(engine)] = `${SCHEMES[engine.name] ?? ''}127.0.0.1:${engine.port}`;
    if (!isInstalled(engine) || (await answersOn(engine.port))) continue;
    try {
      await start(engine, say);
      started.push(engine);
    } catch (error) {
      if (!(error instanceof EngineError)) throw error;
      say(error.message);
    }
  }
  return {
    environment: addresses,
    async stop() {
      for (const engine of started.splice(0)) await stop(engine, () => undefined);
    },
  };
}
