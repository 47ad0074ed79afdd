/** An experiment as a visit meets it: what is seen and opened on the first page is counted for the arm that showed it. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Type } from 'typebox';
import { Parse } from 'typebox/value';
import { ExperimentAnswerSchema } from '../../src/api/schemas/experiment.ts';
import { armOfAnswer } from '../../src/recommender/experiments/experiment.ts';
import { applicationSkip, useApplication } from './application.ts';

const SaidSchema = Type.Array(
  Type.Object({ movieId: Type.Integer(), type: Type.Literal('impression'), recommendationId: Type.String() }),
);
const AcceptedSchema = Type.Object({ position: Type.String() });

describe('an experiment on the page', { skip: applicationSkip, timeout: 120_000 }, () => {
  const application = useApplication({
    MATINEE_EXPERIMENT_NAME: 'popular-first',
    MATINEE_EXPERIMENT_RANKING: 'popular',
    MATINEE_EXPERIMENT_SHARE: '1',
  });

  it('counts the films seen, and the one opened', async () => {
    const { page, complaints } = await application.open({ size: 'phone', userId: '1', reducedMotion: true });
    const isBatch = (url: string) => url.endsWith('/api/interactions/batch');
    const reported = page.waitForRequest((request) => isBatch(request.url()));
    await page.goto('/');
    const request = await reported;
    const body: unknown = request.postDataJSON();
    const said = Parse(SaidSchema, body);
    assert.ok(said.length >= 1 && said.length < 16, `${said.length} films seen, not all there are`);
    assert.ok(
      said.every(({ recommendationId }) => armOfAnswer('popular-first', recommendationId) === 'variant'),
    );
    assert.equal((await request.response())?.status(), 202);

    const clicked = page.waitForResponse(
      (answer) => answer.request().postData()?.includes('"click"') === true,
    );
    await page.locator('.spotlight__actions a').click();
    const answer: unknown = await (await clicked).json();
    const { position } = Parse(AcceptedSchema, answer);
    const response = await fetch(
      `${application.url()}/api/admin/experiment?after=${encodeURIComponent(position)}`,
    );
    const outcome = Parse(ExperimentAnswerSchema, await response.json());
    const { people, impressions, clicks } = outcome.arms.variant;
    assert.deepEqual([people, clicks, outcome.clicksUnseen], [1, 1, 0]);
    assert.ok(impressions >= said.length, `${impressions} impressions`);
    assert.deepEqual(complaints, []);
  });
});
