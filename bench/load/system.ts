/** The whole system as a process of its own, on a generated data set: how soon it is ready again, and what memory it takes. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type RunningMatinee, runMatinee, startMatinee } from '../../test/run-matinee.ts';

interface Size {
  users: number;
  movies: number;
  ratings: number;
}

export interface LoadedSystem {
  port: number;
  movieIds: number[];
  /** Resident memory of the whole process, in bytes, as its metrics tell. */
  residentBytes(): Promise<number>;
  stop(): Promise<void>;
}

/** Generates, loads, stops and starts again: prints how long the last of these takes. */
export async function startLoaded(folder: string, size: Size, barSeconds: number): Promise<LoadedSystem> {
  const data = join(folder, 'generated');
  const counts = Object.entries(size).flatMap(([name, count]) => [`--${name}`, String(count)]);
  const generated = await runMatinee(['generate', ...counts, '--out', data]);
  if (generated.code !== 0) throw new Error(generated.stderr);
  const start = () =>
    startMatinee(
      ['start', '--data', data, '--home', join(folder, 'home'), '--port', '0', '--source-port', '0'],
      { MATINEE_TRAINER_IMPROVE: 'false' },
    );
  const loadSeconds = await secondsToReady(start(), (running) => running.stop());
  console.log(`loaded and trained in ${loadSeconds.toFixed(1)} s`);
  const running = start();
  const seconds = await secondsToReady(running, async () => 0);
  console.log(`started again, ready after ${seconds.toFixed(2)} s (bar ${barSeconds})`);
  const url = String((await running.event('listening')).apiUrl);
  return {
    port: Number(new URL(url).port),
    movieIds: ratedIn(join(data, 'ratings.csv')),
    async residentBytes() {
      const text = await (await fetch(`${url}/metrics`)).text();
      return Number(/^process_resident_memory_bytes (\S+)$/m.exec(text)?.[1]);
    },
    async stop() {
      await running.stop();
    },
  };
}

async function secondsToReady(
  running: RunningMatinee,
  then: (running: RunningMatinee) => Promise<unknown>,
): Promise<number> {
  const from = performance.now();
  await running.event('ready');
  const seconds = (performance.now() - from) / 1_000;
  await then(running);
  return seconds;
}

/** The films that somebody has rated: only these are in the index. */
function ratedIn(file: string): number[] {
  const films = new Set<number>();
  for (const [, movieId] of readFileSync(file, 'utf8').matchAll(/^[^,\n]+,(\d+),/gm))
    films.add(Number(movieId));
  return [...films];
}
