/** The rules of numbers. */
import type { Rule } from './rule.ts';
import { DECIMAL } from './text-classes.ts';

const decimal = new RegExp(DECIMAL);

/** Numbers taken for milliseconds: from March 1973 to 5138, where as seconds they would lie past 5138. */
const MILLISECONDS_FROM = 1e11;
const MILLISECONDS_BELOW = 1e14;
/** Whole numbers up to here are one number in a double, a long and JSON. */
const LARGEST_WHOLE = 1e15;

/** A number, or decimal digits → a number; null stays. */
export const numberOrNull: Rule = {
  clean: cleanNumber,
  sql: ({ type, number }) => ({
    value: number,
    holds: `${type} = 'VOID' or abs(${number}) <= ${LARGEST_WHOLE}`,
  }),
};

/** A number, or decimal digits → a number, for fields whose numbers are whole. */
export const wholeNumber: Rule = {
  clean: cleanNumber,
  sql: ({ number }) => ({ value: cutOff(number), holds: isWhole(number) }),
};

/** `wholeNumber`; null stays, and what is absent becomes null. */
export const wholeNumberOrNull: Rule = {
  clean: (raw) => (raw === undefined ? null : cleanNumber(raw)),
  sql: ({ type, number }) => ({
    value: cutOff(number),
    holds: `${type} is null or ${type} = 'VOID' or ${isWhole(number)}`,
  }),
};

/** A number, or decimal digits → an integer, fractions cut off. */
export const integer: Rule = {
  clean: cleanInteger,
  sql: ({ number }) => ({ value: cutOff(number), holds: `${number} between 0 and ${LARGEST_WHOLE}` }),
};

/** `integer`, in seconds: what can only be milliseconds is divided by 1,000. */
export const seconds: Rule = {
  clean(raw) {
    const value = cleanNumber(raw);
    if (typeof value !== 'number') return value;
    const inMilliseconds = value >= MILLISECONDS_FROM && value < MILLISECONDS_BELOW;
    return Math.trunc(inMilliseconds ? value / 1_000 : value);
  },
  sql: ({ number }) => {
    const inMilliseconds = `${number} >= ${MILLISECONDS_FROM} and ${number} < ${MILLISECONDS_BELOW}`;
    return {
      value: cutOff(`if(${inMilliseconds}, ${number} / 1000d, ${number})`),
      holds: `${number} between 0 and ${LARGEST_WHOLE}`,
    };
  },
};

function cleanNumber(raw: unknown): unknown {
  if (typeof raw !== 'string') return raw;
  const text = raw.trim();
  return decimal.test(text) ? Number(text) : raw;
}

function cleanInteger(raw: unknown): unknown {
  const value = cleanNumber(raw);
  return typeof value === 'number' ? Math.trunc(value) : value;
}

function isWhole(number: string): string {
  return `(${number} = ${cutOff(number)} and abs(${number}) <= ${LARGEST_WHOLE})`;
}

/** The integer towards zero; null beyond 64 bits, where a cast would end the whole query. */
function cutOff(number: string): string {
  return `try_cast(${number} as bigint)`;
}
