/** Classes of characters that both runners read alike. */

/** White space as `String.prototype.trim` and `\s` have it, each character of it; Java's own class is ASCII alone. */
export const WHITE_SPACE =
  '\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff';

/**
 * Characters that are in NFC by themselves and beside each other, to stand within brackets: Latin, Cyrillic letters,
 * punctuation, kana, the common ideographs and Hangul syllables.
 */
export const NORMALIZED =
  '\\u0000-\\u02ff\\u0400-\\u0482\\u2010-\\u2027\\u2030-\\u205e\\u3041-\\u3094\\u30a1-\\u30fa\\u4e00-\\u9fff\\uac00-\\ud7a3';

/** Digits with a sign and a fraction, of a length that a double holds well: what a number may be written as. */
export const DECIMAL = '^[+-]?[0-9]{1,17}([.][0-9]{1,17})?$';
