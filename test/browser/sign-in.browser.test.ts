/** Where one has to be signed in: the form, what it refuses, the way back to the page asked for, and out again. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { killRest, type RunningMatinee, runMatinee, startMatinee } from '../run-matinee.ts';
import { assertGood, MESSAGES } from './application.ts';
import { browserSkip, launchChromium, openPage } from './chromium.ts';

const PASSWORD = 'a long enough password';

describe('signing in on the page', { skip: browserSkip(), timeout: 240_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'matinee-sign-in-'));
  const [data, home] = [join(folder, 'data'), join(folder, 'home')];
  let matinee: RunningMatinee;
  let browser: Browser;
  let url = '';

  async function command(args: readonly string[], input: string | null = null) {
    const { code, stderr } = await runMatinee([...args, '--home', home], {}, input);
    assert.equal(code, 0, stderr);
  }

  before(async () => {
    const size = ['--users', '40', '--movies', '120', '--ratings', '2000'];
    assert.equal((await runMatinee(['generate', ...size, '--out', data])).code, 0);
    matinee = startMatinee(['start', '--data', data, '--home', home, '--port', '0', '--source-port', '0'], {
      MATINEE_TRAINER_IMPROVE: 'false',
      MATINEE_ACCESS_REQUIRED: 'true',
    });
    browser = await launchChromium();
    url = String((await matinee.event('listening')).apiUrl);
    await matinee.event('ready');
    await command(['accounts', 'add', 'ada', '--role', 'viewer', '--user', '7'], `${PASSWORD}\n`);
    await command(['accounts', 'add', 'eve', '--role', 'analyst'], `${PASSWORD}\n`);
  });
  after(async () => {
    await browser?.close();
    await matinee?.stop();
    killRest();
    rmSync(folder, { recursive: true });
  });

  for (const { size, language } of [
    { size: 'phone', language: 'fr' },
    { size: 'desktop', language: 'en' },
  ] as const) {
    it(`leads back to the page that was asked for, and out again (${size}, ${language})`, async () => {
      const t = MESSAGES[language];
      const { page } = await openPage(browser, url, { size, language, userId: '12', reducedMotion: true });
      await page.goto('/taste');
      const form = page.locator('.account__form');
      await form.waitFor();
      await assertGood(page, `the form at ${size}`);
      const enter = async (password: string) => {
        await page.getByLabel(t['account.name'], { exact: true }).fill('ada');
        await page.getByLabel(t['account.password'], { exact: true }).fill(password);
        await page.keyboard.press('Enter');
      };
      await enter('a wrong password');
      await page.getByRole('alert').getByText(t['account.wrong']).waitFor();
      await enter(PASSWORD);
      await page.getByRole('heading', { level: 1, name: t['taste.title'] }).waitFor();
      assert.equal(new URL(page.url()).pathname, '/taste');
      const mine = page.waitForResponse((answer) => answer.url().includes('/users/7/rows'));
      await page.goto('/');
      assert.equal((await mine).status(), 200, 'the account says whose page it is, not the browser');
      await page.locator('.spotlight').waitFor();
      assert.equal(await page.getByRole('link', { name: t['nav.people'], exact: true }).count(), 0);

      await page.getByRole('link', { name: t['nav.account'] }).click();
      await page.getByRole('heading', { level: 1, name: t['account.title'] }).waitFor();
      await assertGood(page, `the account at ${size}`);
      await page.getByRole('button', { name: t['account.signOut'] }).click();
      await form.waitFor();
      assert.equal(await page.evaluate("localStorage.getItem('matinee.person')"), null);
      await page.reload();
      await form.waitFor();
    });
  }

  it('shows the form again once an account is gone, and an analyst the figures', async () => {
    const t = MESSAGES.en;
    const { page } = await openPage(browser, url, { size: 'desktop', language: 'en', reducedMotion: true });
    await page.goto('/dashboard');
    await page.getByLabel(t['account.name'], { exact: true }).fill('eve');
    await page.getByLabel(t['account.password'], { exact: true }).fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: t['nav.dashboard'], exact: true }).waitFor();
    await page.getByRole('heading', { level: 1, name: t['dashboard.title'] }).waitFor();
    await command(['accounts', 'remove', 'eve']);
    await page.getByRole('link', { name: t['nav.search'], exact: true }).click();
    await page.locator('.account__form').waitFor();
  });
});
