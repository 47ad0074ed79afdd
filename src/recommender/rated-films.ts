/**
 * The standing ratings of a person, packed: four doubles a film, by ascending film. A tenth of what a map of objects
 * takes, so that all people of a service fit in memory. A class, so that they share their methods.
 */
import type { MovieId } from '../domain/ids.ts';

/** The standing rating of a film; `rating: null` when it was taken back. */
export interface RatedFilm {
  rating: number | null;
  /** Epoch milliseconds. */
  eventTime: number;
  /** The record's offset: of two of the same time the later one in the stream stands. */
  offset: number;
}

/** Film, rating (NaN when taken back), event time, offset. */
const FIELDS = 4;

export class RatedFilms implements Iterable<[MovieId, RatedFilm]> {
  #rows = new Float64Array(0);

  /** Of a film that is there several times the last counts. */
  static of(films: Iterable<readonly [MovieId, RatedFilm]>): RatedFilms {
    const sorted = [...new Map(films)].sort(([a], [b]) => a - b);
    const packed = new RatedFilms();
    packed.#rows = new Float64Array(sorted.length * FIELDS);
    for (const [place, [movieId, film]] of sorted.entries()) packed.#write(place, movieId, film);
    return packed;
  }

  /** How many films there are, those taken back included. */
  get size(): number {
    return this.#rows.length / FIELDS;
  }

  /** What it takes in memory, in bytes. */
  get bytes(): number {
    return this.#rows.byteLength;
  }

  get(movieId: MovieId): RatedFilm | undefined {
    const place = this.#placeOf(movieId);
    return this.#rows[place * FIELDS] === movieId ? this.#read(place) : undefined;
  }

  /** Puts a film in, or another rating in the place of the one that is there. */
  set(movieId: MovieId, film: RatedFilm): void {
    const place = this.#placeOf(movieId);
    if (this.#rows[place * FIELDS] !== movieId) this.#makeRoom(place);
    this.#write(place, movieId, film);
  }

  *[Symbol.iterator](): Generator<[MovieId, RatedFilm]> {
    for (let place = 0; place < this.size; place++)
      yield [this.#rows[place * FIELDS] ?? 0, this.#read(place)];
  }

  /** Calls `visit` with each film that has a rating, by ascending film: without an object for each. */
  visitRated(visit: (movieId: MovieId, rating: number, eventTime: number) => void): void {
    const rows = this.#rows;
    for (let at = 0; at < rows.length; at += FIELDS) {
      const rating = rows[at + 1] ?? Number.NaN;
      if (!Number.isNaN(rating)) visit(rows[at] ?? 0, rating, rows[at + 2] ?? 0);
    }
  }

  /** Where a film is, or would be. */
  #placeOf(movieId: MovieId): number {
    let low = 0;
    let high = this.size;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#rows[middle * FIELDS] ?? 0) < movieId) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #makeRoom(place: number): void {
    const rows = new Float64Array(this.#rows.length + FIELDS);
    rows.set(this.#rows.subarray(0, place * FIELDS));
    rows.set(this.#rows.subarray(place * FIELDS), (place + 1) * FIELDS);
    this.#rows = rows;
  }

  #read(place: number): RatedFilm {
    const [, rating = Number.NaN, eventTime = 0, offset = 0] = this.#rows.subarray(
      place * FIELDS,
      (place + 1) * FIELDS,
    );
    return { rating: Number.isNaN(rating) ? null : rating, eventTime, offset };
  }

  #write(place: number, movieId: MovieId, { rating, eventTime, offset }: RatedFilm): void {
    this.#rows.set([movieId, rating ?? Number.NaN, eventTime, offset], place * FIELDS);
  }
}
