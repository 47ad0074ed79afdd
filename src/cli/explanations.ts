/** Scores taken apart, as lines for a terminal whose figures add up as they are printed. */
import type { RecommendedItem } from '../api/schemas/recommendation.ts';
import { formatTable } from './table.ts';

type Explanation = NonNullable<RecommendedItem['explanation']>;
type ScoreExplanation = NonNullable<Explanation['score']>;

/** How many ratings of the person are named of each score; the rest come as one. */
const NAMED = 5;
const DECIMALS = 3;

/** Both scores of a film, each with what it starts from, its largest shares, the sum of the others, and the total. */
export function explanationLines({ score, predictedRating }: Explanation): string[] {
  return [
    ...(score === null ? [] : partsOf('score', score)),
    ...(predictedRating === null ? [] : partsOf('predicted rating', predictedRating)),
  ];
}

/** Every part is rounded but the last, which takes up what rounding leaves. */
function partsOf(
  total: string,
  { score, base, exploration, contributions, others: unnamed }: ScoreExplanation,
): string[] {
  const named = contributions.slice(0, NAMED);
  const others = contributions.length - named.length + unnamed.count;
  const parts: [name: string, value: number][] = [
    ['base', base],
    ...(exploration === 0 ? [] : [['exploration', exploration] satisfies [string, number]]),
    ...named.map(({ title, rating, share }): [string, number] => [
      rating === null ? title : `${title} (you gave ${rating})`,
      share,
    ]),
  ];
  if (others > 0) parts.push([others === 1 ? '1 other' : `${others} others`, 0]);
  const units = parts.map(([, value]) => toUnits(value));
  const last = units.length - 1;
  units[last] = toUnits(score) - units.slice(0, last).reduce((sum, value) => sum + value, 0);
  const rows = parts.map(([name], place) => [name, fromUnits(units[place] ?? 0)]);
  return formatTable([...rows, [`= ${total}`, fromUnits(toUnits(score))]]).split('\n');
}

function toUnits(value: number): number {
  return Math.round(value * 10 ** DECIMALS);
}

function fromUnits(units: number): string {
  const text = (units / 10 ** DECIMALS).toFixed(DECIMALS);
  return units > 0 ? `+${text}` : text;
}
