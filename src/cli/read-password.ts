/** Reads a password: asked for on a terminal, where it does not show, or else the first line of standard input. */
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { MatineeError } from '../domain/errors.ts';

/** `USAGE` where there is none. */
export async function readPassword(): Promise<string> {
  const { stdin, stderr } = process;
  if (!stdin.isTTY) return given((await firstLine(stdin)) ?? '');
  stderr.write('Password (it does not show): ');
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({ input: stdin, output: silent, terminal: true });
  try {
    return given(await terminal.question(''));
  } finally {
    terminal.close();
    stderr.write('\n');
  }
}

async function firstLine(input: NodeJS.ReadableStream): Promise<string | null> {
  const lines = createInterface({ input });
  for await (const line of lines) {
    lines.close();
    return line;
  }
  return null;
}

function given(password: string): string {
  if (password !== '') return password;
  throw new MatineeError('USAGE', 'there is no password', {
    hint: 'Type one when it is asked for, or hand it over: `printf %s "$PASSWORD" | matinee accounts add …`.',
  });
}
