/** A film for two: what suits both, with whose reasons, by a rule that says what it does. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applicationSkip, assertGood, MESSAGES, until, useApplication, VISITS } from './application.ts';

describe('a film for two', { skip: applicationSkip, timeout: 240_000 }, () => {
  const application = useApplication();

  for (const { size, language } of VISITS) {
    it(`suits both, and says whose reasons (${size}, ${language})`, async () => {
      const t = MESSAGES[language];
      const { page, complaints } = await application.open({
        size,
        language,
        userId: '7',
        reducedMotion: true,
      });
      await page.goto('/people');
      await page.getByRole('link', { name: t['together.open'] }).click();
      await page.getByRole('heading', { name: t['together.alone'] }).waitFor();
      await page.locator('.company__person').first().click();
      await page.locator('.shared').first().waitFor();
      assert.match(page.url(), /\/together\?with=/);
      assert.equal(await page.locator('.shared').count(), 12);
      assert.equal(await page.locator('.shared').first().locator('.shared__person').count(), 2);
      const suits = await page.locator('.shared__title').allTextContents();
      await assertGood(page, `a film for two at ${size} in ${language}`);

      await page.getByRole('radio', { name: t['together.average'] }).click();
      await page.waitForURL('**/together?*rule=average');
      await until(
        page,
        `document.querySelector('.rules__rule:last-child input').checked && document.querySelector('.together__films').dataset.stale === 'false'`,
      );
      assert.notDeepEqual(await page.locator('.shared__title').allTextContents(), suits);

      await page.reload();
      await page.locator('.shared').first().waitFor();
      assert.ok(
        await page.getByRole('radio', { name: t['together.average'] }).isChecked(),
        'the address keeps it',
      );
      await page.locator('.company__person').nth(1).click();
      await until(page, `document.querySelector('.shared').querySelectorAll('.shared__person').length === 3`);
      assert.deepEqual(complaints, []);
      await page.context().close();
    });
  }
});
