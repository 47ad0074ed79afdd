/** How much there is: what the index holds, and what could not be processed. */
import type { ApiDeps } from './deps.ts';

export async function readTotals({ store, countDeadLetters }: Pick<ApiDeps, 'store' | 'countDeadLetters'>) {
  const [totals, dead] = await Promise.all([store.totals(), countDeadLetters()]);
  return { ...totals, dead };
}
