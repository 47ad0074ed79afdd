/** Gets artifacts from Maven Central with Maven itself, which checks their checksums and knows the machine's settings. */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EngineError } from './engine.ts';

const PLUGIN = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1';

/** For one call: the largest gets 947 MB. */
const LIMIT_MS = 900_000;

/** An artifact to get: `group:name:version`. */
export type Coordinates = `${string}:${string}:${string}`;

/** Runs one goal, its output on stderr: a download of minutes shows that it goes on. */
function maven(goal: string, args: readonly string[]): void {
  const flags = ['--batch-mode', '--strict-checksums', '-Dorg.slf4j.simpleLogger.defaultLogLevel=warn'];
  const { error, status } = spawnSync('mvn', [...flags, `${PLUGIN}:${goal}`, ...args], {
    stdio: ['ignore', process.stderr, process.stderr],
    timeout: LIMIT_MS,
  });
  if (error !== undefined && 'code' in error && error.code === 'ETIMEDOUT')
    throw new EngineError(`Maven was not done after ${LIMIT_MS / 60_000} minutes. Run it again to go on.`);
  if (error !== undefined)
    throw new EngineError('Maven is needed. Debian, Ubuntu: sudo apt-get install maven');
  if (status !== 0)
    throw new EngineError(`Maven has failed (above): is Maven Central reachable? Run it again to go on.`);
}

/** Copies these artifacts, and all that they need to run, into `folder/lib`. */
export function getLibraries(folder: string, libraries: readonly Coordinates[]): void {
  const dependencies = libraries.map((coordinates) => {
    const [groupId, artifactId, version] = coordinates.split(':');
    return `<dependency><groupId>${groupId}</groupId><artifactId>${artifactId}</artifactId><version>${version}</version></dependency>`;
  });
  const pom = join(folder, 'pom.xml');
  writeFileSync(
    pom,
    `<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
<groupId>matinee</groupId><artifactId>engine</artifactId><version>1</version><packaging>pom</packaging>
<dependencies>
${dependencies.join('\n')}
</dependencies></project>
`,
  );
  maven('copy-dependencies', [
    '-f',
    pom,
    `-DoutputDirectory=${join(folder, 'lib')}`,
    '-DincludeScope=runtime',
  ]);
}

/** Copies one file that is no library, such as a distribution: `group:name:version:zip`. */
export function getFile(coordinates: `${Coordinates}:${string}`, folder: string): void {
  maven('get', [`-Dartifact=${coordinates}`, '-Dtransitive=false']);
  maven('copy', [`-Dartifact=${coordinates}`, `-DoutputDirectory=${folder}`]);
}
