/** From `start --data ml-100k` on an empty home to a ready system: every rating indexed, a model trained and served. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sharedData } from '../test/data.ts';
import { getJson } from '../test/http.ts';
import { startMatinee } from '../test/run-matinee.ts';

const ROUNDS = 3;
const BAR_SECONDS = 15;

/** Prints the seconds of each round; says so when the data is missing. */
export async function run(): Promise<void> {
  const data = sharedData('ml-100k');
  if (data.skip !== false) return console.log(data.skip);
  for (let round = 1; round <= ROUNDS; round += 1) {
    const folder = mkdtempSync(join(tmpdir(), 'matinee-bench-start-'));
    const started = performance.now();
    const args = [
      'start',
      '--data',
      data.dir,
      '--home',
      join(folder, 'home'),
      '--port',
      '0',
      '--source-port',
      '0',
    ];
    const matinee = startMatinee(args, { MATINEE_TRAINER_IMPROVE: 'false' });
    const { apiUrl } = await matinee.event('listening');
    await matinee.event('ready');
    const seconds = (performance.now() - started) / 1_000;
    const { status } = await getJson(`${String(apiUrl)}/readyz`);
    const { ratings } = (await getJson(`${String(apiUrl)}/api/stats/totals`)).body;
    await matinee.stop();
    rmSync(folder, { recursive: true });
    console.log(
      `round ${round}: ready (${status}) with ${String(ratings)} documents after ${seconds.toFixed(1)} s, bar ${BAR_SECONDS} s`,
    );
  }
}
