/** Runs `peer_implicit.py` in a virtual environment of its own, installing it first where it is missing. */
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Factors } from '../../kernel/factors.ts';
import { rowCount, type SparseMatrix } from '../../kernel/sparse-matrix.ts';

const ENVIRONMENT = join(tmpdir(), 'matinee-bench-implicit-0.7.2');
const PACKAGES = ['implicit==0.7.2'];

export interface FitOrder {
  rank: number;
  regularization: number;
  iterations: number;
  threads: number;
  seed: number;
}

export interface Peer {
  load(matrix: SparseMatrix, confidence: number): Promise<void>;
  /** Seconds of one fit. */
  fit(order: FitOrder): Promise<number>;
  /** The factors after each iteration of one fit. */
  fitKeeping(order: FitOrder): Promise<Factors[]>;
  close(): void;
}

/** Starts the peer; null, and a line saying why, when it cannot be installed. */
export function startPeer(): Peer | null {
  try {
    install();
  } catch (error) {
    console.log(`implicit is missing: ${error instanceof Error ? error.message : String(error)}`);
    return null;
  }
  const child = spawn(join(ENVIRONMENT, 'bin/python'), [join(import.meta.dirname, 'peer_implicit.py')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const folder = mkdtempSync(join(tmpdir(), 'matinee-peer-'));
  let loaded: SparseMatrix | undefined;

  async function ask(order: object): Promise<unknown> {
    child.stdin.write(`${JSON.stringify(order)}\n`);
    const { value, done } = await answers.next();
    if (done === true) throw new Error('the peer ended');
    return JSON.parse(value);
  }

  return {
    async load(matrix, confidence) {
      const starts = join(folder, 'starts');
      const columns = join(folder, 'columns');
      writeFileSync(starts, new Uint8Array(matrix.starts.slice().buffer));
      writeFileSync(columns, new Uint8Array(matrix.columns.slice().buffer));
      await ask({ do: 'load', starts, columns, confidence, items: matrix.columnCount });
      loaded = matrix;
    },
    fit: async (order) => secondsOf(await ask({ do: 'fit', ...order })),
    async fitKeeping(order) {
      await ask({ do: 'fit', ...order, factors: folder });
      const users = loaded === undefined ? 0 : rowCount(loaded) * order.rank;
      return Array.from({ length: order.iterations }, (_, iteration) => {
        const bytes = readFileSync(join(folder, String(iteration)));
        const all = new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
        return { users: all.slice(0, users), items: all.slice(users) };
      });
    },
    close() {
      child.kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function install(): void {
  if (existsSync(join(ENVIRONMENT, 'installed'))) return;
  mkdirSync(ENVIRONMENT, { recursive: true });
  execFileSync('python3', ['-m', 'venv', ENVIRONMENT]);
  execFileSync(join(ENVIRONMENT, 'bin/pip'), ['install', '--quiet', ...PACKAGES], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  writeFileSync(join(ENVIRONMENT, 'installed'), '');
}

function secondsOf(answer: unknown): number {
  if (typeof answer === 'object' && answer !== null && 'seconds' in answer) return Number(answer.seconds);
  throw new Error('the peer answered without a time');
}
