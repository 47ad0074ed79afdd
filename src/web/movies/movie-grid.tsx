/** Films in a grid. */
import { Children, type ReactNode } from 'react';
import './movie-grid.css';

export function MovieGrid({ children }: { children: ReactNode }) {
  return (
    <ul className="movie-grid">
      {Children.map(children, (child) => (
        <li>{child}</li>
      ))}
    </ul>
  );
}
