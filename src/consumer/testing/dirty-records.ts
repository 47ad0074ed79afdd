/** Records of topic `movies` as a careless producer writes them, the same every time. */
import { pseudonymOf } from './records.ts';

/** What a record may have in place of a clean part; most records are clean. */
const TITLES = [
  'Kolya',
  '  Kolya \t again ',
  'Ame\u0301lie',
  'Amélie',
  'Тарковский: Сталкер',
  '七人の侍',
  '기생충',
  'Léon\u00a0: \u2003The Professional\ufeff',
  'Say "\\u00e9" \\ / \u0007',
  '[REC] {2}',
  'Ça va? \ud83c\udfac',
  '',
  ' ',
  7,
  null,
  ['Kolya'],
];
const GENRES = [
  ['Comedy'],
  'Comedy|Drama| Drama ||Sci-Fi',
  '',
  '(no genres listed)',
  [],
  [' Comedy ', 'Comedy', '', '(no genres listed)'],
  ['Comedy', null],
  [null],
  [1, 'Comedy'],
  null,
  { 0: 'Comedy' },
];
const NUMBERS = [
  3,
  '3',
  ' 4.5 ',
  '+2',
  '3.',
  '1e0',
  '٣',
  0.5,
  1.25,
  3.0000001,
  -1,
  0,
  '-0',
  1e21,
  '12345678901234567',
  '123456789012345678901',
  null,
  true,
  'five',
  [5],
];
const TIMES = [
  881_250_949,
  '881250949',
  881_250_949_123,
  '881250949123.75',
  99_999_999_999,
  100_000_000_000,
  99_999_999_999_999,
  100_000_000_000_000,
  881_250_949.999,
  -1,
  -0.5,
  0,
  7_258_118_400,
  1e15,
  1e300,
  null,
  'yesterday',
];
const LABELS = ['M', ' F ', '', ' ', null, 7, 'écrivain', '\u2003x\u00a0', { a: 1 }];
/** Texts that are no record, or that two parsers may read differently. `R` stands for a record. */
const TEXTS = [
  'R R',
  'R] ',
  'R} ',
  'R,R',
  'R}{R',
  '[R]',
  '\ufeffR',
  ' \n\tR\r\n ',
  '\u00a0R',
  '{"a":1,R',
  '',
  'null',
  '"R"',
  '{"schemaVersion":1}',
  '{"schemaVersion":1,"user":[],"movie":[],"rating":3,"timestamp":1}',
];

type Choose = <T>(from: readonly T[]) => T | undefined;

/** The bytes of record `index`. */
export function dirtyRecord(index: number): Buffer {
  const choose = chooser(index);
  const record = aRecord(choose, index);
  const json = JSON.stringify(record);
  switch (index % 40) {
    case 0:
      return Buffer.from((choose(TEXTS) ?? '').replaceAll('R', () => json));
    case 1:
      return Buffer.from(json.replace('"rating"', '"rating":4,"rating"'));
    case 2:
      return Buffer.from(json.replace('"Comedy', '"\\ud83cComedy'));
    case 3:
      return Buffer.from(
        json.replace('{"schemaVersion":1', `{"deep":${'['.repeat(9)}${']'.repeat(9)},"schemaVersion":1`),
      );
    case 4:
      return Buffer.concat([Buffer.from(json.slice(0, -1)), Buffer.of(0xff), Buffer.from('}')]);
    case 5:
      return Buffer.from(
        JSON.stringify({ ...record, padding: 'x'.repeat(index % 2_000 === 5 ? 66_000 : 600) }),
      );
    default:
      return Buffer.from(json);
  }
}

/** Whether a record is as the producer of the flow writes it: anything else is dirt of some kind. */
export function isPlain(index: number): boolean {
  return index % 3 === 0 && index % 40 > 5;
}

function aRecord(choose: Choose, index: number) {
  const clean = index % 3 === 0;
  const pick = <T>(usual: T, others: readonly unknown[]): unknown =>
    clean || choose([true, true, true, false]) === true ? usual : choose(others);
  const user = {
    userId: pick(pseudonymOf(index % 943), [7, null, 'short', undefined]),
    ageBand: pick('45-49', [...LABELS, undefined, ' 18-24 ']),
    gender: pick('M', [...LABELS, undefined]),
    occupation: pick('writer', [...LABELS, undefined]),
    name: pick(undefined, ['dropped']),
  };
  const movie = {
    movieId: pick(1 + (index % 1_682), NUMBERS),
    title: pick('Usual Suspects, The', TITLES),
    genres: pick(['Crime', 'Comedy'], GENRES),
    year: pick(1995, [...NUMBERS, '1996', ' 2001 ', undefined, 1_995.5]),
  };
  return {
    schemaVersion: pick(1, [1, 1, '1', 2, null, undefined]),
    user: pick(user, [null, 'me', [], undefined]),
    movie: pick(movie, [null, [], undefined]),
    rating: pick(1 + (index % 5), [...NUMBERS, undefined]),
    timestamp: pick(874_724_710 + index, [...TIMES, undefined]),
    eventTime: pick(undefined, [...TIMES, 881_250_949_123.75]),
    extra: pick(undefined, [{ a: [1] }, 1]),
  };
}

/** A choice that depends on the record and on how many were made before. */
function chooser(index: number): Choose {
  let state = (index + 1) * 2_654_435_761;
  return (from) => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 0x9e37_79b9) | 0;
    return from[(state >>> 8) % from.length];
  };
}
