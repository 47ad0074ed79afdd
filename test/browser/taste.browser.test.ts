/** My taste: sliders that change the rows while they move, on this page and on home, and the picture of the ratings. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { applicationSkip, assertGood, MESSAGES, until, useApplication, VISITS } from './application.ts';

const yearsOf = async (page: Page) =>
  (
    await page
      .locator('.movie-row')
      .first()
      .locator('.movie-card__facts > span:first-child')
      .allTextContents()
  ).map(Number);
const near = (years: readonly number[], year: number) =>
  years.filter((other) => Math.abs(other - year) <= 10).length;

describe('my taste', { skip: applicationSkip, timeout: 240_000 }, () => {
  const application = useApplication();

  for (const { size, language } of VISITS) {
    it(`steers the rows, says what changed, and lets go again (${size}, ${language})`, async () => {
      const t = MESSAGES[language];
      const { page, complaints } = await application.open({
        size,
        language,
        userId: '7',
        reducedMotion: true,
      });
      await page.goto('/taste');
      await page.getByText(t['steer.unchanged']).waitFor();
      const plain = await yearsOf(page);
      const era = page.getByRole('slider', { name: t['steer.era'], exact: true });
      await era.fill('195');
      assert.equal(
        await era.getAttribute('aria-valuetext'),
        t['steer.eraAround'].replace('{{decade}}', '1950'),
      );
      await until(page, `/\\d/.test(document.querySelector('.steered-row__words').textContent)`);
      const steered = await yearsOf(page);
      assert.ok(near(steered, 1955) > near(plain, 1955), `${steered.join(' ')} lean to the fifties`);
      await page.getByRole('slider', { name: t['steer.popularity'], exact: true }).focus();
      for (let step = 0; step < 3; step++) await page.keyboard.press('ArrowLeft');
      await page.getByText(t['steer.unknown']).waitFor();
      await page.locator('.taste-bars__row').first().waitFor();
      await assertGood(page, `my taste at ${size} in ${language}`);

      // Home follows, says so, and leads back.
      await page.goto('/');
      await page.locator('.movie-card').first().waitFor();
      assert.ok(near(await yearsOf(page), 1955) > near(plain, 1955));
      await page.getByRole('link', { name: t['steer.on'] }).click();
      await page.getByRole('button', { name: t['steer.reset'] }).click();
      await page.getByText(t['steer.unchanged']).waitFor();
      await until(
        page,
        `JSON.stringify([...document.querySelector('.movie-row').querySelectorAll('.movie-card__facts > span:first-child')].map((year) => Number(year.textContent))) === '${JSON.stringify(plain)}'`,
      );
      assert.deepEqual(complaints, []);
      await page.context().close();
    });
  }

  it('has a word for somebody who has rated nothing', async () => {
    const { page } = await application.open({ userId: 'nobody yet', theme: 'dark', reducedMotion: true });
    await page.goto('/taste');
    await page.getByRole('heading', { name: MESSAGES.en['taste.none'] }).waitFor();
    await assertGood(page, 'a taste of nothing');
    await page.context().close();
  });
});
