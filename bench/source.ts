/**
 * The source: generating and reading 20 million ratings (speed, memory), and the pages of its API at a steady rate.
 * The reader and the server run in processes of their own, so that memory and latency are theirs.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { Agent, get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { createSourceApi } from '../src/source/api/source-api.ts';
import { sampleDataSet } from '../src/source/generator/sample.ts';
import { writeDataSet } from '../src/source/generator/write-data-set.ts';
import { readDataSet } from '../src/source/movielens/read-data-set.ts';

const SPEC = { users: 138_000, movies: 27_000, ratings: 20_000_000, seed: 42 };
const MAX_RESIDENT_MB = 600;
const PAGES_A_SECOND = 500;
const SECONDS = 10;
const MAX_P99_MS = 5;
const FULL_PAGES = 400;

export async function run(): Promise<void> {
  const dir = await mkdtemp(join(tmpdir(), 'matinee-bench-'));
  try {
    await measureFiles(join(dir, 'generated'));
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
  await measurePages();
}

async function measureFiles(dir: string): Promise<void> {
  const start = performance.now();
  await writeDataSet(dir, SPEC);
  const seconds = (performance.now() - start) / 1000;
  const processor = processorSeconds();
  const { size } = await stat(join(dir, 'ratings.csv'));
  console.log(
    `generate 20M ratings (${(size / 1e6).toFixed(0)} MB): ${seconds.toFixed(1)} s, ${processor} s of processor, ${rate(SPEC.ratings, seconds)}`,
  );
  const child = fork(import.meta.filename, ['read', dir]);
  console.log(String((await once(child, 'message'))[0]));
}

async function readOnce(dir: string): Promise<void> {
  const start = performance.now();
  const { ratings } = await readDataSet(dir);
  const seconds = (performance.now() - start) / 1000;
  const resident = process.resourceUsage().maxRSS / 1000;
  process.send?.(
    `read them: ${seconds.toFixed(1)} s, ${processorSeconds()} s of processor, ${rate(ratings.length, seconds)}, ` +
      `${resident.toFixed(0)} MB resident at most (bar ${MAX_RESIDENT_MB})`,
  );
}

async function measurePages(): Promise<void> {
  const child = fork(import.meta.filename, ['serve']);
  const url = String((await once(child, 'message'))[0]);
  const agent = new Agent({ keepAlive: true });
  try {
    await steadily(1, (page) => fetchPage(`${url}/movies/page${page}`, agent));
    const times = await steadily(SECONDS, (page) => fetchPage(`${url}/movies/page${page}`, agent));
    console.log(
      `pages of 10 at ${PAGES_A_SECOND} a second: p50 ${quantile(times, 0.5)} ms, p99 ${quantile(times, 0.99)} ms (bar ${MAX_P99_MS})`,
    );
    const start = performance.now();
    for (let i = 0; i < FULL_PAGES; i += 1)
      await fetchPage(`${url}/movies/page${(i % 100) + 1}?per_page=1000`, agent);
    const seconds = (performance.now() - start) / 1000;
    console.log(`pages of 1,000, one after the other: ${rate(FULL_PAGES * 1000, seconds)}`);
  } finally {
    agent.destroy();
    await stop(child);
  }
}

/** Asks at a fixed rate whether or not answers have come, and gives their times in milliseconds. */
async function steadily(seconds: number, ask: (page: number) => Promise<void>): Promise<number[]> {
  const start = performance.now();
  const asked: Promise<number>[] = [];
  for (let i = 0; i < seconds * PAGES_A_SECOND; i += 1) {
    const due = start + (i * 1000) / PAGES_A_SECOND;
    while (performance.now() < due) await delay(Math.max(0, due - performance.now()));
    const sent = performance.now();
    asked.push(ask((i % 9000) + 1).then(() => performance.now() - sent));
  }
  return Promise.all(asked);
}

function fetchPage(url: string, agent: Agent): Promise<void> {
  return new Promise((resolve, reject) => {
    get(url, { agent }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`${url} answered ${response.statusCode}`));
      response.on('end', resolve).resume();
    }).on('error', reject);
  });
}

async function serve(): Promise<void> {
  const unlimited = { perMinute: 1e9, perHour: 1e9, perDay: 1e9 };
  const server = createSourceApi(sampleDataSet(), { limits: unlimited });
  process.send?.(await server.listen({ host: '127.0.0.1', port: 0 }));
}

async function stop(child: ChildProcess): Promise<void> {
  const exit = once(child, 'exit');
  child.kill();
  await exit;
}

/** What this process has used in all: steadier than the clock on a machine that does other work. */
function processorSeconds(): string {
  const { user, system } = process.cpuUsage();
  return ((user + system) / 1e6).toFixed(1);
}

function rate(records: number, seconds: number): string {
  return `${(records / seconds / 1e6).toFixed(2)}M ratings/s`;
}

function quantile(times: readonly number[], q: number): string {
  const sorted = times.toSorted((a, b) => a - b);
  return (sorted[Math.floor(q * (sorted.length - 1))] ?? 0).toFixed(2);
}

if (import.meta.main) {
  const [what, dir = ''] = process.argv.slice(2);
  await (what === 'read' ? readOnce(dir) : serve());
  process.disconnect();
}
