/** Waits for a condition, so that no test sleeps for luck. */
import { setTimeout as sleep } from 'node:timers/promises';

/** Resolves once `condition` holds; fails after `timeoutMs`, naming what was waited for. Long: machines that run tests are busy. */
export async function until(
  what: string,
  condition: () => boolean | Promise<boolean>,
  timeoutMs = 60_000,
): Promise<void> {
  const deadline = performance.now() + timeoutMs;
  while (!(await condition())) {
    if (performance.now() > deadline) throw new Error(`waited ${timeoutMs} ms in vain for: ${what}`);
    await sleep(2);
  }
}
