import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isPicked, pickOf, readFilter, toggled, withMonth, writeFilter } from './filter.ts';

describe('the filter of the dashboard', () => {
  it('is what the address says, without what that cannot mean', () => {
    const address = 'genre=Film-Noir&rating=3.5&from=1998-13&decade=1995&movieId=0&colour=red&to=1998-02';
    assert.deepEqual(readFilter(new URLSearchParams(address)), {
      genre: 'Film-Noir',
      rating: '3.5',
      to: '1998-02',
    });
    const filter = { from: '1997-09', occupation: 'college/grad student', movieId: '50' };
    assert.deepEqual(readFilter(writeFilter(filter)), filter);
  });

  it('takes a click in, and a second one back', () => {
    const drama = { part: 'genre', value: 'Drama' };
    const chosen = toggled({ gender: 'F', genre: 'War' }, drama);
    assert.deepEqual(chosen, { gender: 'F', genre: 'Drama' });
    assert.ok(isPicked(chosen, drama));
    assert.deepEqual(toggled(chosen, drama), { gender: 'F' });
  });

  it('takes a month for both ends of the time', () => {
    const month = pickOf({ part: 'month', column: 'week' }, { week: '1997-11-24', ratings: 3 });
    assert.deepEqual(month, { part: 'month', value: '1997-11' });
    assert.ok(month !== null);
    const chosen = toggled({ from: '1997-09' }, month);
    assert.deepEqual(chosen, { from: '1997-11', to: '1997-11' });
    assert.deepEqual(toggled(chosen, month), {});
  });

  it('has nothing for what a row does not say', () => {
    assert.equal(pickOf({ part: 'gender', column: 'gender' }, { gender: null }), null);
    assert.equal(pickOf(undefined, { gender: 'F' }), null);
  });

  it('keeps the ends of the time in order', () => {
    assert.deepEqual(withMonth({ to: '1997-10' }, 'from', '1998-01'), { from: '1998-01', to: '1998-01' });
    assert.deepEqual(withMonth({ from: '1997-10' }, 'to', '1998-01'), { from: '1997-10', to: '1998-01' });
    assert.deepEqual(withMonth({ from: '1997-10', to: '1998-01' }, 'to', ''), { from: '1997-10' });
  });
});
