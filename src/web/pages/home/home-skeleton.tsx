/** Home before its rows have come. */
import { RowsSkeleton } from '../../states/skeleton.tsx';

export function HomeSkeleton() {
  return (
    <>
      <div className="skeleton home__spotlight-skeleton" aria-hidden="true" />
      <RowsSkeleton />
    </>
  );
}
