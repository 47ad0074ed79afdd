/** The key store as processes share it: each open vault has a thread and a connection of its own. */
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, before, beforeEach, describe, it, type TestContext } from 'node:test';
import { until } from '../../../test/until.ts';
import { asPseudonym } from '../../domain/ids.ts';
import { clearCipher, connectVault, sealingCipher } from './connect-vault.ts';
import { STREAM_ID } from './key-store.ts';
import { openVault } from './open-vault.ts';

const ada = asPseudonym('pseudonym-of-ada-1234567890');
const bob = asPseudonym('pseudonym-of-bob-1234567890');
const text = (value: Uint8Array | string) => Buffer.from(value).toString('utf8');

describe('the vault', () => {
  let folder = '';
  let file = '';
  let round = 0;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'matinee-vault-'));
  });
  beforeEach(() => {
    round += 1;
    file = join(folder, String(round), 'keys', 'persons.db');
  });
  after(() => rm(folder, { recursive: true }));

  async function open(t: TestContext, keyByte = 1, fingerprint = 'print') {
    const vault = await openVault({ file, masterKey: Buffer.alloc(32, keyByte), fingerprint });
    t.after(vault.close);
    return { vault, cipher: sealingCipher(vault.remote) };
  }

  it('seals records so that another process opens them, and nothing in clear tells whose they are', async (t) => {
    const one = await open(t);
    const other = await open(t);
    const clear = [
      { person: ada, value: '{"title":"Amélie"}' },
      { person: bob, value: '' },
      { person: ada, value: 'x'.repeat(100_000) },
    ];
    const sealed = (await one.cipher.seal(clear)).filter((record) => record !== null);
    assert.equal(sealed.length, 3);
    assert.equal(sealed[0]?.key, sealed[2]?.key, "a person's records go by one key");
    assert.notEqual(sealed[0]?.key, sealed[1]?.key);
    for (const { key, value } of sealed) {
      assert.match(key, STREAM_ID);
      assert.doesNotMatch(text(value), /Amélie|pseudonym|xxxx/);
    }
    const records = sealed.map(({ key, value }) => ({ key, value: Buffer.from(value) }));
    const opened = await other.cipher.open(records);
    assert.deepEqual(
      opened.map((record) => (record.kind === 'clear' ? text(record.value) : record)),
      clear.map(({ value }) => value),
    );
  });

  it('gives a person one key, whoever asks first', async (t) => {
    const vaults = await Promise.all([open(t), open(t), open(t)]);
    const persons = Array.from({ length: 200 }, (_, n) => asPseudonym(`pseudonym-number-${n}-abcdefgh`));
    const keys = await Promise.all(
      vaults.map(async ({ cipher }) => {
        const sealed = await cipher.seal(persons.map((person) => ({ person, value: 'v' })));
        return sealed.map((record) => record?.key);
      }),
    );
    assert.deepEqual(keys[1], keys[0]);
    assert.deepEqual(keys[2], keys[0]);
    assert.equal(new Set(keys[0]).size, persons.length);
  });

  it('turns away what is in the clear, of an unknown key, or changed', async (t) => {
    const { cipher } = await open(t);
    const [sealed] = await cipher.seal([{ person: ada, value: 'value' }]);
    assert.ok(sealed !== null && sealed !== undefined);
    const value = Buffer.from(sealed.value);
    const changed = Buffer.from(value);
    changed[20] = (changed[20] ?? 0) ^ 1;
    const outcomes = await cipher.open([
      { key: null, value },
      { key: 'some-pseudonym-in-the-clear', value: Buffer.from('{}') },
      { key: 'A'.repeat(22), value },
      { key: sealed.key, value: changed },
      { key: sealed.key, value: Buffer.from('{}') },
      { key: sealed.key, value },
    ]);
    assert.deepEqual(
      outcomes.map((outcome) => (outcome.kind === 'refused' ? outcome.reason.code : outcome.kind)),
      ['not-sealed', 'not-sealed', 'unknown-key', 'not-authentic', 'not-authentic', 'clear'],
    );
  });

  it('forgets a destroyed key at once, in every process, and tells whoever used it', async (t) => {
    const one = await open(t);
    const other = await open(t);
    const told: string[] = [];
    const listening = connectVault(other.vault.connectPort(), (persons) => told.push(...persons));
    t.after(listening.close);
    const clear = [ada, bob].map((person) => ({ person, value: 'value' }));
    const records = (await other.cipher.seal(clear)).flatMap((sealed) =>
      sealed === null ? [] : [{ key: sealed.key, value: Buffer.from(sealed.value) }],
    );
    assert.deepEqual(
      (await other.cipher.open(records)).map(({ kind }) => kind),
      ['clear', 'clear'],
    );
    await one.vault.remote.destroyKey(ada, '2026-01-01T00:00:00.000Z');
    assert.deepEqual(
      (await other.cipher.open(records)).map(({ kind }) => kind),
      ['erased', 'clear'],
    );
    assert.deepEqual(
      (await other.cipher.seal(clear)).map((sealed) => sealed === null),
      [true, false],
    );
    await until('the process that used the key hears of it', async () => told.includes(ada));
    assert.deepEqual(told, [ada]);
    assert.deepEqual(await clearCipher(one.vault.remote).seal(clear.slice(0, 1)), [null]);
  });

  it('keeps what people forbid, tells every process of it, and forgets it with the person', async (t) => {
    const one = await open(t);
    const other = await open(t);
    const told: string[] = [];
    const listening = connectVault(other.vault.connectPort(), undefined, (persons) =>
      told.push(JSON.stringify(persons)),
    );
    t.after(listening.close);
    await listening.remote.ready();
    const { remote } = one.vault;
    assert.deepEqual(await remote.processingOf(ada), { profiling: true, restricted: false });
    assert.deepEqual(await remote.limitProcessing(ada, { profiling: false }), {
      profiling: false,
      restricted: false,
    });
    assert.deepEqual(await remote.limitProcessing(ada, { restricted: true }), {
      profiling: false,
      restricted: true,
    });
    await remote.limitProcessing(bob, { restricted: true });
    await remote.limitProcessing(bob, { restricted: false });
    const limited = [{ pseudonym: ada, profiling: false, restricted: true }];
    assert.deepEqual(await other.vault.remote.limitedPersons(), limited);
    await until('the other process hears of it', () => told.at(-1) === JSON.stringify(limited));
    await remote.destroyKey(ada, '2026-01-01T00:00:00.000Z');
    assert.deepEqual(await other.vault.remote.limitedPersons(), []);
    await until('the other process hears of that', () => told.at(-1) === '[]');
    await assert.rejects(remote.limitProcessing(ada, { profiling: false }), { code: 'NOT_FOUND' });
  });

  it('has nothing of an erased person on the disk once the journal is closed', async (t) => {
    const { vault, cipher } = await open(t);
    await cipher.seal(
      Array.from({ length: 300 }, (_, n) => ({ person: asPseudonym(`other-${n}-${bob}`), value: '' })),
    );
    await cipher.seal([{ person: ada, value: '' }]);
    const onDisk = async () => {
      const files = await Promise.all([file, `${file}-wal`].map((path) => readFile(path)));
      return Buffer.concat(files).includes(ada);
    };
    assert.equal(await onDisk(), true);
    await vault.remote.destroyKey(ada, '2026-01-01T00:00:00.000Z');
    const [broken] = await vault.remote.unfinished();
    assert.equal(broken?.pseudonym, ada, 'an erasure under way must know whom it is about');
    await vault.remote.finish(ada, '{}');
    assert.deepEqual(await vault.remote.unfinished(), []);
    assert.equal(await onDisk(), false);
  });

  it('leaves records as they are where the stream is not encrypted', async (t) => {
    const { vault } = await open(t);
    const cipher = clearCipher(vault.remote);
    assert.deepEqual(await cipher.seal([{ person: ada, value: 'v' }]), [{ key: ada, value: 'v' }]);
    const value = Buffer.from('{}');
    assert.deepEqual(await cipher.open([{ key: null, value }]), [{ kind: 'clear', value }]);
  });

  it('keeps its file from others, and keys from its file', async (t) => {
    const { cipher } = await open(t);
    await cipher.seal([{ person: ada, value: 'v' }]);
    if (process.platform !== 'win32') assert.equal((await stat(file)).mode & 0o777, 0o600);
    assert.ok(!(await readFile(file)).includes(Buffer.alloc(32, 1)));
  });

  it('opens a file of before there were erasures, and erases from it', async (t) => {
    const { vault, cipher } = await open(t);
    const [sealed] = await cipher.seal([{ person: ada, value: 'value' }]);
    await vault.close();
    const older = new DatabaseSync(file);
    older.exec(`DROP TABLE erasure; PRAGMA user_version = 1;
      DROP TABLE session; DROP TABLE account; DROP TABLE api_key; DROP TABLE alias; DROP TABLE audit_head; DROP TABLE processing;
      CREATE TABLE erasure (digest BLOB PRIMARY KEY, pseudonym TEXT, step TEXT NOT NULL, facts TEXT NOT NULL, receipt TEXT) STRICT`);
    older.close();
    const again = await openVault({ file, masterKey: Buffer.alloc(32, 1), fingerprint: 'print' });
    t.after(again.close);
    const record = { key: sealed?.key ?? null, value: Buffer.from(sealed?.value ?? '') };
    assert.equal((await sealingCipher(again.remote).open([record]))[0]?.kind, 'clear');
    await again.remote.destroyKey(ada, '2026-01-01T00:00:00.000Z');
    assert.equal((await sealingCipher(again.remote).open([record]))[0]?.kind, 'erased');
  });

  it('refuses another master key, and a file that is none of ours', async (t) => {
    await open(t);
    const another = { file, masterKey: Buffer.alloc(32, 2), fingerprint: 'other' };
    await assert.rejects(openVault(another), { code: 'CONFLICT', message: /print.*other/ });
    const sameName = { file, masterKey: Buffer.alloc(32, 2), fingerprint: 'print' };
    await assert.rejects(openVault(sameName), { code: 'CORRUPT', hint: /master key/ });
    const text = join(folder, 'text.db');
    await writeFile(text, 'no database '.repeat(100));
    await assert.rejects(openVault({ ...another, file: text }), { code: 'UNAVAILABLE' });
  });
});
