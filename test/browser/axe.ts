/** Judges a page by axe-core, by the rules of WCAG 2.2 AA and of good practice. */
import assert from 'node:assert/strict';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { isJsonObject } from '../../src/domain/json.ts';
import { objectsIn } from '../http.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Resolves once nothing fades or moves any more: a text on its way in has not its contrast yet. */
const SETTLED = `Promise.all(document.getAnimations()
  .filter((animation) => animation.playState === 'running' && animation.effect.getComputedTiming().endTime !== Infinity)
  .map((animation) => animation.finished.catch(() => undefined)))`;

/** Fails naming each violated rule and the elements that violate it. */
export async function assertAccessible(page: Page, where: string): Promise<void> {
  await page.evaluate(SETTLED);
  // As text: the content policy of the page lets no foreign script in, and needs none.
  await page.evaluate(axe.source);
  const result: unknown = await page.evaluate(
    `axe.run(document, { runOnly: ${JSON.stringify(TAGS)}, resultTypes: ['violations'] })`,
  );
  assert.ok(isJsonObject(result));
  const violations = objectsIn(result.violations).map(({ id, help, nodes }) => {
    const elements = objectsIn(nodes).map(
      ({ html, failureSummary }) => `    ${String(html)}\n    ${String(failureSummary)}`,
    );
    return `  ${String(id)}: ${String(help)}\n${elements.slice(0, 3).join('\n')}`;
  });
  assert.deepEqual(violations, [], `${where}:\n${violations.join('\n')}`);
}
