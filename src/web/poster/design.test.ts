import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { designPoster, POSTER_HEIGHT, POSTER_WIDTH, posterPalette } from './design.ts';
import { GENRE_FAMILIES, leadingGenre } from './genre-family.ts';
import { PALETTES } from './palettes.ts';
import { STYLES } from './styles.ts';
import { textWidth } from './typefaces.ts';

const GENRES = [
  'Action',
  'Comedy',
  'Film-Noir',
  'Sci-Fi',
  'Western',
  '(no genres listed)',
  'Thriller/Suspense',
];
const subjects = fc.record({
  title: fc.oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 }),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 300 }),
  ),
  year: fc.option(fc.integer({ min: 1870, max: 2200 })),
  genres: fc.array(fc.constantFrom(...GENRES), { maxLength: 4 }),
});

describe('the design of a poster', () => {
  it('is the same for the same film, and its palette is the one asked for alone', () => {
    fc.assert(
      fc.property(subjects, (subject) => {
        assert.deepEqual(designPoster(subject), designPoster(subject));
        assert.equal(designPoster(subject).palette, posterPalette(subject));
      }),
      { seed: 42, numRuns: 200 },
    );
  });

  it('keeps every title within the sheet, whatever it holds', () => {
    fc.assert(
      fc.property(subjects, (subject) => {
        const { title, typeface } = designPoster(subject);
        const last = title.firstBaseline + (title.lines.length - 1) * title.leading;
        assert.ok(title.firstBaseline - title.size > -2 && last < POSTER_HEIGHT - 15);
        for (const line of title.lines) {
          assert.ok(textWidth(line, typeface) * title.size <= POSTER_WIDTH, `"${line}" is too wide`);
        }
      }),
      { seed: 42, numRuns: 500 },
    );
  });

  it('draws finite coordinates only', () => {
    fc.assert(
      fc.property(subjects, (subject) => {
        assert.doesNotMatch(JSON.stringify(designPoster(subject).shapes), /NaN|Infinity|null|undefined/);
      }),
      { seed: 42, numRuns: 500 },
    );
  });

  it('differs from film to film', () => {
    const designs = Array.from({ length: 200 }, (_, index) =>
      JSON.stringify({
        ...designPoster({ title: `Film ${index}`, year: 1990, genres: ['Drama'] }),
        title: null,
      }),
    );
    assert.ok(new Set(designs).size > 190);
  });

  it('looks like the most telling genre', () => {
    assert.equal(leadingGenre(['Drama', 'Western']).family, 'western');
    assert.equal(leadingGenre(["Children's", 'Comedy']).family, 'children');
    assert.deepEqual(leadingGenre(['Comedy', 'Thriller/Suspense']), {
      family: 'thriller',
      genre: 'Thriller/Suspense',
    });
    assert.deepEqual(leadingGenre([]), { family: 'other', genre: null });
  });

  it('sets every title at 7 to 1 or better against its ground', () => {
    for (const family of GENRE_FAMILIES) {
      assert.ok(STYLES[family].motifs.length > 0);
      for (const { ground, ink } of PALETTES[family]) {
        assert.ok(
          contrast(ground, ink) >= 7,
          `${family}: ${ink} on ${ground} is ${contrast(ground, ink).toFixed(2)}`,
        );
      }
    }
  });
});

/** The contrast ratio of WCAG 2.2. */
function contrast(first: string, second: string): number {
  const [light, dark] = [luminance(first), luminance(second)].sort((a, b) => b - a);
  return ((light ?? 1) + 0.05) / ((dark ?? 0) + 0.05);
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.040_45 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
