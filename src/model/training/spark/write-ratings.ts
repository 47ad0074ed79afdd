/** A matrix of ratings as a file that Spark reads. Rows and columns go by their place: no person's id leaves. */
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Relation, read } from '../../../spark/plan/relation.ts';
import type { RatingMatrix } from '../../matrix.ts';

/** Writes JSON lines `{"user":0,"item":3,"rating":4}`, and gives the table that Spark reads from them. */
export async function writeRatings({ byUser, users }: RatingMatrix, file: string): Promise<Relation> {
  await pipeline(Readable.from(userLines(byUser, users.size)), createWriteStream(file));
  return read({
    format: 'json',
    schema: 'user int not null, item int not null, rating float not null',
    options: { mode: 'FAILFAST' },
    paths: [file],
  });
}

/** The lines of each user. */
function* userLines({ starts, columns, values }: RatingMatrix['byUser'], users: number): Generator<string> {
  for (let user = 0; user < users; user++) {
    let lines = '';
    for (let entry = starts[user] ?? 0; entry < (starts[user + 1] ?? 0); entry++) {
      lines += `{"user":${user},"item":${columns[entry]},"rating":${values[entry]}}\n`;
    }
    yield lines;
  }
}
