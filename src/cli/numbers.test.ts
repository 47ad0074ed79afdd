import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { InvalidArgumentError } from 'commander';
import { decimalNumber, port, wholeNumber } from './numbers.ts';

describe('numbers of the command line', () => {
  it('are read within their bounds', () => {
    assert.equal(port('0'), 0);
    assert.equal(port('65535'), 65_535);
    assert.equal(wholeNumber(-5, 5)('-5'), -5);
    assert.equal(decimalNumber(0.5, 5)('3.5'), 3.5);
  });

  for (const text of [
    '',
    ' 1',
    '65536',
    '-1',
    '1.5',
    '1e3',
    '0x10',
    'NaN',
    'Infinity',
    '99999999999999999999',
  ]) {
    it(`"${text}" is no port`, () => {
      assert.throws(() => port(text), new InvalidArgumentError('expected a whole number from 0 to 65535.'));
    });
  }

  it('are no decimals in any other form', () => {
    for (const text of ['', '.5', '5.', '1e0', '5.1', 'NaN']) {
      assert.throws(() => decimalNumber(0.5, 5)(text), InvalidArgumentError, text);
    }
  });
});
