/** Finds a Java that is new enough, or says which package has one. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { EngineError } from './engine.ts';

const SYSTEM = '/usr/lib/jvm';

/** The major version of the `java` at this path, 0 when there is none: `openjdk version "17.0.15"` is 17. */
function majorOf(java: string): number {
  const { stderr } = spawnSync(java, ['-version'], { encoding: 'utf8' });
  return Number(/version "(\d+)/.exec(stderr ?? '')?.[1] ?? 0);
}

function homes(): string[] {
  const installed = existsSync(SYSTEM) ? readdirSync(SYSTEM).map((name) => join(SYSTEM, name)) : [];
  return [process.env.JAVA_HOME ?? '', ...installed].filter((home) => home !== '');
}

/** The `java` to run an engine with: `JAVA_HOME`, the one on the path, or one that the system has besides. */
export function findJava(atLeast: number): string {
  const candidates = ['java', ...homes().map((home) => join(home, 'bin', 'java'))];
  const found = candidates.find((java) => majorOf(java) >= atLeast);
  if (found !== undefined) return found;
  throw new EngineError(
    `Java ${atLeast} or newer is needed. Debian, Ubuntu: sudo apt-get install openjdk-${atLeast}-jre-headless`,
  );
}

/** The home of a whole JDK (with `jar`). */
export function findJdk(atLeast: number): string {
  const found = homes().find(
    (home) => existsSync(join(home, 'bin', 'jar')) && majorOf(join(home, 'bin', 'java')) >= atLeast,
  );
  if (found !== undefined) return found;
  throw new EngineError(
    `A JDK ${atLeast} or newer is needed (a runtime is not enough), in JAVA_HOME or ${SYSTEM}.\n` +
      `Debian, Ubuntu: sudo apt-get install openjdk-${atLeast}-jdk-headless, or the Temurin packages of Adoptium`,
  );
}
