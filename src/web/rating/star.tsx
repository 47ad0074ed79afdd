/** One star, filled from the left by any part. */
import { useId } from 'react';

const OUTLINE =
  'M12 2.3c.5 0 .9.3 1.1.7l2.4 5 5.5.7c1 .1 1.4 1.3.7 2l-4 3.8 1 5.4c.2 1-.8 1.7-1.7 1.3L12 18.5l-4.9 2.7c-.9.5-1.9-.3-1.7-1.3l1-5.4-4-3.8c-.7-.7-.3-1.9.7-2l5.5-.7 2.4-5c.2-.4.6-.7 1-.7z';

export function Star({ fill }: { fill: number }) {
  const id = useId();
  const partial = fill > 0 && fill < 1;
  return (
    <svg className="star" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {partial ? (
        <clipPath id={id}>
          <rect width={24 * fill} height="24" />
        </clipPath>
      ) : null}
      <path className="star__empty" d={OUTLINE} />
      {fill > 0 ? (
        <path className="star__full" d={OUTLINE} clipPath={partial ? `url(#${id})` : undefined} />
      ) : null}
    </svg>
  );
}
