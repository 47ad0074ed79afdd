/** The dashboard: every chart at three sizes, narrowed by clicks and by keys, live, as files, and when there is nothing. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import type { Download, Page } from 'playwright-core';
import { sendJson } from '../http.ts';
import { applicationSkip, assertGood, MESSAGES, until, useApplication } from './application.ts';
import { SIZE_NAMES } from './chromium.ts';

const CHARTS = 12;
const t = MESSAGES.en;

const ALL_DRAWN = `document.querySelectorAll('.plot__drawing[data-drawn]').length === ${CHARTS}`;
/** What the first chart is painted on, and what it is to be. */
const PAINTED_ON = `document.querySelector('.plot__drawing svg').style.backgroundColor`;
const SURFACES = { light: 'rgb(255, 253, 248)', dark: 'rgb(31, 24, 37)' } as const;
const chart = (page: Page, title: string) => page.getByRole('region', { name: title, exact: true }).first();
const chip = (page: Page, text: string) =>
  page.getByRole('button', { name: t['dashboard.remove'].replace('{{text}}', text), exact: true });
/** How many ratings the picture of a chart says it is about. */
const told = (title: string) =>
  `Number(document.querySelector('.plot[aria-label^="${title}"]')?.ariaLabel.replace(/.*about ([\\d,]+) ratings.*/, '$1').replace(/,/g, ''))`;

async function textOf(download: Download): Promise<string> {
  return readFile(await download.path(), 'utf8');
}

