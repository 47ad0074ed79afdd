/** Hides cells that few people are behind, and one more where what is hidden could be told from a total. */
import { FEWEST_PEOPLE } from './people-classes.ts';

interface Cell {
  people: number;
}

/** The cells that may be shown, in their order, and how many may not. */
export function hideFew<Shown extends Cell>(
  cells: readonly Shown[],
  fewest = FEWEST_PEOPLE,
): { shown: Shown[]; hidden: number } {
  const order = cells.map((_, place) => place).sort((a, b) => peopleAt(cells, a) - peopleAt(cells, b));
  let behind = 0;
  const hidden = new Set<number>();
  for (const place of order) {
    const people = peopleAt(cells, place);
    // A total less the cells that are shown is what all hidden ones hold together: that must be about enough people, too.
    if (people >= fewest && (hidden.size === 0 || behind >= fewest)) break;
    hidden.add(place);
    behind += people;
  }
  return { shown: cells.filter((_, place) => !hidden.has(place)), hidden: hidden.size };
}

function peopleAt(cells: readonly Cell[], place: number): number {
  return cells[place]?.people ?? 0;
}
