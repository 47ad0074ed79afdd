/** Numbers of the command line: what does not read as one is wrong usage, naming what was expected. */
import { InvalidArgumentError } from 'commander';

/** A parser of whole numbers within bounds, for commander's options. */
export function wholeNumber(minimum: number, maximum: number): (text: string) => number {
  return (text) => {
    const value = /^-?\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
    if (value >= minimum && value <= maximum) return value;
    throw new InvalidArgumentError(`expected a whole number from ${minimum} to ${maximum}.`);
  };
}

/** A parser of decimal numbers within bounds. */
export function decimalNumber(minimum: number, maximum: number): (text: string) => number {
  return (text) => {
    const value = /^-?\d{1,15}(\.\d{1,15})?$/.test(text) ? Number(text) : Number.NaN;
    if (value >= minimum && value <= maximum) return value;
    throw new InvalidArgumentError(`expected a number from ${minimum} to ${maximum}.`);
  };
}

/** Reads a duration, `90s` or `5m` (seconds without a unit), as milliseconds. */
export function duration(text: string): number {
  const [, amount, unit = 's'] = /^(\d{1,6}(?:\.\d{1,3})?)(s|m)?$/.exec(text) ?? [];
  if (amount === undefined) throw new InvalidArgumentError('expected a duration such as 60s or 5m.');
  return Number(amount) * (unit === 'm' ? 60_000 : 1_000);
}

export const port = wholeNumber(0, 65_535);
