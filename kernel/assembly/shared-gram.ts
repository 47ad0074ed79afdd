/**
 * YᵀY of a whole side by all threads: 16 fixed parts of the rows, then their sum in one order, so that the bits do
 * not depend on the number of threads.
 */
import { addOuterProducts, PANEL_ROWS } from './gram';
import { Job, meet, Side, take } from './job';

export const GRAM_PARTS: i32 = 16;

/** job.gram = gramWeight · YᵀY + penalty · I, both triangles. Called by every thread. */
export function computeGram(job: Job, thread: i32, side: Side, penalty: f32): void {
  for (;;) {
    const part = take(job, 1);
    if (part >= GRAM_PARTS) break;
    sumPart(job, side, part);
  }
  meet(job);
  const rows = <i32>(job.bytes >> 2);
  for (let i = thread; i < rows; i += job.threads) reduceRow(job, <usize>i, penalty);
  meet(job);
}

function sumPart(job: Job, side: Side, part: i32): void {
  const bytes = job.bytes;
  const size = (bytes >> 2) * bytes;
  const sum = job.gramParts + <usize>part * size;
  const length = (side.rows + GRAM_PARTS - 1) / GRAM_PARTS;
  const end = min(side.rows, (part + 1) * length);
  memory.fill(sum, 0, size);
  for (let row = part * length; row < end; row += PANEL_ROWS) {
    const y = side.factors + <usize>row * bytes;
    addOuterProducts(sum, y, y, min(PANEL_ROWS, end - row), bytes);
  }
}

function reduceRow(job: Job, i: usize, penalty: f32): void {
  const bytes = job.bytes;
  const size = (bytes >> 2) * bytes;
  for (let j = i; j < bytes >> 2; j++) {
    const at = i * bytes + (j << 2);
    let value: f32 = 0;
    for (let part: i32 = 0; part < GRAM_PARTS; part++)
      value += load<f32>(job.gramParts + <usize>part * size + at);
    value *= job.gramWeight;
    if (i === j) value += i < <usize>job.unknowns ? penalty : 1;
    store<f32>(job.gram + at, value);
    store<f32>(job.gram + j * bytes + (i << 2), value);
  }
}
