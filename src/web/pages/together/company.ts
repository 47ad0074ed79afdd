/** Who watches together, and by which rule, as the page's address has it. */
import type { TogetherAnswer } from '../../../api/schemas/together.ts';

export type Rule = TogetherAnswer['rule'];

export interface Company {
  /** Besides the person who is watching. */
  others: readonly string[];
  rule: Rule;
}

/** As many as the API takes. */
export const MOST_OTHERS = 7;

/** What the address asks for; what it cannot mean is left out. */
export function readCompany(parameters: URLSearchParams, userId: string): Company {
  const named = parameters.getAll('with').filter((id) => id !== '' && id.length <= 128 && id !== userId);
  return {
    others: [...new Set(named)].slice(0, MOST_OTHERS),
    rule: parameters.get('rule') === 'average' ? 'average' : 'least-misery',
  };
}

export function writeCompany({ others, rule }: Company): URLSearchParams {
  const parameters = new URLSearchParams(others.map((id) => ['with', id]));
  if (rule === 'average') parameters.set('rule', rule);
  return parameters;
}
