/** Why a film: shares that sum to what is shown, ratings left out and taken in again, the interval of a prediction. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { isJsonObject } from '../../src/domain/json.ts';
import { applicationSkip, assertGood, MESSAGES, until, useApplication, VISITS } from './application.ts';

const numberIn = (text: string): number => Number(text.replace(',', '.').replace(/[^\d.+-]/g, ''));

async function numbersAt(page: Page, selector: string): Promise<number[]> {
  return (await page.locator(selector).allTextContents()).map(numberIn);
}

describe('why a film', { skip: applicationSkip, timeout: 240_000 }, () => {
  const application = useApplication();

  for (const { size, language } of VISITS) {
    it(`takes the rating apart, and answers without a rating of theirs (${size}, ${language})`, async () => {
      const t = MESSAGES[language];
      const { page, complaints } = await application.open({
        size,
        language,
        userId: '7',
        reducedMotion: true,
      });
      await page.goto('/film/218');
      await page.getByRole('heading', { name: t['why.title'] }).waitFor();
      const shares = page.locator('.shares__row');
      await shares.first().waitFor();

      const terms = await numbersAt(page, '.equation dd');
      const sum = terms.pop() ?? 0;
      const added = terms.reduce((total, term) => total + term, 0);
      assert.ok(terms.length === 3 && Math.abs(added - sum) < 0.02, `${terms.join(' ')} make ${sum}`);
      const named = await numbersAt(page, '.shares__value');
      assert.ok(Math.abs(named.reduce((total, share) => total + share, 0) - (terms[1] ?? 0)) < 0.02);

      const film = (await shares.first().locator('.shares__film').textContent()) ?? '';
      await page
        .getByRole('button', { name: t['why.leaveOutOf'].replace('{{film}}', film), exact: true })
        .click();
      await page.locator('.why__what-if', { hasText: film }).waitFor();
      await until(page, `document.querySelector('.why__body').dataset.stale === 'false'`);
      assert.ok(!(await page.locator('.shares__film').allTextContents()).includes(film));
      assert.notEqual(
        (await numbersAt(page, '.equation__term--sum dd'))[0],
        sum,
        'another answer without it',
      );
      await assertGood(page, `why, with a rating left out, at ${size} in ${language}`);

      await page.getByRole('button', { name: t['why.useOf'].replace('{{film}}', film), exact: true }).click();
      await page.locator('.shares__film', { hasText: film }).waitFor();
      assert.deepEqual(await numbersAt(page, '.equation__term--sum dd'), [sum]);

      await page.getByText(t['why.ranking'], { exact: true }).click();
      await until(page, `/100/.test(document.querySelector('.equation__term--sum dd').textContent)`);
      assert.deepEqual(complaints, []);
      await page.context().close();
    });
  }

  it('draws the interval of a prediction where the model has one', async () => {
    const { page } = await application.open({ userId: '7', reducedMotion: true });
    await page.route('**/api/recommendations/users/7?**', async (route) => {
      const answer: unknown = await (await route.fetch()).json();
      assert.ok(isJsonObject(answer) && Array.isArray(answer.items));
      for (const item of answer.items) if (isJsonObject(item)) item.ratingInterval = { low: 2, high: 4.5 };
      await route.fulfill({ json: answer });
    });
    await page.goto('/film/218');
    await page.locator('.interval__words', { hasText: '2.0 and 4.5' }).waitFor();
    const drawn: unknown = await page.evaluate(`(() => {
      const scale = document.querySelector('.interval__scale').getBoundingClientRect();
      const band = document.querySelector('.interval__band').getBoundingClientRect();
      return [(band.left - scale.left) / scale.width, (band.right - scale.left) / scale.width].map((x) => x.toFixed(2));
    })()`);
    assert.deepEqual(drawn, ['0.25', '0.88'], 'from 2 to 4.5 on a scale of 1 to 5');
    await assertGood(page, 'an interval');
    await page.context().close();
  });

  it('says so where nothing of the person has a part in it', async () => {
    const { page } = await application.open({ userId: 'nobody yet' });
    await page.goto('/film/218');
    await page.getByText(MESSAGES.en['why.nothing'].replaceAll("'", '’')).waitFor();
    await page.context().close();
  });
});
