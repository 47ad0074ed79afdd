/** Shows how far long work has come on stderr: a bar on a terminal, plain lines otherwise. */
import { Presets, SingleBar } from 'cli-progress';
import type { Progress } from '../domain/ports.ts';

/** Takes in how far the work has come; called as often as the work likes. */
export type ShowProgress = (progress: Progress) => void;

interface Display {
  show: ShowProgress;
  stop(): void;
}

/** Does the work, showing its progress counted in `unit`s, with its rate and the time left. */
export async function withProgress<T>(
  label: string,
  unit: string,
  work: (show: ShowProgress) => Promise<T>,
): Promise<T> {
  const display = process.stderr.isTTY ? showBar(label, unit) : showLines(label, unit);
  try {
    return await work(display.show);
  } finally {
    display.stop();
  }
}

const LINE_EVERY_MS = 2_000;

function rateSince(started: number, done: number): number {
  return Math.round((done * 1_000) / Math.max(performance.now() - started, 1));
}

function showBar(label: string, unit: string): Display {
  const started = performance.now();
  const format = `${label} {bar} {percentage}% | {value}/{total} ${unit} | {rate}/s | {eta_formatted} left`;
  const bar = new SingleBar({ format, hideCursor: true, etaBuffer: 50 }, Presets.shades_grey);
  let running = false;
  return {
    show({ done, total }) {
      const payload = { rate: rateSince(started, done) };
      if (!running) bar.start(total ?? done, done, payload);
      running = true;
      if (total !== null) bar.setTotal(total);
      bar.update(done, payload);
    },
    stop() {
      if (running) bar.stop();
    },
  };
}

function showLines(label: string, unit: string): Display {
  const started = performance.now();
  let next = started + LINE_EVERY_MS;
  let unsaid: string | null = null;
  const write = (line: string) => process.stderr.write(`${line}\n`);
  return {
    show({ done, total }) {
      const rate = rateSince(started, done);
      const of = total === null ? '' : ` of ${total}`;
      const left = total === null || rate === 0 ? '' : `, ${Math.ceil((total - done) / rate)} s left`;
      const line = `${label}: ${done}${of} ${unit}, ${rate}/s${left}`;
      if (performance.now() < next) {
        unsaid = line;
        return;
      }
      write(line);
      unsaid = null;
      next = performance.now() + LINE_EVERY_MS;
    },
    stop() {
      if (unsaid !== null) write(unsaid);
    },
  };
}
