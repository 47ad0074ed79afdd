import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readCompany, writeCompany } from './company.ts';

describe('a company in the address', () => {
  it('comes back as it was written', () => {
    for (const rule of ['average', 'least-misery'] as const) {
      const company = { others: ['3', 'a & b / é'], rule };
      assert.deepEqual(readCompany(writeCompany(company), '7'), company);
    }
  });

  it('leaves out the person themselves, anybody twice, and more than can be asked for', () => {
    const parameters = new URLSearchParams('with=7&with=3&with=3&with=&rule=x');
    assert.deepEqual(readCompany(parameters, '7'), { others: ['3'], rule: 'least-misery' });
    const many = new URLSearchParams(Array.from({ length: 20 }, (_, index) => ['with', `p${index}`]));
    assert.equal(readCompany(many, '7').others.length, 7);
  });
});
