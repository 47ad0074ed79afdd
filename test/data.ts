/**
 * Where tests find MovieLens data, which its terms keep out of this repository: `MATINEE_TEST_DATA`, else `shared/data`
 * beside the checkout. Without it a test is skipped, saying so; `MATINEE_REQUIRE_DATA=1` makes that a failure.
 */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

export type SharedData = { dir: string; skip: false } | { dir: string; skip: string };

/** The folder of one data set, and why its tests are skipped where it is absent: `test(name, { skip }, …)`. */
export function sharedData(name: 'ml-100k' | 'ml-latest-small'): SharedData {
  const root = process.env.MATINEE_TEST_DATA ?? resolve(import.meta.dirname, '../../shared/data');
  const dir = join(root, name);
  if (existsSync(dir)) return { dir, skip: false };
  const reason = `MovieLens ${name} is not at ${dir}: set MATINEE_TEST_DATA to the folder that holds it`;
  if (process.env.MATINEE_REQUIRE_DATA === '1') throw new Error(reason);
  return { dir, skip: reason };
}
