/** People are in memory, and folded in, before they ask; as many as there is room for. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asPseudonym, type Pseudonym } from '../../domain/ids.ts';
import type { Logger } from '../../domain/ports.ts';
import { emptyHistory } from '../history.ts';
import { createPerson, type Person } from '../person.ts';
import { createReadAhead, type ReadAheadOptions } from './read-ahead.ts';

const EVERYBODY = Array.from({ length: 100 }, (_, place) => asPseudonym(`person-${place}-of-a-test`));

interface Fixture {
  options: ReadAheadOptions;
  warnings: string[];
  prepared: Person[];
}

function fixture(room = EVERYBODY.length): Fixture {
  const people = new Map<Pseudonym, Person>();
  const prepared: Person[] = [];
  const warnings: string[] = [];
  const logger: Logger = {
    debug: () => undefined,
    info: () => undefined,
    warn: (_fields, message) => warnings.push(message),
    error: () => undefined,
  };
  const store = {
    async *scanUsers() {
      yield EVERYBODY.slice(0, 70);
      yield EVERYBODY.slice(70);
    },
  };
  const live = {
    hasRoom: () => people.size < room,
    async person(pseudonym: Pseudonym) {
      const person = people.get(pseudonym) ?? createPerson(emptyHistory());
      people.set(pseudonym, person);
      return person;
    },
  };
  return { options: { store, live, prepare: (person) => prepared.push(person), logger }, warnings, prepared };
}

test('reads everybody once, and once more for another version', async () => {
  const { options, prepared } = fixture(EVERYBODY.length + 1);
  const readAhead = createReadAhead(options);
  await readAhead.done();
  assert.equal(prepared.length, 0, 'nobody before it is asked to');
  readAhead.again();
  await readAhead.done();
  assert.equal(new Set(prepared).size, EVERYBODY.length);
  assert.equal(prepared.length, EVERYBODY.length);
  readAhead.again();
  await readAhead.done();
  assert.equal(prepared.length, 2 * EVERYBODY.length);
});

test('stops where memory is full', async () => {
  const { options, prepared } = fixture(20);
  const readAhead = createReadAhead(options);
  readAhead.again();
  await readAhead.done();
  assert.ok(prepared.length >= 20 && prepared.length < 70, `${prepared.length} people`);
});

test('begins again with the first person when told to, and stops when closed', async () => {
  const { options, prepared } = fixture(EVERYBODY.length + 1);
  const { promise: underWay, resolve } = Promise.withResolvers<void>();
  const readAhead = createReadAhead({
    ...options,
    prepare(person) {
      options.prepare(person);
      resolve();
    },
  });
  readAhead.again();
  await underWay;
  readAhead.again();
  await readAhead.done();
  assert.ok(prepared.length > EVERYBODY.length && prepared.length < 2 * EVERYBODY.length);
  assert.equal(new Set(prepared.slice(-EVERYBODY.length)).size, EVERYBODY.length);
  readAhead.again();
  await readAhead.close();
  assert.ok(prepared.length < 2 * EVERYBODY.length);
});

test('says that a store cannot be read, and reads when asked again', async () => {
  const { options, warnings, prepared } = fixture(EVERYBODY.length + 1);
  let isAway = true;
  const readAhead = createReadAhead({
    ...options,
    live: {
      ...options.live,
      person: (pseudonym) => (isAway ? Promise.reject(new Error('away')) : options.live.person(pseudonym)),
    },
  });
  readAhead.again();
  await readAhead.done();
  assert.equal(warnings.length, 1);
  isAway = false;
  readAhead.again();
  await readAhead.done();
  assert.equal(prepared.length, EVERYBODY.length);
});
