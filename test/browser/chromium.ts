/**
 * A Chromium for the browser tests: the machine's own, driven over its debugging protocol. Without one a suite is
 * skipped, naming the command that gets it; `MATINEE_REQUIRE_BROWSER=1` makes that a failure.
 */
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { findChromium, INSTALL_COMMAND } from '../../scripts/browser-install.mjs';

/** The three sizes that every page is made for. */
export const SIZES = {
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
  tablet: { viewport: { width: 820, height: 1180 }, hasTouch: true, isMobile: true },
  desktop: { viewport: { width: 1440, height: 900 }, hasTouch: false, isMobile: false },
} as const satisfies Record<string, BrowserContextOptions>;
export type Size = keyof typeof SIZES;
export const SIZE_NAMES = ['phone', 'tablet', 'desktop'] as const satisfies readonly Size[];

export type Language = 'en' | 'fr';
const LOCALES: Readonly<Record<Language, string>> = { en: 'en-GB', fr: 'fr-FR' };

/** It runs without a display, asks nobody outside for anything, and keeps nothing. */
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Why browser suites are skipped here; false when they are not. */
export function browserSkip(): string | false {
  if (findChromium() !== null) return false;
  const reason = `no Chromium here: ${INSTALL_COMMAND}`;
  if (process.env.MATINEE_REQUIRE_BROWSER === '1') throw new Error(reason);
  return reason;
}

export async function launchChromium(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error(`no Chromium here: ${INSTALL_COMMAND}`);
  return chromium.launch({ executablePath, args: ARGUMENTS });
}

export interface Visitor {
  size?: Size;
  language?: Language;
  theme?: 'light' | 'dark';
  reducedMotion?: boolean;
  /** Lets the service worker in; without it every request is the page's own, and can be intercepted by a test. */
  serviceWorker?: boolean;
  /** Who is watching from the start; nobody without it. */
  userId?: string;
}

/** What the browser says of a service worker that the test itself keeps out. */
const BLOCKED_WORKER = 'Service Worker registration blocked by Playwright';

export interface OpenedPage {
  page: Page;
  /** What the page complained of so far: errors, warnings, refused by the content policy. */
  complaints: string[];
}

/** A new window of somebody who has never been here, closed with its browser or by `page.context().close()`. */
export async function openPage(
  browser: Browser,
  baseURL: string,
  visitor: Visitor = {},
): Promise<OpenedPage> {
  const {
    size = 'desktop',
    language = 'en',
    theme = 'light',
    reducedMotion = false,
    serviceWorker,
    userId,
  } = visitor;
  const context = await browser.newContext({
    ...SIZES[size],
    baseURL,
    locale: LOCALES[language],
    colorScheme: theme,
    serviceWorkers: serviceWorker === true ? 'allow' : 'block',
    reducedMotion: reducedMotion ? 'reduce' : 'no-preference',
  });
  context.setDefaultTimeout(15_000);
  if (userId !== undefined) {
    // Only where nothing is kept yet: a journey may choose somebody else.
    await context.addInitScript(
      `localStorage.getItem('matinee.person') ?? localStorage.setItem('matinee.person', ${JSON.stringify(userId)})`,
    );
  }
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    const complains = message.type() === 'error' || message.type() === 'warning';
    if (complains && message.text() !== BLOCKED_WORKER) complaints.push(message.text());
  });
  return { page, complaints };
}
