/** Shows how far long work has come on stderr: a bar on a terminal, plain lines otherwise. */
import { Presets, SingleBar } from 'cli-progress';
import type { Progress } from '../domain/ports.ts';

export interface ProgressDisplay {
  update(progress: Progress): void;
  /** Leaves the last state on the screen. */
  stop(): void;
}

const PLAIN_LINE_EVERY_MS = 2_000;

/** A display for one piece of work, counted in `unit`s, with its rate and the time left. */
export function showProgress(label: string, unit: string): ProgressDisplay {
  const started = performance.now();
  const bar = new SingleBar(
    {
      stream: process.stderr,
      format: `${label} {bar} {percentage}% | {value}/{total} ${unit} | {rate}/s | {eta_formatted} left`,
      hideCursor: true,
      noTTYOutput: true,
      notTTYSchedule: PLAIN_LINE_EVERY_MS,
      etaBuffer: 50,
    },
    Presets.shades_grey,
  );
  let running = false;
  return {
    update({ done, total }) {
      const seconds = (performance.now() - started) / 1_000;
      const rate = Math.round(done / Math.max(seconds, 0.001)).toLocaleString('en');
      if (!running) bar.start(total ?? done, done, { rate });
      running = true;
      if (total !== null) bar.setTotal(total);
      bar.update(done, { rate });
    },
    stop() {
      if (running) bar.stop();
      running = false;
    },
  };
}
