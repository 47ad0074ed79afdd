/** Sets a title: the largest size at which it fits its box, broken into lines of words. */
import { TYPEFACES, type Typeface, textWidth } from './typefaces.ts';

export interface TitleBox {
  width: number;
  height: number;
}

export interface SetTitle {
  size: number;
  /** Distance between base lines. */
  leading: number;
  lines: string[];
  /** Whether the title reads from right to left. */
  rightToLeft: boolean;
}

const LARGEST = 46;
const SMALLEST = 10;
const RIGHT_TO_LEFT = /^[\P{L}]*[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;
/** Controls and marks that turn the direction of what follows: a title may not disturb what stands beside it. */
const DISTURBING = /[\p{Cc}\p{Cs}\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/gu;

/** The title in lines at one size that all fit the box; too long a title ends in an ellipsis. */
export function setTitle(title: string, typeface: Typeface, box: TitleBox): SetTitle {
  const face = TYPEFACES[typeface];
  const clean = title.normalize('NFC').replace(DISTURBING, ' ').replace(/\s+/gu, ' ').trim();
  const text = face.upperCase ? clean.toLocaleUpperCase('en') : clean;
  const rightToLeft = RIGHT_TO_LEFT.test(text);
  for (let size = LARGEST; size > SMALLEST; size -= 1) {
    const lines = wrap(text.split(' '), typeface, box.width / size);
    const leading = size * face.leading;
    if (lines !== null && lines.length * leading <= box.height) return { size, leading, lines, rightToLeft };
  }
  return cut(text, typeface, box, rightToLeft);
}

/** Greedy lines of words within a width at size 1; null when one word alone is wider. */
function wrap(words: readonly string[], typeface: Typeface, width: number): string[] | null {
  const lines: string[] = [];
  let line = '';
  for (const word of words) {
    if (textWidth(word, typeface) > width) return null;
    const longer = line === '' ? word : `${line} ${word}`;
    if (textWidth(longer, typeface) <= width) {
      line = longer;
    } else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line];
}

/** At the smallest size: words broken where they must be, and an ellipsis where the box is full. */
function cut(text: string, typeface: Typeface, box: TitleBox, rightToLeft: boolean): SetTitle {
  const leading = SMALLEST * TYPEFACES[typeface].leading;
  const width = box.width / SMALLEST;
  const words = text.split(' ').flatMap((word) => breakWord(word, typeface, width));
  const lines = wrap(words, typeface, width) ?? [];
  const room = Math.max(1, Math.floor(box.height / leading));
  const kept = lines.slice(0, room);
  if (lines.length > room) kept[room - 1] = `${kept[room - 1]?.slice(0, -2) ?? ''}…`;
  return { size: SMALLEST, leading, lines: kept, rightToLeft };
}

function breakWord(word: string, typeface: Typeface, width: number): string[] {
  const parts: string[] = [];
  let part = '';
  for (const letter of word) {
    if (textWidth(part + letter, typeface) > width) {
      parts.push(part);
      part = letter;
    } else {
      part += letter;
    }
  }
  return [...parts, part];
}
