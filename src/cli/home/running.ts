/**
 * `running.json`: how other commands reach the process that serves a home, or the first of several. Written when its
 * servers listen, taken away when it stops; one left by a killed process is told by its process id.
 */
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { type Static, Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { isSystemError } from '../../domain/errors.ts';

const RunningSchema = Type.Object({
  pid: Type.Integer({ minimum: 1 }),
  apiUrl: Type.String(),
  startedAt: Type.String(),
  /** Lets commands on this machine in: nobody else can read this file. */
  secret: Type.String(),
});
export type Running = Static<typeof RunningSchema>;
const validator = Compile(RunningSchema);

const ANSWERS_WITHIN_MS = 2_000;
/** How often a process that is not announced looks whether the one that is has gone. */
const LOOK_EVERY_MS = 1_000;

/** The process that serves the home of this file and answers, or null: a process id may be somebody else's by now. */
export async function findRunning(file: string): Promise<Running | null> {
  const running = readRunning(file);
  if (running === null) return null;
  try {
    const { ok } = await fetch(`${running.apiUrl}/healthz`, {
      signal: AbortSignal.timeout(ANSWERS_WITHIN_MS),
    });
    return ok ? running : null;
  } catch {
    return null;
  }
}

function readRunning(file: string): Running | null {
  let running: unknown;
  try {
    running = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    // Absent, or torn by a crash in the middle of a write: nobody can be reached through it either way.
    return null;
  }
  return validator.Check(running) && isAlive(running.pid) ? running : null;
}

/**
 * Announces this process, unless another that serves the home has; then as soon as that one is gone, so that commands
 * always reach one of several. Gives the function that takes the announcement back.
 */
export async function announceRunning(
  file: string,
  running: Running,
  lookEveryMs = LOOK_EVERY_MS,
): Promise<() => Promise<void>> {
  const withdrawn = new AbortController();
  const { signal } = withdrawn;
  const takesPlace = async () => {
    if ((await findRunning(file)) !== null || signal.aborted) return false;
    write(file, running);
    return true;
  };
  async function waitForPlace(): Promise<void> {
    do await delay(lookEveryMs, undefined, { signal, ref: false }).catch(() => undefined);
    while (!signal.aborted && !(await takesPlace()));
  }
  const announced = (await takesPlace()) ? Promise.resolve() : waitForPlace();
  return async () => {
    withdrawn.abort();
    await announced;
    if (readRunning(file)?.pid === running.pid) rmSync(file, { force: true });
  };
}

function write(file: string, running: Running): void {
  writeFileSync(`${file}.${running.pid}`, `${JSON.stringify(running, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.${running.pid}`, file);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return isSystemError(error, 'EPERM');
  }
}
