/** Without the server: what was seen can be seen again, ratings wait and are sent once, and a new version asks first. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applicationSkip, assertGood, MESSAGES, until, useApplication, VISITS } from './application.ts';
import { breakableLine } from './breakable-line.ts';

const TAKEN_OVER = `navigator.serviceWorker.controller !== null`;

describe('offline', { skip: applicationSkip, timeout: 240_000 }, () => {
  const application = useApplication();

  for (const { size, language } of VISITS) {
    it(`shows what was seen, keeps ratings and sends them once when it is back (${size}, ${language})`, async () => {
      const t = MESSAGES[language];
      const line = await breakableLine(application.url());
      const userId = `offline ${size} ${language}`;
      const { page } = await application.open(
        { size, language, userId, reducedMotion: true, serviceWorker: true },
        line.url,
      );
      await page.goto('/');
      await page.locator('.movie-card').first().waitFor();
      await until(page, TAKEN_OVER);
      // Seen with the service worker there: home, a film, and the (empty) list of ratings.
      await page.reload();
      await page.locator('.movie-card').first().waitFor();
      await page.goto('/film/56');
      await page.locator('.scroller .movie-card').first().waitFor();
      await page.goto('/ratings');
      await page.getByRole('heading', { name: t['ratings.none'] }).waitFor();

      await line.cut();
      await page.goto('/');
      await page.locator('.movie-card').first().waitFor();
      await page.getByText(t['offline.title']).waitFor();
      await assertGood(page, `home offline at ${size} in ${language}`);
      await page.goto('/film/56');
      await page.locator('.rate-film__state').waitFor();
      for (const place of [0, 3]) {
        await page.locator('.movie__opinion label.star-rating__value').nth(place).click();
        await page.getByText(t['offline.waiting_one'].replace('{{count}}', '1')).waitFor();
      }
      await page.goto('/ratings');
      await page.locator('.rated').waitFor();
      assert.equal(
        await page.locator('.rated input:checked').getAttribute('value'),
        '4',
        'the second thought',
      );

      const before = line.asked.length;
      await line.mend();
      await page.getByText(t['offline.sent_one'].replace('{{count}}', '1')).waitFor();
      await page.locator('.offline-notice').waitFor({ state: 'detached' });
      const sent = line.asked.slice(before).filter((request) => request.startsWith('POST /api/ratings'));
      assert.deepEqual(sent, ['POST /api/ratings'], 'once');
      await page.reload();
      await page.locator('.rated').waitFor();
      assert.equal(await page.locator('.rated input:checked').getAttribute('value'), '4');
      const answer: unknown = await (
        await fetch(`${application.url()}/api/users/${encodeURIComponent(userId)}/ratings`)
      ).json();
      assert.match(JSON.stringify(answer), /"total":1.*"movieId":56.*"rating":4/);
      await page.context().close();
      await line.close();
    });
  }

  it('can be installed, and says under which name', async () => {
    const { page } = await application.open();
    const manifest: unknown = await (await fetch(`${application.url()}/manifest.webmanifest`)).json();
    assert.match(JSON.stringify(manifest), /"display":"standalone"/);
    for (const file of ['favicon.svg', 'icon-maskable.svg', 'service-worker.js']) {
      assert.equal((await fetch(`${application.url()}/${file}`)).status, 200, file);
    }
    await page.context().close();
  });

  it('offers a new version, and takes it when told to', async () => {
    const { page } = await application.open({ userId: '7', serviceWorker: true, reducedMotion: true });
    await page.goto('/');
    await until(page, TAKEN_OVER);
    await page.reload();
    await page.locator('.movie-card').first().waitFor();
    // Another address of the worker is another version to the browser; asked of it until the page listens for one.
    await until(
      page,
      `navigator.serviceWorker.getRegistration().then((known) => known?.active?.state === 'activated')`,
    );
    await page.waitForLoadState('networkidle');
    await page.evaluate(`navigator.serviceWorker.register('/service-worker.js?newer').then(() => true)`);
    await page.getByText(MESSAGES.en['offline.update']).waitFor();
    const reloaded = page.waitForEvent('load');
    await page.getByRole('button', { name: MESSAGES.en['offline.reload'] }).click();
    await reloaded;
    await page.locator('.movie-card').first().waitFor();
    await page.context().close();
  });
});
