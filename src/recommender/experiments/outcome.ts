/**
 * What an experiment says: how many of the films shown were opened in each arm, and what lies between. People are what
 * was dealt, and the films of one person hang together, so that variances are those of a ratio of means over people
 * (delta method: Deng, Knoblich, Lu 2018, "Applying the Delta Method in Metric Analytics", section 3).
 */
import type { Experiment } from './experiment.ts';
import type { PersonTally, Tally } from './tally.ts';
import type { Arm, Verdict } from './words.ts';

/** A share, and what it lies within, 95 times of a hundred. */
export interface Estimate {
  value: number;
  low: number;
  high: number;
}

export interface ArmOutcome {
  people: number;
  impressions: number;
  clicks: number;
  /** Clicks for each film shown; null with too few people to tell. */
  rate: Estimate | null;
}

export interface Outcome {
  arms: Record<Arm, ArmOutcome>;
  /** The rate of the variant less that of the control; null with too few people to tell. */
  difference: Estimate | null;
  verdict: Verdict;
  inBoth: number;
  clicksUnseen: number;
}

/** Below this many people in an arm a mean over them is not near enough to normal. */
export const LEAST_PEOPLE = 50;
/** The two-sided 95 % quantile of the normal distribution. */
const Z = 1.959964;
/** Chi-square with one degree of freedom, of which chance goes beyond once in a thousand. */
const UNEVEN = 10.828;

interface Ratio {
  value: number;
  variance: number;
}

export function outcomeOf({ share }: Pick<Experiment, 'share'>, tally: Tally): Outcome {
  const enough = Math.min(tally.control.length, tally.variant.length) >= LEAST_PEOPLE;
  const control = enough ? ratioOf(tally.control) : null;
  const variant = enough ? ratioOf(tally.variant) : null;
  const difference =
    control === null || variant === null
      ? null
      : estimate({ value: variant.value - control.value, variance: variant.variance + control.variance });
  return {
    arms: { control: armOutcome(tally.control, control), variant: armOutcome(tally.variant, variant) },
    difference,
    verdict: verdictOf(tally, share, difference),
    inBoth: tally.inBoth,
    clicksUnseen: tally.clicksUnseen,
  };
}

function verdictOf({ control, variant }: Tally, share: number, difference: Estimate | null): Verdict {
  if (control.length + variant.length === 0) return 'nothing-shown';
  if (isUneven(control.length, variant.length, share)) return 'uneven';
  if (difference === null) return 'too-few';
  if (difference.low > 0) return 'better';
  return difference.high < 0 ? 'worse' : 'undecided';
}

/**
 * Whether the arms hold other numbers of people than were dealt: then something keeps people of one arm from being
 * counted, and what they did says nothing (Fabijan et al. 2019, "Diagnosing Sample Ratio Mismatch").
 */
function isUneven(control: number, variant: number, share: number): boolean {
  const people = control + variant;
  if (share === 0 || share === 1 || people < LEAST_PEOPLE) return false;
  const expected = people * share;
  return (variant - expected) ** 2 / (expected * (1 - share)) > UNEVEN;
}

function armOutcome(people: readonly PersonTally[], ratio: Ratio | null): ArmOutcome {
  return {
    people: people.length,
    impressions: sum(people.map(({ impressions }) => impressions)),
    clicks: sum(people.map(({ clicks }) => clicks)),
    rate: ratio === null ? null : estimate(ratio),
  };
}

/** Clicks over impressions, both summed over people, of whom each was shown one film at least. */
function ratioOf(people: readonly PersonTally[]): Ratio {
  const shown = sum(people.map(({ impressions }) => impressions));
  const value = sum(people.map(({ clicks }) => clicks)) / shown;
  // The variance of clicks − value × impressions is that of the three terms of the delta method in one.
  const squares = sum(people.map(({ clicks, impressions }) => (clicks - value * impressions) ** 2));
  const count = people.length;
  return { value, variance: ((squares / (count - 1)) * count) / shown ** 2 };
}

function estimate({ value, variance }: Ratio): Estimate {
  const reach = Z * Math.sqrt(variance);
  return { value, low: value - reach, high: value + reach };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
