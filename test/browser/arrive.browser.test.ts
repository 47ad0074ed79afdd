/** How people arrive: by answering questions that adapt, and by bringing a history from elsewhere. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { applicationSkip, assertGood, MESSAGES, until, useApplication, VISITS } from './application.ts';

const questionsOn = async (page: Page) => await page.locator('.question__title').allTextContents();

const LETTERBOXD = `Date,Name,Year,Letterboxd URI,Rating
2023-01-02,The Usual Suspects,1995,https://boxd.it/1,4.5
2023-01-03,Fargo,1995,https://boxd.it/2,5
2023-01-04,Star Wars,1977,https://boxd.it/3,2.5
2023-01-06,Shindler's List,1993,https://boxd.it/4,4
2023-01-07,"Parasite, again",2019,https://boxd.it/5,5
2023-01-09,Heat,1995,https://boxd.it/6,
2023-01-10,Pulp Fiction,1994,https://boxd.it/7,5
`;
const IMDB = `Const,Your Rating,Date Rated,Title,Original Title,URL,Title Type,IMDb Rating,Runtime (mins),Year,Genres,Num Votes,Release Date,Directors
tt0114814,9,2020-02-01,The Usual Suspects,The Usual Suspects,https://www.imdb.com/title/tt0114814,Movie,8.5,106,1995,"Crime, Drama",1100000,1995-09-15,Bryan Singer
tt0306414,10,2020-02-02,The Wire,The Wire,https://www.imdb.com/title/tt0306414,TV Series,9.3,60,2002,"Crime, Drama",300000,2002-06-02,
`;

describe('arriving', { skip: applicationSkip, timeout: 300_000 }, () => {
  const application = useApplication();

  for (const { size, language } of VISITS) {
    it(`asks about films that tell much, and has rows after five answers (${size}, ${language})`, async () => {
      const t = MESSAGES[language];
      const { page, complaints } = await application.open({ size, language, reducedMotion: true });
      await page.goto('/people');
      await page.locator('.profile--new').click();
      await page.getByRole('heading', { name: t['start.heading'] }).waitFor();
      await until(page, `document.querySelectorAll('.question').length === 6`);
      await assertGood(page, `the first questions at ${size} in ${language}`);

      const first = await questionsOn(page);
      const [unknown = '', loved = ''] = first;
      await page
        .getByRole('button', { name: t['start.unknownOf'].replace('{{film}}', unknown), exact: true })
        .click();
      await until(
        page,
        `document.querySelector('.question__title').textContent !== ${JSON.stringify(unknown)}`,
      );
      assert.deepEqual((await questionsOn(page)).slice(1), first.slice(1), 'the others stay in their places');

      for (let answers = 0; answers < 5; answers++) {
        const asked = await questionsOn(page);
        const place = answers === 0 ? asked.indexOf(loved) : 0;
        await page.locator('.question').nth(place).locator('label.star-rating__value').last().click();
        await until(
          page,
          `[...document.querySelectorAll('.question__title')].every((title) => title.textContent !== ${JSON.stringify(asked[place])})`,
        );
        await until(page, `document.querySelectorAll('.question').length === 6`);
      }
      await page.getByText(t['start.enough']).waitFor();
      assert.ok(!(await questionsOn(page)).includes(unknown), 'what is unknown is not asked again');
      await page.getByRole('link', { name: t['start.done'] }).click();
      await page.getByRole('heading', { level: 2, name: t['row.for-you'], exact: true }).waitFor();
      await until(page, `document.querySelector('.start-hint') === null`);
      assert.deepEqual(complaints, []);
      await page.context().close();
    });

    it(`brings a history of Letterboxd, doubts settled (${size}, ${language})`, async () => {
      const t = MESSAGES[language];
      const { page, complaints } = await application.open({
        size,
        language,
        userId: `arrives ${size} ${language}`,
        reducedMotion: true,
      });
      await page.goto('/import');
      const file = { name: 'ratings.csv', mimeType: 'text/csv', buffer: Buffer.from(LETTERBOXD) };
      await page.locator('input[type=file]').setInputFiles(file);
      await page
        .getByText(t['import.found_other'].replace('{{count}}', '3').replace('{{format}}', 'Letterboxd'))
        .waitFor();
      const doubts = page.locator('.import__doubt select');
      assert.equal(await doubts.count(), 2);
      assert.notEqual(await doubts.first().inputValue(), '', 'the same title a year apart is taken');
      assert.equal(await doubts.last().inputValue(), '', 'another spelling is not, until it is confirmed');
      await doubts.last().selectOption({ index: 1 });
      await page.locator('.import__unmatched summary').click();
      const lines = (await page.locator('.import__unmatched li').allTextContents()).map((text) =>
        text.trim(),
      );
      assert.equal(lines.length, 2);
      assert.ok(lines[0]?.startsWith(t['import.line'].replace('{{line}}', '6')), lines[0]);
      assert.ok(lines[0]?.endsWith(t['import.no-film']) && lines[1]?.endsWith(t['import.no-rating']));
      await assertGood(page, `a history in review at ${size} in ${language}`);
      await page.getByRole('button', { name: t['import.add_other'].replace('{{count}}', '5') }).click();
      await page.getByRole('heading', { level: 2, name: t['row.for-you'], exact: true }).waitFor();

      await page.goto('/ratings');
      const mine = page.locator('.rated');
      await until(page, `document.querySelectorAll('.rated').length === 5`);
      const suspects = mine.filter({ hasText: 'The Usual Suspects' });
      assert.equal(
        await suspects.locator('input:checked').getAttribute('value'),
        '5',
        '4.5 on a scale of whole stars',
      );
      assert.deepEqual(complaints, []);
      await page.context().close();
    });
  }

  it('reads IMDb, and says what is no ratings file', async () => {
    const { page } = await application.open({ userId: 'imdb', reducedMotion: true });
    const t = MESSAGES.en;
    await page.goto('/import');
    const choose = (text: string) =>
      page
        .locator('input[type=file]')
        .setInputFiles({ name: 'x.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
    await choose('a,b\n1,2\n');
    await page.getByText(t['import.refused']).waitFor();
    await assertGood(page, 'a file refused');
    await choose(IMDB);
    await page
      .getByText(t['import.found_one'].replace('{{count}}', '1').replace('{{format}}', 'IMDb'))
      .waitFor();
    await page.locator('.import__unmatched summary').click();
    await page.getByText(t['import.not-a-film']).waitFor();
    await page.context().close();
  });
});
