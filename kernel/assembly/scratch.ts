/** Where things lie in a thread's working memory, for rows of `bytes` bytes. `kernel/job.ts` reserves it. */
import { PANEL_ROWS } from './gram';

/** The right-hand side of the row being solved, and seven more vectors of its size. */
export function vectorAt(scratch: usize, index: usize, bytes: usize): usize {
  return scratch + index * bytes;
}

/** The matrix of the row being solved. */
export function systemAt(scratch: usize, bytes: usize): usize {
  return scratch + 8 * bytes;
}

/** A second matrix of the same size. */
export function blockAt(scratch: usize, bytes: usize): usize {
  return systemAt(scratch, bytes) + (bytes >> 2) * bytes;
}

/** Rows gathered to be multiplied. */
export function panelAt(scratch: usize, bytes: usize): usize {
  return blockAt(scratch, bytes) + (bytes >> 2) * bytes;
}

/** The same rows, weighted. */
export function weightedPanelAt(scratch: usize, bytes: usize): usize {
  return panelAt(scratch, bytes) + <usize>PANEL_ROWS * bytes;
}

export function scratchBytes(bytes: usize): usize {
  return weightedPanelAt(0, bytes) + <usize>PANEL_ROWS * bytes;
}
