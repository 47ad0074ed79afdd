/** `npm run faults -- --rounds 100 --seed 7`: kills processes of the flow, and says what came of it. */
import { parseArgs } from 'node:util';
import { killRest } from '../run-matinee.ts';
import { killRounds } from './kill-rounds.ts';

const USAGE = 'usage: npm run faults -- [--rounds 100] [--seed 7]';
/** A kill that meets nothing under way proves little: this share must meet something. */
const IN_FLIGHT_SHARE = 0.8;

function readCount(text: string, name: string): number {
  const count = Number(text);
  if (/^\d{1,7}$/.test(text) && count > 0) return count;
  process.stderr.write(`--${name} must be a whole number from 1, not ${text}\n${USAGE}\n`);
  process.exit(2);
}

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        rounds: { type: 'string', default: '100' },
        seed: { type: 'string', default: '7' },
      },
    });
    return { rounds: readCount(values.rounds, 'rounds'), seed: readCount(values.seed, 'seed') };
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${USAGE}\n`);
    process.exit(2);
  }
}

const { rounds, seed } = readOptions();
const started = performance.now();
process.on('exit', killRest);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(1));
const played = await killRounds({
  rounds,
  seed,
  onRound: ({ number, victim, inFlight, faults }) =>
    process.stdout.write(
      `${number}/${rounds} ${victim}${inFlight ? ', a batch in flight' : ''}: ${faults.join('; ') || 'held'}\n`,
    ),
});
const held = played.filter(({ faults }) => faults.length === 0).length;
const inFlight = played.filter((round) => round.inFlight).length;
const seconds = ((performance.now() - started) / 1_000).toFixed(0);
process.stdout.write(
  `${held} of ${rounds} rounds held, ${inFlight} struck a batch in flight (seed ${seed}, ${seconds} s)\n`,
);
process.exitCode = held === rounds && inFlight >= IN_FLIGHT_SHARE * rounds ? 0 : 1;
