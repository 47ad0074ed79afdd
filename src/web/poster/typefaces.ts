/**
 * The typefaces of the posters, with how wide their letters are: a poster is set before its font has loaded, and
 * the same way on every machine. Widths are measured averages in hundredths of the size, by class of letter.
 */

export type Typeface = 'condensed' | 'serif' | 'rounded' | 'typewriter' | 'grotesque';

interface Face {
  /** The font family, as the style sheet declares it. */
  family: string;
  weight: number;
  upperCase: boolean;
  /** Distance of the lines, in sizes. */
  leading: number;
  widths: {
    narrow: number;
    space: number;
    lower: number;
    upper: number;
    wide: number;
    digit: number;
    other: number;
  };
}

export const TYPEFACES: Readonly<Record<Typeface, Face>> = {
  condensed: {
    family: 'Anton',
    weight: 400,
    upperCase: true,
    leading: 1.12,
    widths: { narrow: 26, space: 23, lower: 48, upper: 48, wide: 76, digit: 48, other: 90 },
  },
  serif: {
    family: 'DM Serif Display',
    weight: 400,
    upperCase: false,
    leading: 1.06,
    widths: { narrow: 32, space: 25, lower: 52, upper: 72, wide: 92, digit: 51, other: 100 },
  },
  rounded: {
    family: 'Righteous',
    weight: 400,
    upperCase: false,
    leading: 1.06,
    widths: { narrow: 28, space: 28, lower: 58, upper: 66, wide: 80, digit: 60, other: 100 },
  },
  typewriter: {
    family: 'Special Elite',
    weight: 400,
    upperCase: true,
    leading: 1.04,
    widths: { narrow: 46, space: 29, lower: 60, upper: 63, wide: 70, digit: 60, other: 100 },
  },
  grotesque: {
    family: 'Bricolage Grotesque Variable',
    weight: 800,
    upperCase: false,
    leading: 1.0,
    widths: { narrow: 30, space: 22, lower: 61, upper: 69, wide: 95, digit: 62, other: 100 },
  },
};

/** The width of text at size 1. */
export function textWidth(text: string, typeface: Typeface): number {
  const { widths } = TYPEFACES[typeface];
  let hundredths = 0;
  for (const letter of text) hundredths += widths[classOf(letter)];
  return hundredths / 100;
}

function classOf(letter: string): keyof (typeof TYPEFACES)['serif']['widths'] {
  if (letter === ' ') return 'space';
  if (/[iIlj.,'’!:;|íìîï]/u.test(letter)) return 'narrow';
  if (/[mwMW@&%—œæŒÆ]/u.test(letter)) return 'wide';
  if (/\d/.test(letter)) return 'digit';
  if (/[\p{Ll}\p{Script=Arabic}\p{Script=Hebrew}\p{P}]/u.test(letter)) return 'lower';
  if (/[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(letter)) return 'other';
  return 'upper';
}
