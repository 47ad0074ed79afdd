/** The audit log: what tampering is found, what a crash leaves, and what erasure takes out of it. */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, type TestContext, test } from 'node:test';
import fc from 'fast-check';
import { openKeyDatabase } from '../vault/database.ts';
import { createKeyStore } from '../vault/key-store.ts';
import { openVault } from '../vault/open-vault.ts';
import { type AuditEvent, auditFileOf, createAuditLog } from './audit-log.ts';
import { NO_HASH } from './entry.ts';
import { verifyLog } from './verify.ts';

const folder = mkdtempSync(join(tmpdir(), 'matinee-audit-'));
after(() => rmSync(folder, { recursive: true }));
const masterKey = Buffer.alloc(32, 5);
const ada = 'pseudonym-of-ada-1234567890';
let homes = 0;

function open(t: TestContext) {
  homes += 1;
  const keyStore = join(folder, String(homes), 'persons.db');
  const database = openKeyDatabase(keyStore);
  t.after(() => database.close());
  const keys = createKeyStore(database, { masterKey, fingerprint: 'print' });
  const clock = { time: 1_700_000_000_000, now: () => clock.time };
  const file = auditFileOf(keyStore);
  const log = createAuditLog(database, file, keys.isSuppressed, clock);
  return { keyStore, keys, clock, file, log, text: () => readFileSync(file, 'utf8') };
}

function event(subjectPseudonym: string | null = null, object: string | null = null): AuditEvent {
  return {
    actor: { kind: 'command-line', id: null },
    actorPseudonym: null,
    action: subjectPseudonym === null ? 'model.activate' : 'subject.export',
    subjectPseudonym,
    object,
    why: null,
    outcome: 'allowed',
  };
}

const broken = (message: RegExp) => ({ code: 'CORRUPT', message });

test('a log that nobody touched holds, and says who did what to whom', (t) => {
  const { log, text, file, clock } = open(t);
  assert.deepEqual(log.auditHead(), { entries: 0, hash: NO_HASH });
  log.appendAudit(event(ada));
  clock.time += 1_000;
  log.appendAudit(event(null, 'v1'));
  log.appendAudit(event(ada));
  const { entries, head, clockSetBackAt } = verifyLog(text(), log.auditHead());
  assert.deepEqual(
    entries.map(({ sequence, action, object }) => [sequence, action, object]),
    [
      [1, 'subject.export', null],
      [2, 'model.activate', 'v1'],
      [3, 'subject.export', null],
    ],
  );
  assert.equal(entries[0]?.subject, log.auditAlias(ada));
  assert.equal(entries[0]?.subject, entries[2]?.subject);
  assert.deepEqual([head.entries, clockSetBackAt], [3, []]);
  if (process.platform !== 'win32') assert.equal(statSync(file).mode & 0o777, 0o600);
});

test('whatever is changed, removed, moved, added or cut off is found', (t) => {
  const { log, text } = open(t);
  for (let n = 0; n < 6; n++) log.appendAudit(event(n % 2 === 0 ? ada : null, `v${n}`));
  const head = log.auditHead();
  const whole = text();
  const lines = whole.trimEnd().split('\n');
  const joined = (changed: string[]) => changed.map((line) => `${line}\n`).join('');
  const place = fc.nat(lines.length - 1);
  const letters = fc.tuple(fc.nat(whole.length - 1), fc.string({ minLength: 1, maxLength: 1 }));
  const tampered = fc.oneof(
    letters.map(([at, letter]) => whole.slice(0, at) + letter + whole.slice(at + 1)),
    place.map((at) => joined(lines.toSpliced(at, 1))),
    fc
      .tuple(place, place)
      .map(([from, to]) => joined(lines.toSpliced(from, 1).toSpliced(to, 0, lines[from] ?? ''))),
    fc.tuple(place, place).map(([at, copy]) => joined(lines.toSpliced(at, 0, lines[copy] ?? ''))),
    fc.nat(whole.length - 1).map((length) => whole.slice(0, length)),
  );
  fc.assert(
    fc.property(tampered, (other) => {
      if (other === whole) return;
      assert.throws(() => verifyLog(other, head), { code: 'CORRUPT' });
    }),
    { numRuns: 400 },
  );
  assert.throws(() => verifyLog(joined(lines.slice(0, 4)), head), broken(/ends after 4 entries.*after 6/));
  assert.throws(() => verifyLog(joined(lines.toSpliced(2, 1)), head), broken(/line 3 does not follow/));
  assert.throws(() => verifyLog(whole.replace('"v3"', '"v9"'), head), broken(/line 4 was changed/));
  assert.throws(() => verifyLog(whole.slice(0, -1), head), broken(/cut off/));
  assert.throws(() => verifyLog('', head), broken(/after 0 entries/));
});

