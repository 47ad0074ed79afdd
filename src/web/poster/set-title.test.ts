import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setTitle } from './set-title.ts';

const BOX = { width: 170, height: 76 };

describe('the setting of a title', () => {
  it('is as large as the box allows', () => {
    assert.equal(setTitle('Heat', 'condensed', BOX).size, 46);
    assert.deepEqual(setTitle('Heat', 'condensed', BOX).lines, ['HEAT']);
    const long = setTitle('Dr. Strangelove or: How I Learned to Stop Worrying', 'serif', BOX);
    assert.ok(long.size < 30 && long.lines.length > 2);
    assert.equal(long.lines.join(' '), 'Dr. Strangelove or: How I Learned to Stop Worrying');
  });

  it('cuts what fits at no size, and says so with an ellipsis', () => {
    const { lines, size } = setTitle('word '.repeat(60), 'serif', BOX);
    assert.equal(size, 10);
    assert.match(lines.at(-1) ?? '', /…$/);
  });

  it('breaks a word that is wider than the box', () => {
    assert.ok(setTitle('A'.repeat(300), 'serif', BOX).lines.length > 1);
  });

  it('reads from right to left where the title does, and lets no mark turn what stands beside it', () => {
    assert.equal(setTitle('عمر المختار', 'serif', BOX).rightToLeft, true);
    assert.equal(setTitle('Amélie', 'serif', BOX).rightToLeft, false);
    assert.deepEqual(setTitle('\u202eevil\u202c', 'serif', BOX).lines, ['evil']);
  });

  it('is plain text, whatever it looks like', () => {
    assert.deepEqual(setTitle('<script>x</script>', 'serif', BOX).lines.join(''), '<script>x</script>');
  });
});
