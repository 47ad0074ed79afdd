/** The real application on MovieLens 100K, started before a suite and stopped after it, with a Chromium to visit it. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { en } from '../../src/web/i18n/en.ts';
import { fr } from '../../src/web/i18n/fr.ts';
import { sharedData } from '../data.ts';
import { killRest, type RunningMatinee, startMatinee } from '../run-matinee.ts';
import { assertAccessible } from './axe.ts';
import {
  browserSkip,
  type Language,
  launchChromium,
  type OpenedPage,
  openPage,
  SIZE_NAMES,
  type Size,
  type Visitor,
} from './chromium.ts';

const data = sharedData('ml-100k');

/** Why suites of the application are skipped here; false when they are not. */
export const applicationSkip: string | false = browserSkip() || data.skip;

export const MESSAGES = { en, fr } as const;

/** Every size in every language. */
export const VISITS: readonly { size: Size; language: Language }[] = SIZE_NAMES.flatMap((size) =>
  (['en', 'fr'] as const).map((language) => ({ size, language })),
);

export interface Application {
  open(visitor?: Visitor, baseUrl?: string): Promise<OpenedPage>;
  /** Where the application answers. */
  url(): string;
}

/** Registers hooks of the suite it is called in. `environment` sets what the application runs with. */
export function useApplication(environment: Record<string, string> = {}): Application {
  const home = join(mkdtempSync(join(tmpdir(), 'matinee-browser-')), 'home');
  let matinee: RunningMatinee;
  let browser: Browser;
  let url = '';
  before(async () => {
    matinee = startMatinee(
      ['start', '--data', data.dir, '--home', home, '--port', '0', '--source-port', '0'],
      { MATINEE_TRAINER_IMPROVE: 'false', ...environment },
    );
    browser = await launchChromium();
    url = String((await matinee.event('listening')).apiUrl);
    await matinee.event('ready');
  });
  after(async () => {
    await browser?.close();
    await matinee?.stop();
    killRest();
    rmSync(join(home, '..'), { recursive: true });
  });
  return { open: (visitor = {}, baseUrl = url) => openPage(browser, baseUrl, visitor), url: () => url };
}

const PATIENCE_MS = 15_000;

/** Resolves once an expression is true on the page, looking at each frame: what the content policy lets a page wait for. */
export async function until(page: Page, expression: string): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  while ((await page.evaluate(expression)) !== true) {
    assert.ok(Date.now() < deadline, `never true: ${expression}`);
    await page.evaluate('new Promise((seen) => requestAnimationFrame(() => seen(null)))');
  }
}

/** Judges the page as it is now: by axe, that it does not scroll sideways, and that what is pressed is large enough. */
export async function assertGood(page: Page, where: string): Promise<void> {
  await assertAccessible(page, where);
  assert.equal(
    await page.evaluate('document.documentElement.scrollWidth - innerWidth'),
    0,
    `${where} does not scroll sideways`,
  );
  assert.deepEqual(
    await page.evaluate(SMALL_TARGETS),
    [],
    `${where}: what is pressed is at least 44 px high`,
  );
}

/** Buttons and fields of the content that are lower than a finger; links within text are no targets of this kind. */
const SMALL_TARGETS = `[...document.querySelectorAll('main button, main select, main input:not(.visually-hidden)')]
  .filter((element) => element.offsetParent !== null && element.offsetHeight < 44)
  .map((element) => element.outerHTML.slice(0, 120))`;
