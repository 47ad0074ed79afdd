/** Checks the numbers that a caller gives. */
import { MatineeError } from '../domain/errors.ts';

/** `BAD_INPUT` for what is no whole number of at least `least`. */
export function checkCount(name: string, value: number, least: number): void {
  if (Number.isSafeInteger(value) && value >= least) return;
  throw new MatineeError('BAD_INPUT', `${value} cannot be the ${name} of a read`, {
    hint: `Give a whole number from ${least}.`,
  });
}
