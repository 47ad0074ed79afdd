/** A small catalogue of well-known films for the search tests, each with how well known it is. */
import type { RatingWrite } from '../store.ts';
import { sampleRating } from './samples.contract.ts';

interface Film {
  movieId: number;
  title: string;
  year: number;
  genres: string[];
  /** How many persons rated it. */
  ratings: number;
}

const LINES = `
Alien|1979|Horror,Sci-Fi|20
Alien³|1992|Action,Horror,Sci-Fi|9
Alien: Resurrection|1997|Action,Horror,Sci-Fi|8
Aliens|1986|Action,Horror,Sci-Fi|24
Aliens in the Attic|2009|Children,Sci-Fi|2
Star Wars|1977|Action,Adventure,Sci-Fi|30
Star Wars: Episode V - The Empire Strikes Back|1980|Action,Adventure,Sci-Fi|28
Star Wars: The Clone Wars|2008|Action,Animation|31
Star Trek: Generations|1994|Adventure,Sci-Fi|12
Stardust|2007|Fantasy|7
War of the Stars|1985|Comedy|1
The Godfather|1972|Crime,Drama|29
The Godfather: Part II|1974|Crime,Drama|22
The Godfather: Part III|1990|Crime,Drama|11
The Matrix|1999|Action,Sci-Fi|27
The Matrix Reloaded|2003|Action,Sci-Fi|15
The Matrix Revolutions|2003|Action,Sci-Fi|12
Titanic|1997|Drama,Romance|26
Titanic|1953|Drama|3
Amélie|2001|Comedy,Romance|18
Le Fabuleux Destin d'Amélie Poulain (bonus)|2001|Documentary|1
The Usual Suspects|1995|Crime,Thriller|25
Unusual Tales|1995|Drama|1
The Shawshank Redemption|1994|Crime,Drama|29
The Terminator|1984|Action,Sci-Fi|19
Terminator 2: Judgment Day|1991|Action,Sci-Fi|23
Terminator Salvation|2009|Action,Sci-Fi|5
Spider-Man|2002|Action|14
Spider-Man 2|2004|Action|12
Spider|2002|Drama|3
E.T. the Extra-Terrestrial|1982|Children,Sci-Fi|20
Schindler's List|1993|Drama,War|26
M*A*S*H|1970|Comedy,War|10
2001: A Space Odyssey|1968|Adventure,Sci-Fi|17
A.I. Artificial Intelligence|2001|Drama,Sci-Fi|9
Blade Runner|1982|Sci-Fi,Thriller|21
Blade Runner 2049|2017|Sci-Fi|8
La La Land|2016|Comedy,Romance|11
Land of the Dead|2005|Horror|4
L'avventura|1960|Drama|3
Les Misérables|2012|Drama,Romance|7
Les Misérables|1998|Drama|5
Crouching Tiger, Hidden Dragon|2000|Action,Drama|13
Fast & Furious|2009|Action|6
The Fast and the Furious|2001|Action|5
The Lord of the Rings: The Fellowship of the Ring|2001|Adventure,Fantasy|28
The Lord of the Rings: The Two Towers|2002|Adventure,Fantasy|26
Lord of War|2005|Crime|6
It|2017|Horror|5
It Happened One Night|1934|Comedy|9
Them!|1954|Sci-Fi|2
Double Indemnity|1944|Crime,Film-Noir|8
Laura|1944|Crime,Film-Noir|4
Twelve Monkeys|1995|Sci-Fi|19
`;

export const FILMS: readonly Film[] = LINES.trim()
  .split('\n')
  .map((line, place) => {
    const [title = '', year, genres = '', ratings] = line.split('|');
    return {
      movieId: place + 1,
      title,
      year: Number(year),
      genres: genres.split(','),
      ratings: Number(ratings),
    };
  });

/** Ratings that make each film as well known as it says. */
export function filmRatings(): RatingWrite[] {
  return FILMS.flatMap(({ ratings, ...movie }) =>
    Array.from({ length: ratings }, (_, user) => sampleRating({ user: user + 1, movie })),
  );
}
