/**
 * What a person's interactions with a film say of it, as one number: above zero that they want it, below that they do
 * not, in units of a rating at the mean. A rating counts besides (`strength.ts`).
 */
import {
  type FeedbackKind,
  type InteractionType,
  VERDICT_TYPES,
  type VerdictType,
} from '../../domain/interaction.ts';

/** How much each kind of interaction counts, beside 1 for a rating at the mean; 0 is not at all. */
export type FeedbackWeights = Readonly<Record<FeedbackKind, number>>;

/** Ratings alone. */
export const NO_FEEDBACK: FeedbackWeights = {
  like: 0,
  dislike: 0,
  hide: 0,
  watchlist: 0,
  click: 0,
  view: 0,
};

/** The standing verdict on a film. */
export interface Verdict {
  type: VerdictType;
  /** Epoch milliseconds. */
  eventTime: number;
}

/** Whether a film is on the person's watchlist. */
export interface Listing {
  listed: boolean;
  /** Epoch milliseconds. */
  eventTime: number;
}

/** What a person left of themselves at a film besides ratings: what stands, and what they ever did. */
export interface Said {
  verdict: Verdict | null;
  listing: Listing | null;
  /** A bit for each of `TRACES`. */
  traces: number;
}

export const NOTHING_SAID: Said = { verdict: null, listing: null, traces: 0 };

/** Kinds that count once for a film, however often and whenever they happen. */
const TRACES = ['view', 'click'] as const satisfies readonly FeedbackKind[];

/** The bit of an interaction that leaves a trace; 0 for any other. */
export function traceOf(type: InteractionType): number {
  for (const [place, trace] of TRACES.entries()) if (trace === type) return 1 << place;
  return 0;
}

/** The verdict that an interaction is; null for any other. */
export function verdictOf(type: InteractionType, eventTime: number): Verdict | null {
  const verdict = VERDICT_TYPES.find((known) => known === type);
  return verdict === undefined ? null : { type: verdict, eventTime };
}

/** What an interaction does to the watchlist; null for one that does nothing to it. */
export function listingOf(type: InteractionType, eventTime: number): Listing | null {
  return type === 'watchlist' || type === 'unwatchlist' ? { listed: type === 'watchlist', eventTime } : null;
}

/** The later of two verdicts; of the same millisecond the one that asks for less of the film. */
export function laterVerdict(a: Verdict, b: Verdict): Verdict {
  if (a.eventTime !== b.eventTime) return a.eventTime > b.eventTime ? a : b;
  return VERDICT_TYPES.indexOf(a.type) >= VERDICT_TYPES.indexOf(b.type) ? a : b;
}

/** The later of two changes of the watchlist; of the same millisecond the one that takes the film off. */
export function laterListing(a: Listing, b: Listing): Listing {
  if (a.eventTime !== b.eventTime) return a.eventTime > b.eventTime ? a : b;
  return a.listed ? b : a;
}

/** Whether somebody with this verdict asked not to see the film. */
export function isUnwanted({ type }: Verdict): boolean {
  return type === 'dislike' || type === 'hide';
}

/** Takes one more interaction into what was said, in any order. */
export function addSaid(said: Said, type: InteractionType, eventTime: number): Said {
  const verdict = verdictOf(type, eventTime);
  const listing = listingOf(type, eventTime);
  return {
    verdict: laterOf(said.verdict, verdict, laterVerdict),
    listing: laterOf(said.listing, listing, laterListing),
    traces: said.traces | traceOf(type),
  };
}

function laterOf<T>(a: T | null, b: T | null, later: (a: T, b: T) => T): T | null {
  return a === null || b === null ? (a ?? b) : later(a, b);
}

/**
 * The signal of a film. Who said no last, by `dislike` or `hide` and not by a rating since (in whole seconds, as ratings
 * have them), gives that verdict's weight below zero and nothing else; anybody else the sum of what they did.
 */
export function signalOf(
  { verdict, listing, traces }: Said,
  ratedAtSeconds: number | null,
  weights: FeedbackWeights,
): number {
  if (verdict?.type === 'dislike' || verdict?.type === 'hide') {
    const since = ratedAtSeconds !== null && ratedAtSeconds > Math.floor(verdict.eventTime / 1_000);
    if (!since) return -weights[verdict.type];
  }
  const liked = verdict?.type === 'like' ? weights.like : 0;
  const listed = listing?.listed === true ? weights.watchlist : 0;
  return TRACES.reduce(
    (sum, kind) => sum + ((traces & traceOf(kind)) === 0 ? 0 : weights[kind]),
    liked + listed,
  );
}
