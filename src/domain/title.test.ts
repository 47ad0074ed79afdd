/** The titles are real ones, chosen because each breaks a simpler rule. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { formatTitle, parseTitle } from './title.ts';

const CASES: readonly (readonly [raw: string, title: string, year: number | null])[] = [
  ['Toy Story (1995)', 'Toy Story', 1995],
  ['Usual Suspects, The (1995)', 'The Usual Suspects', 1995],
  ['Awfully Big Adventure, An (1995)', 'An Awfully Big Adventure', 1995],
  ["Enfer, L' (1994)", "L'Enfer", 1994],
  ['Misérables, Les (1995)', 'Les Misérables', 1995],
  ["'burbs, The (1989)", "The 'burbs", 1989],
  [
    'Vitelloni, I (a.k.a. The Young and the Passionate) (1953)',
    'I Vitelloni (a.k.a. The Young and the Passionate)',
    1953,
  ],
  [
    'City of Lost Children, The (Cité des enfants perdus, La) (1995)',
    'The City of Lost Children (La Cité des enfants perdus)',
    1995,
  ],
  ["Star Maker, The (Uomo delle stelle, L') (1995)", "The Star Maker (L'Uomo delle stelle)", 1995],
  [
    'Highlander III (a.k.a. Final Dimension, The) (1994)',
    'Highlander III (a.k.a. The Final Dimension)',
    1994,
  ],
  [
    'Good, the Bad and the Ugly, The (Buono, il brutto, il cattivo, Il) (1966)',
    'The Good, the Bad and the Ugly (Il Buono, il brutto, il cattivo)',
    1966,
  ],
  [
    'Godzilla 1985: The Legend Is Reborn (Gojira) (Godzilla) (Return of Godzilla, The) (1984)',
    'Godzilla 1985: The Legend Is Reborn (Gojira) (Godzilla) (The Return of Godzilla)',
    1984,
  ],
  [
    'Land Before Time III: The Time of the Great Giving (1995) (V)',
    'Land Before Time III: The Time of the Great Giving',
    1995,
  ],
  ['Two Friends (1986) ', 'Two Friends', 1986],
  ['Fawlty Towers (1975-1979)', 'Fawlty Towers', 1975],
  ['Big Bang Theory, The (2007-)', 'The Big Bang Theory', 2007],
  ['Bye Bye, Love (1995)', 'Bye Bye, Love', 1995],
  ['I Love You, Man (2009)', 'I Love You, Man', 2009],
  ['Paris, France (1993)', 'Paris, France', 1993],
  ["Women of '69, Unboxed", "Women of '69, Unboxed", null],
  ['(500) Days of Summer (2009)', '(500) Days of Summer', 2009],
  ['2001: A Space Odyssey (1968)', '2001: A Space Odyssey', 1968],
  ['1984 (1984)', '1984', 1984],
  ['unknown', 'unknown', null],
  ['(1995)', '(1995)', 1995],
  ['Anno Domini (0033)', 'Anno Domini (0033)', null],
];

for (const [raw, title, year] of CASES) {
  test(`"${raw}" is shown as "${title}"`, () => assert.deepEqual(parseTitle(raw), { title, year }));
}

test('composed and decomposed accents give the same title', () => {
  assert.equal(parseTitle('Ame\u0301lie (2001)').title, 'Am\u00e9lie');
});

test('any text gives a title that is not empty unless the text is blank, and is stable', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (raw) => {
      const { title, year } = parseTitle(raw);
      if (raw.trim() !== '') assert.notEqual(title, '');
      assert.equal(title, title.normalize('NFC').trim());
      assert.ok(year === null || (year >= 1870 && year <= 2200));
    }),
    { seed: 42, numRuns: 200 },
  );
});

test('a title written with its year is read back', () => {
  assert.deepEqual(parseTitle(formatTitle({ title: 'The Third Man', year: 1949 })), {
    title: 'The Third Man',
    year: 1949,
  });
  assert.equal(formatTitle({ title: 'unknown', year: null }), 'unknown');
});
