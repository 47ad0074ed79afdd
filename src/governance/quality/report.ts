/** The quality of the data now: every rule measured, and which of them call for somebody. */
import type { Evidence } from './evidence.ts';
import { type Dimension, RULES, type Rule } from './rules.ts';

export interface RuleResult {
  id: string;
  dimension: Dimension;
  /** What the rule says, in English. */
  text: string;
  checked: number;
  failed: number;
  /** The share that fails, and the share that may, from 0 to 1. */
  share: number;
  tolerance: number;
  status: 'kept' | 'alert';
  examples: string[];
}

export interface QualityReport {
  /** Epoch seconds. */
  measuredAt: number;
  /** How many rules call for somebody. */
  alerts: number;
  rules: RuleResult[];
}

/** Equal evidence gives equal reports. */
export function reportQuality(evidence: Evidence, rules: readonly Rule[] = RULES): QualityReport {
  const results = rules.map((rule) => judge(rule, evidence));
  return {
    measuredAt: Math.floor(evidence.now / 1_000),
    alerts: results.filter(({ status }) => status === 'alert').length,
    rules: results,
  };
}

function judge({ id, dimension, text, tolerance, measure }: Rule, evidence: Evidence): RuleResult {
  const { checked, failed, examples } = measure(evidence);
  const share = checked === 0 ? 0 : failed / checked;
  const status = share > tolerance ? 'alert' : 'kept';
  return { id, dimension, text: text.en, checked, failed, share, tolerance, status, examples };
}