test('a log that was written anew as a whole does not end where it should', (t) => {
  const [real, forged] = [open(t), open(t)];
  for (const { log } of [real, forged]) log.appendAudit(event(null, 'v1'));
  real.log.appendAudit(event(ada));
  forged.log.appendAudit(event(null, 'v2'));
  verifyLog(forged.text(), null);
  assert.throws(() => verifyLog(forged.text(), real.log.auditHead()), broken(/should end after 2/));
});

test('an entry that a crash kept from the file, or half of it, is written by the next that looks', (t) => {
  const { log, text, file } = open(t);
  log.appendAudit(event(null, 'v1'));
  log.appendAudit(event(null, 'v2'));
  const whole = text();
  for (const left of [whole.length - 5, whole.indexOf('\n') + 1]) {
    truncateSync(file, left);
    const head = log.auditHead();
    assert.equal(text(), whole);
    verifyLog(whole, head);
  }
  truncateSync(file, whole.length - 5);
  log.appendAudit(event(null, 'v3'));
  assert.equal(verifyLog(text(), log.auditHead()).entries.length, 3);
});

test('a log that somebody cut goes on, and is never taken for whole again', (t) => {
  const { log, text, file } = open(t);
  for (const version of ['v1', 'v2', 'v3']) log.appendAudit(event(null, version));
  truncateSync(file, text().indexOf('\n') + 1);
  log.appendAudit(event(null, 'v4'));
  assert.throws(() => verifyLog(text(), log.auditHead()), broken(/line 2 does not follow/));
  rmSync(file);
  log.appendAudit(event(null, 'v5'));
  assert.throws(() => verifyLog(text(), log.auditHead()), broken(/line 1 does not follow/));
  writeFileSync(file, 'not a log\n');
  assert.throws(() => verifyLog(text(), log.auditHead()), broken(/line 1 is no entry/));
});

test('a clock that was set back changes no order, and is told', (t) => {
  const { log, text, clock } = open(t);
  log.appendAudit(event(null, 'v1'));
  clock.time -= 60_000;
  log.appendAudit(event(null, 'v2'));
  clock.time += 30_000;
  log.appendAudit(event(null, 'v3'));
  const { entries, clockSetBackAt } = verifyLog(text(), log.auditHead());
  assert.deepEqual(
    entries.map(({ object }) => object),
    ['v1', 'v2', 'v3'],
  );
  assert.deepEqual(clockSetBackAt, [2]);
});

test('an alias goes with the person: the log still holds, and leads to nobody', (t) => {
  const { log, text, keys, keyStore } = open(t);
  log.appendAudit(event(ada));
  log.appendAudit({ ...event(ada), action: 'subject.erase' });
  const alias = log.auditAlias(ada) ?? '';
  assert.ok(text().includes(alias) && !text().includes(ada));
  keys.destroy(ada);
  assert.equal(log.auditAlias(ada), null);
  log.appendAudit(event(ada));
  const { entries } = verifyLog(text(), log.auditHead());
  assert.deepEqual(
    entries.map(({ subject }) => subject),
    [alias, alias, 'erased'],
  );
  const database = openKeyDatabase(keyStore);
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  database.close();
  assert.ok(!readFileSync(keyStore).includes(ada), 'no row brings the pseudonym back');
});

test('processes that write at once make one chain', async (t) => {
  const { keyStore, text, log } = open(t);
  const options = { file: keyStore, masterKey, fingerprint: 'print' };
  const [one, other] = [await openVault(options), await openVault(options)];
  t.after(() => Promise.all([one.close(), other.close()]));
  await Promise.all(
    Array.from({ length: 40 }, async (_, n) => {
      await (n % 2 === 0 ? one : other).remote.appendAudit(event(null, `v${n}`));
    }),
  );
  const { entries } = verifyLog(text(), log.auditHead());
  assert.equal(new Set(entries.map(({ object }) => object)).size, 40);
});
