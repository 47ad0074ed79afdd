/** What people think of films besides rating them: the watchlist, likes taken back, films set aside and let in again. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applicationSkip, assertGood, MESSAGES, useApplication, VISITS } from './application.ts';

describe('opinions', { skip: applicationSkip, timeout: 240_000 }, () => {
  const application = useApplication();

  for (const { size, language } of VISITS) {
    it(`keeps a watchlist, and lets a film set aside back in (${size}, ${language})`, async () => {
      const t = MESSAGES[language];
      const name = (key: 'watchlist.removeOf' | 'hidden.showOf', film: string) => ({
        name: t[key].replace('{{film}}', film),
        exact: true,
      });
      const { page, complaints } = await application.open({
        size,
        language,
        userId: `opinions ${size} ${language}`,
        reducedMotion: true,
      });
      await page.goto('/ratings/watchlist');
      await page.getByRole('heading', { name: t['watchlist.none'] }).waitFor();
      await assertGood(page, `an empty watchlist at ${size}`);

      await page.goto('/film/56');
      const button = (label: string) => page.getByRole('button', { name: label, exact: true });
      const accepted = () => page.waitForResponse((answer) => answer.url().endsWith('/api/interactions'));
      const seen = accepted();
      await button(t['react.watchlist']).click();
      assert.equal((await seen).status(), 202);
      const disliked = page.waitForResponse(
        (answer) => answer.request().postData()?.includes('"dislike"') === true,
      );
      await button(t['react.dislike']).click();
      assert.equal((await disliked).status(), 202);

      // Both are there for whoever comes later, on any page.
      await page.reload();
      await button(t['react.watchlist']).and(page.locator('[aria-pressed="true"]')).waitFor();
      await button(t['react.dislike']).and(page.locator('[aria-pressed="true"]')).waitFor();
      await page.getByRole('navigation').first().getByRole('link', { name: t['nav.ratings'] }).click();
      await page.getByRole('link', { name: t['mine.watchlist'], exact: true }).click();
      const film = page.locator('.rated');
      await film.waitFor();
      await assertGood(page, `a watchlist at ${size}`);
      const title = (await film.locator('.rated__title').textContent()) ?? '';
      await page.getByRole('button', name('watchlist.removeOf', title)).click();
      await page.getByRole('heading', { name: t['watchlist.none'] }).waitFor();

      await page.getByRole('link', { name: t['mine.hidden'], exact: true }).click();
      await film.waitFor();
      await assertGood(page, `films set aside at ${size}`);
      const taken = page.waitForResponse(
        (answer) => answer.request().postData()?.includes('"neutral"') === true,
      );
      await page.getByRole('button', name('hidden.showOf', title)).click();
      await page.getByRole('heading', { name: t['hidden.none'] }).waitFor();
      assert.equal((await taken).status(), 202);
      await page.reload();
      await page.getByRole('heading', { name: t['hidden.none'] }).waitFor();
      assert.deepEqual(complaints, []);
      await page.context().close();
    });
  }

  it('takes a film off the watchlist again when the server does not accept it', async () => {
    const { page } = await application.open({ userId: '7', reducedMotion: true });
    await page.goto('/film/56');
    await page.route('**/api/interactions', (route) =>
      route.request().postData()?.includes('"watchlist"') === true
        ? route.fulfill({ status: 500, json: { detail: 'no' } })
        : route.continue(),
    );
    const button = page.getByRole('button', { name: MESSAGES.en['react.watchlist'], exact: true });
    await button.click();
    await page.locator('.toast--failed').waitFor();
    assert.equal(await button.getAttribute('aria-pressed'), 'false');
    await page.context().close();
  });
});
