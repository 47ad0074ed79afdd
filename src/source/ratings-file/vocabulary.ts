/** Gives ids of any form their places, numbers faster than other texts. */
import { createIdIndex } from '../files/id-index.ts';

export interface Vocabulary {
  /** The ids by place. */
  readonly texts: string[];
  placeOfNumber(id: number): number;
  placeOfText(id: string): number;
}

/** Decimal digits that are the one way to write a number of at most nine digits. */
const PLAIN_NUMBER = /^(?:0|[1-9]\d{0,8})$/;

export function createVocabulary(): Vocabulary {
  const texts: string[] = [];
  const numbers = createIdIndex();
  const placeOfNumbers: number[] = [];
  const others = new Map<string, number>();
  const placeOfNumber = (id: number): number => {
    const numberPlace = numbers.add(id);
    const known = placeOfNumbers[numberPlace];
    if (known !== undefined) return known;
    placeOfNumbers.push(texts.length);
    texts.push(String(id));
    return texts.length - 1;
  };
  return {
    texts,
    placeOfNumber,
    placeOfText(id) {
      if (PLAIN_NUMBER.test(id)) return placeOfNumber(Number(id));
      const known = others.get(id);
      if (known !== undefined) return known;
      others.set(id, texts.length);
      texts.push(id);
      return texts.length - 1;
    },
  };
}
