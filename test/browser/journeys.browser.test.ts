/** The application as its users meet it: real server, real films, three sizes, two languages, fingers, mouse and keys. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { en } from '../../src/web/i18n/en.ts';
import { fr } from '../../src/web/i18n/fr.ts';
import { sharedData } from '../data.ts';
import { killRest, type RunningMatinee, startMatinee } from '../run-matinee.ts';
import { assertAccessible } from './axe.ts';
import { browserSkip, type Language, launchChromium, openPage, SIZE_NAMES } from './chromium.ts';

after(killRest);

const data = sharedData('ml-100k');
const skip = browserSkip() || data.skip;
const MESSAGES = { en, fr } as const;

const cardsOf = (page: Page) => page.locator('.movie-card__link');

/** The addresses of the films on the page, in their order. */
async function addressesOf(page: Page): Promise<string[]> {
  const found: unknown = await page.evaluate(
    `[...document.querySelectorAll('.movie-card__link')].map((link) => link.getAttribute('href'))`,
  );
  return Array.isArray(found) ? found.map(String) : [];
}

describe('journeys through the application', { skip, timeout: 300_000 }, () => {
  const home = join(mkdtempSync(join(tmpdir(), 'matinee-browser-')), 'home');
  let matinee: RunningMatinee;
  let browser: Browser;
  let url = '';

  before(async () => {
    matinee = startMatinee(
      ['start', '--data', data.dir, '--home', home, '--port', '0', '--source-port', '0'],
      { MATINEE_TRAINER_IMPROVE: 'false' },
    );
    browser = await launchChromium();
    url = String((await matinee.event('listening')).apiUrl);
    await matinee.event('ready');
  });
  after(async () => {
    await browser?.close();
    await matinee?.stop();
    rmSync(join(home, '..'), { recursive: true });
  });

  for (const size of SIZE_NAMES) {
    for (const language of ['en', 'fr'] satisfies Language[]) {
      it(`choose, rate, watch the rows change, edit and take back (${size}, ${language})`, async () => {
        const t = MESSAGES[language];
        const { page, complaints } = await openPage(browser, url, { size, language });
        await page.goto('/');
        await page.waitForURL('**/people');
        assert.equal(await page.locator('html').getAttribute('lang'), language);

        // Somebody from the data, who has a history.
        await page.locator('.people__list .profile').first().click();
        await page.getByRole('heading', { level: 2, name: t['row.for-you'], exact: true }).waitFor();
        const before = await addressesOf(page);
        assert.equal(new Set(before).size, before.length, 'a film is in one row only');

        // Rate the first film of the first row, in the sheet.
        const [rated] = before;
        await page.locator('.movie-card__rate').first().click();
        const sheet = page.getByRole('dialog');
        await sheet.locator('label.star-rating__value').last().click();
        await sheet.getByRole('button', { name: t['rate.close'] }).click();
        await page.waitForFunction(
          `![...document.querySelectorAll('.movie-card__link')].some((link) => link.getAttribute('href') === '${rated}')`,
        );
        assert.notDeepEqual(await addressesOf(page), before);

        // It is among my ratings; change it, then take it back.
        await page.getByRole('navigation').getByRole('link', { name: t['nav.ratings'] }).click();
        const mine = page.locator('.rated').first();
        assert.equal(await mine.locator('.rated__link').getAttribute('href'), rated);
        await mine.locator('label.star-rating__value').first().click();
        await page.locator('.toast--done').last().waitFor();
        await page.reload();
        assert.ok(await mine.locator('input').first().isChecked(), 'the change is there after a reload');
        const title = (await mine.locator('.rated__title').textContent()) ?? '';
        await mine.getByRole('button', { name: t['rate.removeOf'].replace('{{film}}', title) }).click();
        await page.waitForFunction(
          `document.querySelector('.rated .rated__link')?.getAttribute('href') !== '${rated}'`,
        );
        await page.reload();
        await mine.waitFor();
        assert.notEqual(await mine.locator('.rated__link').getAttribute('href'), rated, 'and stays away');
        assert.deepEqual(complaints, []);
        await page.context().close();
      });
    }
  }

  it('starts as a new person whose rows turn from popular to personal', async () => {
    const { page, complaints } = await openPage(browser, url, { size: 'phone' });
    await page.goto('/people');
    await page.locator('.profile--new').click();
    await page.waitForURL('**/start');
    await page.getByRole('link', { name: en['start.skip'] }).click();
    await page.getByText(en['home.start'], { exact: true }).waitFor();
    for (let rated = 1; rated <= 5; rated++) {
      const address = (await addressesOf(page))[0];
      await page.locator('.movie-card__rate').first().click();
      await page.getByRole('dialog').locator('label.star-rating__value').last().click();
      await page.getByRole('dialog').getByRole('button', { name: en['rate.close'] }).click();
      await page.waitForFunction(
        `![...document.querySelectorAll('.movie-card__link')].some((link) => link.getAttribute('href') === '${address}')`,
      );
    }
    await page.locator('.start-hint').waitFor({ state: 'detached' });
    await page.getByRole('heading', { level: 2, name: en['row.for-you'], exact: true }).waitFor();
    assert.deepEqual(complaints, []);
    await page.context().close();
  });

  it('rates, likes, hides and undoes on a film’s page, by keyboard alone', async () => {
    const { page, complaints } = await openPage(browser, url, { userId: '7' });
    await page.goto('/');
    await cardsOf(page).first().waitFor();
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate('document.activeElement.textContent'), en['app.skip']);
    await cardsOf(page).first().focus();
    await page.keyboard.press('ArrowRight');
    assert.equal(
      await page.evaluate('document.activeElement.getAttribute("href")'),
      (await addressesOf(page))[1],
      'arrow keys go from film to film',
    );
    await page.keyboard.press('Enter');
    await page.waitForURL('**/film/*');
    await page.locator('.movie__title').waitFor();
    assert.equal(await page.evaluate('document.activeElement.id'), 'content', 'the focus follows');
    const film = (await page.locator('.movie__title').textContent()) ?? '';
    assert.equal(await page.title(), `${film} · Matinee`);

    await page.locator('.star-rating input').first().focus();
    await page.keyboard.press('Space');
    for (let step = 0; step < 3; step++) await page.keyboard.press('ArrowRight');
    await page
      .locator('.rate-film__state', { hasText: en['movie.yours'].replace('{{value}}', '4') })
      .waitFor();
    await page.locator('.toast--done').last().waitFor();

    const like = page.getByRole('button', { name: en['react.like'], exact: true });
    await like.focus();
    await page.keyboard.press('Enter');
    assert.equal(await like.getAttribute('aria-pressed'), 'true');
    const hide = page.getByRole('button', { name: en['react.hide'], exact: true });
    await hide.focus();
    await page.keyboard.press('Enter');
    assert.equal(await hide.getAttribute('aria-pressed'), 'true');
    await page.getByRole('button', { name: en['react.undo'] }).focus();
    await page.keyboard.press('Enter');
    assert.equal(await hide.getAttribute('aria-pressed'), 'false');
    assert.equal(await like.getAttribute('aria-pressed'), 'true');
    assert.deepEqual(complaints, []);
    await page.context().close();
  });

  it('searches as one types, by the keys of a combobox, typing mistakes forgiven', async () => {
    const { page, complaints } = await openPage(browser, url, { userId: '7' });
    await page.goto('/');
    const box = page.getByRole('combobox');
    await box.pressSequentially('Usual Suspcts', { delay: 15 });
    const option = page.getByRole('option', { name: /The Usual Suspects/ });
    await option.first().waitFor();
    assert.equal(await box.getAttribute('aria-expanded'), 'true');
    await page.keyboard.press('ArrowDown');
    const active = await box.getAttribute('aria-activedescendant');
    assert.equal(await page.getByRole('option', { selected: true }).getAttribute('id'), active);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'The Usual Suspects' }).waitFor();

    await box.fill('star wars');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/search?query=star%20wars');
    await cardsOf(page).first().waitFor();
    await page.getByLabel(en['search.genre']).selectOption('Sci-Fi');
    await page.waitForURL('**/search?query=star+wars&genre=Sci-Fi');
    await page.getByRole('combobox', { name: en['search.label'] }).fill('zzzzqqqq');
    await page.getByRole('heading', { name: en['search.none'] }).waitFor();
    await page.getByRole('button', { name: 'star wars', exact: true }).click();
    await cardsOf(page).first().waitFor();
    const again = page.getByRole('combobox', { name: en['search.label'] });
    assert.equal(await again.inputValue(), 'star wars', 'what was searched for before is searched for again');
    await page.getByRole('button', { name: en['search.forget'] }).click();
    await page.locator('.recent').waitFor({ state: 'detached' });
    assert.deepEqual(complaints, []);
    await page.context().close();
  });

  it('changes language and colours, and remembers both', async () => {
    const { page, complaints } = await openPage(browser, url, { userId: '7' });
    await page.goto('/ratings');
    await page.getByRole('button', { name: en['language.switch'] }).click();
    await page.getByRole('heading', { level: 1, name: fr['ratings.heading'] }).waitFor();
    await page.getByRole('button', { name: fr['theme.system'] }).click();
    await page.getByRole('button', { name: fr['theme.light'] }).click();
    await page.reload();
    await page.getByRole('heading', { level: 1, name: fr['ratings.heading'] }).waitFor();
    assert.equal(await page.locator('html').getAttribute('data-theme'), 'dark');
    assert.deepEqual(complaints, []);
    await page.context().close();
  });

  for (const size of SIZE_NAMES) {
    for (const theme of ['light', 'dark'] as const) {
      it(`is accessible on every page (${size}, ${theme})`, async () => {
        const { page } = await openPage(browser, url, { size, theme, userId: '7', reducedMotion: true });
        for (const [address, ready] of PAGES) {
          await page.goto(address);
          await page.locator(ready).first().waitFor();
          await assertAccessible(page, `${address} at ${size} in ${theme}`);
          const overflow = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
          assert.equal(overflow, 0, `${address} does not scroll sideways at ${size}`);
        }
        await page.goto('/');
        await page.locator('.movie-card__rate').first().click();
        await page.getByRole('dialog').waitFor();
        await assertAccessible(page, `the rating sheet at ${size} in ${theme}`);
        await page.goto('/search');
        await page.getByRole('combobox', { name: en['search.label'] }).pressSequentially('star');
        await page.getByRole('listbox').waitFor();
        await assertAccessible(page, `suggestions at ${size} in ${theme}`);
        await page.context().close();
      });
    }
  }
});

/** Every page, and what shows that it has come. */
const PAGES = [
  ['/', '.movie-card'],
  ['/people', '.people__list .profile'],
  ['/film/50', '.figures__figure'],
  ['/search?query=star', '.movie-card'],
  ['/ratings', '.rated'],
  ['/film/999999', '.panel'],
  ['/nowhere', '.panel'],
] as const;
