/** What an experiment says, in a sentence that nobody needs statistics to read. */
import { type Estimate, LEAST_PEOPLE, type Outcome } from './outcome.ts';

export function describeOutcome({ arms, difference, verdict }: Outcome): string {
  const { control, variant } = arms;
  switch (verdict) {
    case 'nothing-shown':
      return 'Nobody has been shown a film in this experiment yet.';
    case 'uneven':
      return `The arms hold ${control.people} and ${variant.people} people, which is not how they were dealt: something keeps people out of one of them, and the rates say nothing until it is found.`;
    case 'too-few':
      return `Too few people to tell: ${control.people} and ${variant.people} so far, and ${LEAST_PEOPLE} are needed in each arm.`;
    case 'better':
    case 'worse':
    case 'undecided':
      return compared(control.rate, variant.rate, difference, verdict);
  }
}

const FOUND = {
  better: 'The variant is better',
  worse: 'The variant is worse',
  undecided: 'No difference can be told yet',
} as const;

function compared(
  control: Estimate | null,
  variant: Estimate | null,
  difference: Estimate | null,
  verdict: keyof typeof FOUND,
): string {
  if (control === null || variant === null || difference === null) return `${FOUND[verdict]}.`;
  const opened = `people open ${percent(variant.value)} of the films it shows and ${percent(control.value)} of the others`;
  const between = `between ${points(difference.low)} and ${points(difference.high)} points`;
  return `${FOUND[verdict]}: ${opened}; the difference lies ${between}, 95 times of a hundred.`;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

function points(share: number): string {
  return `${share < 0 ? '−' : '+'}${Math.abs(100 * share).toFixed(1)}`;
}