describe('the dashboard', { skip: applicationSkip, timeout: 240_000 }, () => {
  const application = useApplication();

  async function openDashboard(query = '') {
    const opened = await application.open({ userId: '7', reducedMotion: true });
    await opened.page.goto(`/dashboard${query}`);
    return opened;
  }

  for (const size of SIZE_NAMES) {
    const language = size === 'tablet' ? 'en' : 'fr';
    it(`draws every chart, with a table behind each, by day and by night (${size}, ${language})`, async () => {
      const words = MESSAGES[language];
      const { page, complaints } = await application.open({
        size,
        language,
        userId: '7',
        reducedMotion: true,
      });
      await page.goto('/');
      const places = page.getByRole('navigation', { name: words['nav.main'] });
      await places.getByRole('link', { name: words['nav.dashboard'] }).click();
      await page.getByRole('heading', { level: 1, name: words['dashboard.title'] }).waitFor();
      await until(page, ALL_DRAWN);
      await page.locator('summary').nth(4).click();
      await page.getByRole('table').first().waitFor();
      await page.getByRole('button', { name: language === 'fr' ? 'Guerre' : 'War', exact: true }).waitFor();
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        await until(page, `${PAINTED_ON} === '${SURFACES[colorScheme]}'`);
        await assertGood(page, `the dashboard at ${size}, ${colorScheme}`);
      }
      assert.equal(
        await page.evaluate('innerWidth'),
        page.viewportSize()?.width,
        'nothing is wider than the page',
      );
      assert.deepEqual(complaints, []);
      await page.context().close();
    });
  }

  it('narrows every chart by a click on a mark, keeps it in the address, and lets go again', async () => {
    const { page, complaints } = await openDashboard();
    await until(page, ALL_DRAWN);
    const all = Number(await page.evaluate(told('Mean rating by genre')));
    const women = '.plot[aria-label^="By gender"] .mark-rect.role-mark path >> nth=0';
    await page.locator(women).click();
    await chip(page, 'Gender: Women').waitFor();
    assert.match(page.url(), /\?gender=F$/);
    await until(page, `${told('Mean rating by genre')} < ${all / 2}`);
    await page.reload();
    await until(page, `${told('Coverage of the catalogue')} < ${all / 2}`);
    await until(page, ALL_DRAWN);
    await chip(page, 'Gender: Women').click();
    await until(page, `${told('Mean rating by genre')} === ${all}`);
    assert.match(page.url(), /\/dashboard$/);
    await page.goBack();
    await chip(page, 'Gender: Women').waitFor();
    assert.deepEqual(complaints, []);
    await page.context().close();
  });

  it('narrows by keyboard alone, also to a film, and to a time', async () => {
    const { page } = await openDashboard();
    await until(page, ALL_DRAWN);
    await chart(page, 'The ten films rated most').locator('summary').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await chip(page, 'Film: Star Wars').waitFor();
    assert.equal(
      await page.locator('.chart__table [aria-pressed="true"]').first().textContent(),
      'Star Wars',
      'the table says what is chosen',
    );
    await page.getByLabel(t['dashboard.from'], { exact: true }).fill('1998-01');
    await chip(page, 'From: January 1998').waitFor();
    await page.getByRole('button', { name: t['dashboard.removeAll'] }).focus();
    await page.keyboard.press('Enter');
    await page.getByText(t['dashboard.hint']).waitFor();
    await page.context().close();
  });

  it('follows a rating as it is given, says so, and stops when it is asked to', async () => {
    const { page } = await openDashboard();
    await page.getByText(t['dashboard.live'], { exact: true }).waitFor();
    await until(page, ALL_DRAWN);
    const before = Number(await page.evaluate(told('Distribution of ratings')));
    const rate = (movieId: number) =>
      sendJson('POST', `${application.url()}/api/ratings`, { userId: '7', movieId, rating: 4 });
    const unrated = [1_670, 1_671, 1_672, 1_673];
    for (const movieId of unrated) assert.equal((await rate(movieId)).status, 202);
    await until(page, `${told('Distribution of ratings')} > ${before}`);
    await until(
      page,
      `/${(before + unrated.length).toLocaleString('en')} ratings/.test(document.querySelector('.live-status [role=status]').textContent)`,
    );
    await page.getByRole('button', { name: t['dashboard.pause'] }).click();
    await page.getByText(t['dashboard.paused'], { exact: true }).waitFor();
    await page.getByRole('button', { name: t['dashboard.resume'] }).click();
    await page.getByText(t['dashboard.live'], { exact: true }).waitFor();
    await page.context().close();
  });

  it('gives each chart as a picture and as CSV, narrowed as it is shown', async () => {
    const { page } = await openDashboard('?gender=F');
    await until(page, ALL_DRAWN);
    const genders = chart(page, 'Distribution of ratings');
    const saved = async (name: string, role: 'button' | 'link') => {
      const downloading = page.waitForEvent('download');
      await genders.getByRole(role, { name }).click();
      return downloading;
    };
    const csv = await saved('CSV: Distribution of ratings', 'link');
    assert.equal(csv.suggestedFilename(), 'rating-distribution.csv');
    const lines = (await textOf(csv)).trim().split('\r\n');
    assert.equal(lines[0], 'Rating,Ratings,People');
    const sum = lines.slice(1).reduce((total, line) => total + Number(line.split(',')[1]), 0);
    assert.equal(sum, await page.evaluate(told('Distribution of ratings')));
    const svg = await textOf(await saved('SVG: Distribution of ratings', 'button'));
    assert.match(svg, /^<svg[\s\S]*Distribution of ratings[\s\S]*<\/svg>$/);
    const png = await saved('PNG: Distribution of ratings', 'button');
    assert.equal((await readFile(await png.path())).subarray(1, 4).toString(), 'PNG');
    await page.context().close();
  });

  it('explains why nothing is shown: too few people, nobody, a server that fails', async () => {
    const few = await openDashboard('?movieId=1682');
    await few.page.getByRole('heading', { name: t['dashboard.tooFew'] }).waitFor();
    await few.page.getByText(t['dashboard.nothing']).first().waitFor();
    await assertGood(few.page, 'too few people');
    await few.page.context().close();

    const nobody = await openDashboard('?to=1990-12');
    await nobody.page.getByRole('heading', { name: t['dashboard.none'] }).waitFor();
    await nobody.page.context().close();

    const { page } = await application.open({ userId: '7', reducedMotion: true });
    await page.route('**/api/stats/genres*', (route) => route.fulfill({ status: 500, body: '{}' }));
    await page.goto('/dashboard');
    const genres = chart(page, 'Mean rating by genre');
    await genres.getByRole('heading', { name: t['failure.server'] }).waitFor();
    await page.unroute('**/api/stats/genres*');
    await genres.getByRole('button', { name: t['failure.retry'] }).click();
    await until(page, ALL_DRAWN);
    await page.context().close();
  });

  it('takes no library of charts along to other pages', async () => {
    const { page } = await application.open({ userId: '7', serviceWorker: true });
    const asked: string[] = [];
    page.context().on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto('/');
    await page.locator('.movie-card').first().waitFor();
    await page.evaluate('navigator.serviceWorker.ready.then(() => true)');
    assert.ok(asked.some((path) => path.includes('/libraries-')));
    assert.deepEqual(
      asked.filter((path) => path.includes('/charts-')),
      [],
    );
    await page.context().close();
  });
});
