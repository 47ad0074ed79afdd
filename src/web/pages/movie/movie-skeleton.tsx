/** A film's page before it has come. */
import { Waiting } from '../../states/skeleton.tsx';
import './movie-page.css';

export function MovieSkeleton() {
  return (
    <Waiting>
      <div className="movie">
        <div className="movie__poster">
          <div className="skeleton skeleton--poster" />
        </div>
        <div className="movie__words">
          <div className="skeleton skeleton--heading" />
          <div className="skeleton skeleton--line" />
          <div className="skeleton skeleton--line" />
        </div>
      </div>
    </Waiting>
  );
}
