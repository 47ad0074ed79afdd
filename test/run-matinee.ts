/** Runs the real program as a user would: a child process of its own, spoken to by its arguments, output and HTTP. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { isJsonObject, type JsonObject } from '../src/domain/json.ts';

const ROOT = resolve(import.meta.dirname, '..');
const MAIN = join(ROOT, 'src/cli/main.ts');

/** How the program is run: from its sources, unless a test has installed it somewhere. */
export interface Program {
  command: string;
  args: readonly string[];
  cwd: string;
  /** What the program finds commands by; ours by default. */
  path?: string;
}

const SOURCES: Program = { command: process.execPath, args: [MAIN], cwd: ROOT };

export interface CommandResult {
  code: number;
  stdout: string;
  stderr: string;
}

const children = new Set<ChildProcess>();

/** Ends what still runs, so that a failing test leaves nothing behind that keeps its process alive: `after(killRest)`. */
export function killRest(): void {
  for (const child of children) child.kill('SIGKILL');
}

function launch(
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
  input: string | null = null,
  program = SOURCES,
): ChildProcess {
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('MATINEE_'));
  const path = program.path === undefined ? {} : { PATH: program.path };
  const child = spawn(program.command, [...program.args, ...args], {
    cwd: program.cwd,
    env: { ...Object.fromEntries(inherited), ...path, ...environment },
    stdio: [input === null ? 'ignore' : 'pipe', 'pipe', 'pipe'],
  });
  child.stdin?.end(input ?? '');
  children.add(child);
  child.once('close', () => children.delete(child));
  return child;
}

/** Collects what a child writes; the function gives what has come so far. */
function collect(stream: NodeJS.ReadableStream | null): () => string {
  let text = '';
  stream?.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
  });
  return () => text;
}

/** Runs a command to its end; `input` is what it reads on standard input. */
export async function runMatinee(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  input: string | null = null,
  program = SOURCES,
): Promise<CommandResult> {
  const child = launch(args, environment, input, program);
  const stdout = collect(child.stdout);
  const stderr = collect(child.stderr);
  await once(child, 'close');
  return { code: child.exitCode ?? -1, stdout: stdout(), stderr: stderr() };
}

export interface RunningMatinee {
  pid: number;
  /** What the program said of itself with `--json`, by event. */
  event(name: string): Promise<JsonObject>;
  stderr(): string;
  /** Asks it to stop, and gives its exit code. */
  stop(): Promise<number | null>;
  /** `kill -9`, resolved once it is gone. */
  kill(): Promise<void>;
}

/** Starts a command that runs until it is stopped; its `--json` events are awaited by name. */
export function startMatinee(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  program = SOURCES,
): RunningMatinee {
  const child = launch([...args, '--json'], environment, null, program);
  const stderr = collect(child.stderr);
  const seen = new Map<string, JsonObject>();
  const waiting = new Map<string, PromiseWithResolvers<JsonObject>>();
  const closed = once(child, 'close');

  createInterface({ input: child.stdout ?? process.stdin }).on('line', (line) => {
    const event: unknown = JSON.parse(line);
    if (!isJsonObject(event) || typeof event.event !== 'string') return;
    seen.set(event.event, event);
    waiting.get(event.event)?.resolve(event);
  });
  child.on('close', (code) => {
    for (const [name, { reject }] of waiting) {
      reject(new Error(`matinee ended with ${code} before "${name}":\n${stderr()}`));
    }
  });

  async function signalled(signal: NodeJS.Signals): Promise<number | null> {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    await closed;
    return child.exitCode;
  }

  return {
    pid: child.pid ?? 0,
    stderr,
    event(name) {
      const already = seen.get(name);
      if (already !== undefined) return Promise.resolve(already);
      if (child.exitCode !== null) return Promise.reject(new Error(`matinee has ended:\n${stderr()}`));
      const awaited = waiting.get(name) ?? Promise.withResolvers<JsonObject>();
      waiting.set(name, awaited);
      return awaited.promise;
    },
    stop: () => signalled('SIGTERM'),
    async kill() {
      await signalled('SIGKILL');
    },
  };
}
