/**
 * What every adapter of the stream owes, as one suite: an adapter's test file calls `streamContract` with a way to
 * open it. Names are unique and waits have deadlines, so that it runs against a broker that others use too.
 */
import { after, afterEach, before, describe } from 'node:test';
import type { StreamFixture } from './contract/fixture.contract.ts';
import { groupContract } from './contract/groups.contract.ts';
import { memberOf, pollingContract, tailOf } from './contract/polling.contract.ts';
import { produceContract } from './contract/produce.contract.ts';
import { retentionContract } from './contract/retention.contract.ts';
import { tailContract } from './contract/tails.contract.ts';
import { topicContract } from './contract/topics.contract.ts';
import type { Stream } from './stream.ts';

export type { StreamFixture } from './contract/fixture.contract.ts';

/** Runs the suite on the adapter `name`; `prepare` sets up one place for the records of all its tests. */
export function streamContract(name: string, prepare: () => Promise<StreamFixture>): void {
  describe(`${name} keeps the contract of a stream`, () => {
    let fixture: StreamFixture;
    let shared: Stream;
    before(async () => {
      fixture = await prepare();
      shared = await fixture.open();
    });
    // A test that fails leaves its clients open: members of groups, and what keeps the process alive.
    const opened: Stream[] = [];
    afterEach(async () => {
      await Promise.all(opened.splice(0).map((client) => client.close()));
    });
    after(async () => {
      await shared.close();
      await fixture.remove();
    });
    const stream = () => shared;
    const open = async () => {
      const client = await fixture.open();
      opened.push(client);
      return client;
    };
    describe('topics', () => topicContract(stream));
    describe('produce', () => produceContract(stream));
    describe('groups', () => groupContract(stream, open));
    describe('tails', () => tailContract(stream));
    describe('polls of a member', () => pollingContract(stream, open, memberOf));
    describe('polls of a tail', () => pollingContract(stream, open, tailOf));
    describe('retention', () => retentionContract(stream));
  });
}
