/** What people see when something is wrong: the server gone, slow or failing, nothing to show, titles that bite. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page, Route } from 'playwright-core';
import { en } from '../../src/web/i18n/en.ts';
import { killRest, type RunningMatinee, startMatinee } from '../run-matinee.ts';
import { assertAccessible } from './axe.ts';
import { browserSkip, launchChromium, openPage, SIZE_NAMES } from './chromium.ts';
import { HOSTILE_TITLES, writeHostileData } from './hostile-data.ts';

after(killRest);

const ROWS = '**/api/recommendations/users/*/rows*';

const problem = (route: Route, status: number, headers: Record<string, string> = {}) =>
  route.fulfill({
    status,
    headers: { 'content-type': 'application/problem+json', ...headers },
    body: JSON.stringify({
      type: 'about:blank',
      title: 'A problem',
      status,
      detail: 'As the test wants.',
      instance: '/',
    }),
  });

const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true });

describe('failure states of the application', { skip: browserSkip(), timeout: 240_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'matinee-failures-'));
  let matinee: RunningMatinee;
  let browser: Browser;
  let url = '';

  const open = (visitor: Parameters<typeof openPage>[2] = {}) =>
    openPage(browser, url, { userId: '7', reducedMotion: true, ...visitor });

  before(async () => {
    writeHostileData(join(folder, 'data'));
    matinee = startMatinee(
      [
        'start',
        '--data',
        join(folder, 'data'),
        '--home',
        join(folder, 'home'),
        '--port',
        '0',
        '--source-port',
        '0',
      ],
      { MATINEE_TRAINER_IMPROVE: 'false' },
    );
    browser = await launchChromium();
    url = String((await matinee.event('listening')).apiUrl);
    await matinee.event('ready');
  });
  after(async () => {
    await browser?.close();
    await matinee?.stop();
    rmSync(folder, { recursive: true });
  });

  for (const [state, status, title] of [
    ['answers 500', 500, en['failure.server']],
    ['takes too long (504)', 504, en['failure.slow']],
    ['refuses (400)', 400, en['failure.refused']],
  ] as const) {
    it(`says so when the server ${state}, and carries on when asked again`, async () => {
      const { page } = await open();
      await page.route(ROWS, (route) => problem(route, status));
      await page.goto('/');
      await heading(page, title).waitFor();
      await assertAccessible(page, title);
      await page.unroute(ROWS);
      await page.getByRole('button', { name: en['failure.retry'] }).click();
      await page.locator('.movie-card').first().waitFor();
      await page.context().close();
    });
  }

  it('carries on by itself once a model serves (503)', async () => {
    const { page } = await open();
    let asked = 0;
    await page.route(ROWS, (route) => (++asked < 3 ? problem(route, 503) : route.continue()));
    await page.goto('/');
    await heading(page, en['failure.not-ready']).waitFor();
    await page.locator('.movie-card').first().waitFor();
    assert.ok(asked >= 3);
    await page.context().close();
  });

  it('waits as long as the server asks for (429), then asks again', async () => {
    const { page } = await open();
    let asked = 0;
    await page.route(ROWS, (route) =>
      ++asked < 2 ? problem(route, 429, { 'retry-after': '1' }) : route.continue(),
    );
    await page.goto('/');
    await heading(page, en['failure.too-many']).waitFor();
    await page.locator('.movie-card').first().waitFor();
    assert.equal(asked, 2);
    await page.context().close();
  });

  it('shows placeholders while it waits, and says when that takes long', async () => {
    const { page } = await open();
    const gate = Promise.withResolvers<void>();
    await page.route(ROWS, async (route) => {
      await gate.promise;
      await route.continue();
    });
    await page.goto('/');
    await page.locator('.skeleton--poster').first().waitFor();
    await page.getByText(en['app.slow']).waitFor();
    gate.resolve();
    await page.locator('.movie-card').first().waitFor();
    await page.context().close();
  });

  it('has a word for an empty catalogue', async () => {
    const { page } = await open();
    await page.route(ROWS, (route) =>
      route.fulfill({ json: { userId: '7', modelVersion: null, strategy: 'popular', rows: [] } }),
    );
    await page.goto('/');
    await heading(page, en['home.empty']).waitFor();
    await assertAccessible(page, 'an empty home');
    await page.context().close();
  });

  it('knows no film under an address that is none', async () => {
    const { page } = await open();
    for (const address of ['/film/2147483647', '/film/abc', '/film/99999999999999999999', '/film/-1']) {
      await page.goto(address);
      await heading(page, en['movie.unknown']).waitFor();
    }
    await page.context().close();
  });

  it('shows what is popular to a person whom the server no longer knows', async () => {
    const { page } = await open({ userId: 'erased meanwhile / ?#%' });
    await page.goto('/');
    await heading(page, en['row.popular']).waitFor();
    await page.goto('/ratings');
    await heading(page, en['ratings.none']).waitFor();
    await page.context().close();
  });

  it('takes a rating back on the page when the server does not accept it, and can send it again', async () => {
    const { page } = await open();
    await page.goto('/film/30');
    const stars = page.locator('.star-rating input');
    await page.locator('.rate-film__state').waitFor();
    const before = await page.locator('.rate-film__state').textContent();
    await page.route('**/api/ratings', (route) => problem(route, 500));
    await page.locator('label.star-rating__value').nth(6).click();
    await page.locator('.toast--failed').waitFor();
    assert.equal(await page.locator('.rate-film__state').textContent(), before);
    assert.equal(await stars.nth(6).isChecked(), false);
    await page.unroute('**/api/ratings');
    await page.locator('.toast--failed').getByRole('button', { name: en['failure.retry'] }).click();
    await page.locator('.toast--done').waitFor();
    assert.equal(await stars.nth(6).isChecked(), true, 'three and a half stars');
    await page.context().close();
  });

  it('keeps the rows that are there when new ones cannot be had', async () => {
    const { page } = await open();
    await page.goto('/');
    await page.locator('.movie-card').first().waitFor();
    await page.route(ROWS, (route) => problem(route, 500));
    await page.locator('.movie-card__rate').first().click();
    await page.getByRole('dialog').locator('label.star-rating__value').last().click();
    await page.locator('.toast--done').waitFor();
    await page.getByRole('button', { name: en['rate.close'] }).click();
    assert.ok((await page.locator('.movie-card').count()) > 5);
    await page.context().close();
  });

  it('sends a hidden film once its moment to be undone is over, and not before', async () => {
    const { page } = await open();
    const sent: string[] = [];
    page.on('request', (request) => {
      if (request.url().endsWith('/api/interactions')) sent.push(request.postData() ?? '');
    });
    await page.goto('/');
    const address = await page.locator('.movie-card__link').first().getAttribute('href');
    await page.locator('.movie-card__rate').first().click();
    await page.getByRole('dialog').getByRole('button', { name: en['react.hide'] }).click();
    const shown = page.locator(`.movie-card__link[href="${address}"]`);
    await shown.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: en['react.undo'] }).click();
    await shown.waitFor();
    assert.deepEqual(sent, []);

    await page.locator('.movie-card__rate').first().click();
    await page.getByRole('dialog').getByRole('button', { name: en['react.hide'] }).click();
    const answered = page.waitForResponse('**/api/interactions');
    await page.getByRole('button', { name: en['toast.dismiss'] }).click();
    assert.equal((await answered).status(), 202);
    assert.match(sent[0] ?? '', /"type":"hide","recommendationId":"[^"]+","position":\d+/);
    await page.reload();
    await page.locator('.movie-card').first().waitFor();
    assert.equal(await shown.count(), 0, 'and it stays hidden');
    await page.context().close();
  });

  for (const size of SIZE_NAMES) {
    it(`shows hostile titles as text, within the page (${size})`, async () => {
      const { page, complaints } = await open({ size });
      for (const movieId of Object.keys(HOSTILE_TITLES)) {
        await page.goto(`/film/${movieId}`);
        await page.locator('.movie__title').waitFor();
        assert.equal(
          await page.evaluate('document.documentElement.scrollWidth - innerWidth'),
          0,
          `film ${movieId}`,
        );
        await assertAccessible(page, `film ${movieId} at ${size}`);
      }
      await page.goto('/film/1');
      await heading(page, HOSTILE_TITLES[1]).waitFor();
      assert.match(await page.title(), /^<script>/);
      assert.equal(await page.locator('main img, main script').count(), 0);
      await page.goto('/search?query=title');
      await page.locator('.movie-card').first().waitFor();
      assert.equal(await page.evaluate('document.documentElement.scrollWidth - innerWidth'), 0);
      assert.deepEqual(complaints, []);
      await page.context().close();
    });
  }

  it('says that the server is gone, and finds it again', async () => {
    const { page } = await open();
    await page.goto('/ratings');
    await page.locator('.rated').first().waitFor();
    await page.route('**/api/**', (route) => route.abort('connectionrefused'));
    await page.getByRole('navigation').getByRole('link', { name: en['nav.home'] }).click();
    await heading(page, en['failure.unreachable']).waitFor();
    await page.unroute('**/api/**');
    await page.getByRole('button', { name: en['failure.retry'] }).click();
    await page.locator('.movie-card').first().waitFor();
    await page.context().close();
  });
});
