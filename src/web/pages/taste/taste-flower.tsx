/** A taste at a glance: a petal for each genre, as long as it is rated often, and deep in colour as it is loved. */
import { paint } from '../../styles/paint.ts';
import type { TasteGroup } from './taste-picture.ts';

const CORE = 14;
const LONGEST = 84;
/** From this far above or below their mean a petal is as deep or as pale as it gets. */
const FULL_STARS = 0.8;

export function TasteFlower({ genres }: { genres: readonly TasteGroup<string>[] }) {
  const most = Math.max(1, ...genres.map(({ count }) => count));
  const angle = 360 / Math.max(1, genres.length);
  return (
    <svg className="flower" viewBox="-100 -100 200 200" aria-hidden="true" focusable="false">
      {genres.map(({ key, count, above }, index) => {
        const length = CORE + (LONGEST - CORE) * Math.sqrt(count / most);
        const width = Math.min(length * 0.36, length * Math.tan(((angle / 2) * Math.PI) / 180) * 0.85);
        return (
          <path
            key={key}
            className="flower__petal"
            style={paint({ '--love': loveOf(above) })}
            transform={`rotate(${index * angle})`}
            d={`M0 0C${width} ${-length * 0.4} ${width} ${-length} 0 ${-length}C${-width} ${-length} ${-width} ${-length * 0.4} 0 0Z`}
          />
        );
      })}
      <circle r={CORE} className="flower__core" />
    </svg>
  );
}

/** From 0 (below their mean) over a half (at it) to 1 (well above). */
export function loveOf(above: number): number {
  return Math.min(1, Math.max(0, 0.5 + above / FULL_STARS / 2));
}
