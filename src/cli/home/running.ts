/**
 * `running.json`: how other commands reach the process that serves a home. Written when its servers listen, taken
 * away when it stops; one left by a killed process is told by its process id.
 */
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
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

/** Announces this process; gives the function that takes the announcement back. */
export function announceRunning(file: string, running: Running): () => void {
  writeFileSync(`${file}.${running.pid}`, `${JSON.stringify(running, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.${running.pid}`, file);
  return () => {
    if (readRunning(file)?.pid === running.pid) rmSync(file, { force: true });
  };
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return isSystemError(error, 'EPERM');
  }
}
