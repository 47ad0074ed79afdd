/**
 * `npm run screenshots`: takes the pictures of the README from the real application. `--data DIR` shows a MovieLens
 * data set instead of the sample that ships.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser } from 'playwright-core';
import { launchChromium, openPage, type Visitor } from '../test/browser/chromium.ts';
import { startMatinee } from '../test/run-matinee.ts';

interface Picture {
  name: string;
  address: string;
  /** What shows that the page is there. */
  ready: string;
  visitor: Visitor;
}

const desktop = { size: 'desktop', reducedMotion: true, userId: '4' } as const;
const phone = { size: 'phone', reducedMotion: true, userId: '4' } as const;

const PICTURES: readonly Picture[] = [
  { name: 'home-desktop', address: '/', ready: '.movie-card', visitor: desktop },
  { name: 'home-desktop-dark', address: '/', ready: '.movie-card', visitor: { ...desktop, theme: 'dark' } },
  { name: 'home-phone', address: '/', ready: '.movie-card', visitor: phone },
  { name: 'film-desktop', address: '/film/', ready: '.scroller', visitor: desktop },
  {
    name: 'film-phone-fr',
    address: '/film/',
    ready: '.scroller',
    visitor: { ...phone, language: 'fr', theme: 'dark' },
  },
  {
    name: 'dashboard-desktop',
    address: '/dashboard',
    ready: '.chart:nth-child(6) .plot__drawing[data-drawn]',
    visitor: desktop,
  },
];

async function take(browser: Browser, url: string, picture: Picture, directory: string): Promise<void> {
  const { page } = await openPage(browser, url, picture.visitor);
  await page.goto('/');
  await page.locator('.movie-card__link').first().waitFor();
  const film = await page.locator('.movie-card__link').nth(3).getAttribute('href');
  await page.goto(picture.address === '/film/' ? (film ?? '/') : picture.address);
  await page.locator(picture.ready).first().waitFor();
  // The dashboard listens for as long as it is seen: there is always a request.
  if (picture.address !== '/dashboard') await page.waitForLoadState('networkidle');
  await page.evaluate('document.fonts.ready.then(() => true)');
  const path = join(directory, `${picture.name}.png`);
  await page.screenshot({ path });
  console.log(path);
  await page.context().close();
}

const { values } = parseArgs({ options: { data: { type: 'string' }, out: { type: 'string' } } });
const directory = resolve(values.out ?? join(import.meta.dirname, '../docs/images'));
const home = mkdtempSync(join(tmpdir(), 'matinee-screenshots-'));
const data = values.data === undefined ? [] : ['--data', resolve(values.data)];
const matinee = startMatinee(
  ['start', ...data, '--home', join(home, 'home'), '--port', '0', '--source-port', '0'],
  { MATINEE_TRAINER_IMPROVE: 'false' },
);
const browser = await launchChromium();
try {
  const url = String((await matinee.event('listening')).apiUrl);
  await matinee.event('ready');
  mkdirSync(directory, { recursive: true });
  for (const picture of PICTURES) await take(browser, url, picture, directory);
} finally {
  await browser.close();
  await matinee.stop();
  rmSync(home, { recursive: true });
}
