/** Installs, starts, stops and empties one engine. */
import { spawn, spawnSync } from 'node:child_process';
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Engine, EngineError, type EngineFolders } from './engine.ts';
import { installFolder, runFolder } from './folders.ts';
import { answersOn } from './port.ts';

const START_LIMIT_MS = 120_000;
const STOP_LIMIT_MS = 30_000;
const LOOK_EVERY_MS = 100;

export function foldersOf({ name, version, port }: Engine): EngineFolders {
  return { installed: installFolder(name, version), run: runFolder(name, port) };
}

export function isInstalled(engine: Engine): boolean {
  return existsSync(foldersOf(engine).installed);
}

/** The process id of an engine that runs, null when it does not. */
export function runningPid(engine: Engine): number | null {
  const file = join(foldersOf(engine).run, 'pid');
  if (!existsSync(file)) return null;
  const [, pid = '', started = ''] = /^(\d+) (.*)$/.exec(readFileSync(file, 'utf8')) ?? [];
  // An id may be given again: the process is ours only when it began when ours did.
  return startOf(Number(pid)) === started ? Number(pid) : null;
}

/** When a process began, in the words of the system; empty when it is gone. */
function startOf(pid: number): string {
  if (process.platform !== 'linux') {
    return spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).stdout.trim();
  }
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [state, ...rest] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return state === 'Z' ? '' : (rest[18] ?? '');
  } catch {
    return '';
  }
}

/** Makes the whole folder beside its place and moves it there: half an installation is none. */
export function install(engine: Engine, say: (line: string) => void): void {
  const { installed } = foldersOf(engine);
  if (isInstalled(engine)) {
    say(`${engine.name} ${engine.version} is installed at ${installed}`);
    return;
  }
  say(`installing ${engine.name} ${engine.version} (${engine.download} the first time) …`);
  const partial = `${installed}.${process.pid}`;
  mkdirSync(partial, { recursive: true });
  try {
    engine.install(partial);
    renameSync(partial, installed);
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    throw error;
  }
  say(`${engine.name} ${engine.version} is installed at ${installed}`);
}

/** Starts it in the background and resolves once it answers. */
export async function start(engine: Engine, say: (line: string) => void): Promise<void> {
  if (runningPid(engine) !== null) {
    say(`${engine.name} runs already on 127.0.0.1:${engine.port}`);
    return;
  }
  if (!isInstalled(engine))
    throw new EngineError(`${engine.name} is not installed: npm run engines:install -- ${engine.name}`);
  if (await answersOn(engine.port)) {
    throw new EngineError(
      `port ${engine.port} is taken by another program: stop it, or set ENGINES_${engine.name.toUpperCase()}_PORT`,
    );
  }
  const folders = foldersOf(engine);
  mkdirSync(folders.run, { recursive: true });
  const launch = engine.prepare(folders);
  const log = join(folders.run, 'log');
  const out = openSync(log, 'w');
  if (launch.user !== undefined) chownSync(log, launch.user.uid, launch.user.gid);
  const child = spawn(launch.program, launch.args, {
    cwd: folders.run,
    env: { ...process.env, ...launch.env },
    stdio: ['ignore', out, out],
    detached: true,
    ...launch.user,
  });
  closeSync(out);
  const pid = child.pid;
  if (pid === undefined) throw new EngineError(`${launch.program} could not be started`);
  writeFileSync(join(folders.run, 'pid'), `${pid} ${startOf(pid)}`);
  child.unref();
  try {
    await untilReady(engine, log);
  } catch (error) {
    await stop(engine, () => undefined);
    throw error;
  }
  say(`${engine.name} ${engine.version} is ready on 127.0.0.1:${engine.port}; its log: ${log}`);
}

async function untilReady(engine: Engine, log: string): Promise<void> {
  const deadline = performance.now() + START_LIMIT_MS;
  while (!(await engine.isReady())) {
    const gone = runningPid(engine) === null;
    if (gone || performance.now() > deadline) {
      const last = readFileSync(log, 'utf8').trimEnd().split('\n').slice(-15).join('\n');
      const what = gone ? 'has ended' : `does not answer after ${START_LIMIT_MS / 1_000} s`;
      throw new EngineError(`${engine.name} ${what}. The end of ${log}:\n${last}`);
    }
    await pause(LOOK_EVERY_MS);
  }
}

/** Lets it end in order, and ends it when it takes too long. */
export async function stop(engine: Engine, say: (line: string) => void): Promise<void> {
  const pid = runningPid(engine);
  if (pid === null) {
    say(`${engine.name} does not run`);
    return;
  }
  process.kill(pid, 'SIGTERM');
  let deadline = performance.now() + STOP_LIMIT_MS;
  while (runningPid(engine) !== null) {
    if (performance.now() > deadline) {
      say(`${engine.name} does not end: killing it`);
      process.kill(-pid, 'SIGKILL');
      deadline = Number.POSITIVE_INFINITY;
    }
    await pause(LOOK_EVERY_MS);
  }
  rmSync(join(foldersOf(engine).run, 'pid'));
  say(`${engine.name} is stopped`);
}

/** Drops every topic and index: the data folder goes, and an engine that ran runs again without. */
export async function reset(engine: Engine, say: (line: string) => void): Promise<void> {
  const ran = runningPid(engine) !== null;
  if (ran) await stop(engine, say);
  rmSync(join(foldersOf(engine).run, 'data'), { recursive: true, force: true });
  say(`${engine.name} is empty`);
  if (ran) await start(engine, say);
}
