/** What the API writes down of who did what to whom, and that it does nothing which it could not write down. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MatineeError } from '../../domain/errors.ts';
import { parseUserId } from '../../domain/ids.ts';
import type { Principal } from '../../governance/access/principal.ts';
import type { AuditEvent } from '../../governance/audit/audit-log.ts';
import { accept, assertProblem, noSubjects, startApi, testPseudonyms } from '../api.fixture.ts';
import { AUDITED, type AuditTrail } from './audited.ts';

const ada = parseUserId('ada');
assert.ok(ada !== null);
const pseudonym = testPseudonyms.pseudonymise(ada);

function trail() {
  const events: AuditEvent[] = [];
  const audit: AuditTrail = {
    append: async (event) => void events.push(event),
    isCommandLine: (authorization) => authorization === 'Bearer run',
  };
  return { events, audit };
}

const nobody = { actorPseudonym: null, object: null };
const about = { subjectPseudonym: pseudonym };

test('every route of the rights of persons is written down', async (t) => {
  const { api } = await startApi(t);
  const rights = [...api.servedRoutes].filter(
    (route) => / \/api\/subjects\//.test(route) && !/^HEAD/.test(route),
  );
  assert.ok(rights.length >= 2);
  for (const route of rights) assert.ok(Object.hasOwn(AUDITED, route), `${route} is missing in AUDITED`);
});

test('in the demonstration the log tells the command line from anybody, and why it was done', async (t) => {
  const { events, audit } = trail();
  const { api } = await startApi(t, { audit });
  await accept(api, '/api/ratings', { userId: 'ada', movieId: 1, rating: 5 });
  await api.inject({ url: '/api/subjects/ada' });
  await api.inject({
    url: '/api/subjects/ada',
    headers: { authorization: 'Bearer run', 'matinee-why': 'legal-duty' },
  });
  const exported = { ...nobody, ...about, action: 'subject.export' as const, outcome: 'allowed' as const };
  assert.deepEqual(events, [
    { ...exported, actor: { kind: 'demonstration', id: null }, why: 'not-said' },
    { ...exported, actor: { kind: 'command-line', id: null }, why: 'legal-duty' },
  ]);
  const wrong = { url: '/api/subjects/ada', headers: { 'matinee-why': 'because ada@example.org asked' } };
  assertProblem(await api.inject(wrong), 400);
  assert.equal(events.length, 2);
});

test('what is refused is written down too, by whom it was tried', async (t) => {
  const { events, audit } = trail();
  let principal: Principal = { kind: 'key', id: 'key-1', roles: ['viewer'], scopes: ['read'], userId: null };
  const { api } = await startApi(t, { audit, access: { authenticate: async () => principal } });
  assertProblem(await api.inject({ url: '/api/subjects/ada' }), 403);
  principal = { kind: 'token', id: 'digest', roles: ['viewer'], scopes: ['read'], userId: ada };
  await api.inject({ url: '/api/subjects/ada' });
  principal = { ...principal, roles: ['steward'], userId: null };
  await api.inject({ url: '/api/subjects/ada' });
  const base = { ...about, object: null, action: 'subject.export' as const };
  assert.deepEqual(events, [
    {
      ...base,
      actor: { kind: 'key', id: 'key-1' },
      actorPseudonym: null,
      why: 'not-said',
      outcome: 'refused',
    },
    {
      ...base,
      actor: { kind: 'token', id: null },
      actorPseudonym: pseudonym,
      why: 'asked-by-the-person',
      outcome: 'allowed',
    },
    {
      ...base,
      actor: { kind: 'token', id: null },
      actorPseudonym: 'digest',
      why: 'not-said',
      outcome: 'allowed',
    },
  ]);
});

test('nothing is done to a person that cannot be written down', async (t) => {
  let erased = 0;
  const erase = () => {
    erased += 1;
    return noSubjects.erase(ada);
  };
  const full = () => Promise.reject(new MatineeError('UNAVAILABLE', 'the disk is full'));
  const audit = { ...trail().audit, append: full };
  const { api } = await startApi(t, { audit, subjects: { ...noSubjects, erase } });
  assertProblem(await api.inject({ method: 'DELETE', url: '/api/subjects/ada' }), 503);
  assert.equal(erased, 0);
});
