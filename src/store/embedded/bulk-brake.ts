/**
 * Keeps the write-ahead log from growing without end during a bulk load: a checkpoint can only start the log over at a
 * moment when everything in it is back in the index file, and a writer that never pauses never leaves that moment.
 */
import type { DatabaseSync } from 'node:sqlite';
import { logState } from './checkpoint.ts';

/** Pages of 4 KiB. */
const BRAKE_AT_PAGES = 24_576;
const SLICES_PER_LOOK = 16;
/** Longest stop; a reader in the middle of a long scan holds the log open whatever the writer does. */
const LONGEST_STOP_MS = 250;

export interface BulkBrake {
  /** Asked before each slice: whether bulk requests wait for the checkpoint thread now. */
  isOn(): boolean;
}

export function createBulkBrake(database: DatabaseSync): BulkBrake {
  let slices = 0;
  let brakeAt = BRAKE_AT_PAGES;
  let stoppedSince: number | null = null;
  return {
    isOn() {
      slices += 1;
      if (stoppedSince === null && slices % SLICES_PER_LOOK !== 0) return false;
      const { pages, waiting } = logState(database);
      if (pages < brakeAt || waiting === 0) {
        if (waiting === 0) brakeAt = BRAKE_AT_PAGES;
        stoppedSince = null;
        return false;
      }
      stoppedSince ??= performance.now();
      if (performance.now() - stoppedSince < LONGEST_STOP_MS) return true;
      brakeAt = pages + BRAKE_AT_PAGES;
      stoppedSince = null;
      return false;
    },
  };
}
