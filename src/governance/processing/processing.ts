/**
 * What may be done with what is held of a person: whether they may be profiled (they may object: GDPR, Article 21), and
 * whether it is only to be stored (restriction: Article 18). Whoever said nothing has no entry.
 */
import type { Pseudonym } from '../../domain/ids.ts';

export interface Processing {
  /** Whether recommendations may be personal, and models learn from them. */
  profiling: boolean;
  /** Whether what is held is only stored: nothing is taken in, nothing of it is used. */
  restricted: boolean;
}

export const UNLIMITED: Processing = { profiling: true, restricted: false };

/** Whether anything is limited: such a person is in no model, and gets nothing personal. */
export function isLimited({ profiling, restricted }: Processing): boolean {
  return restricted || !profiling;
}

/** What holds of each person now, without waiting. */
export type ProcessingOf = (person: Pseudonym) => Processing;
