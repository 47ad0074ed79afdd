/** The MovieLens releases that GroupLens publishes, and on what terms. */
import { MatineeError } from '../../domain/errors.ts';

export interface Release {
  /** As `data get` takes it; the archive is `<name>.zip`. */
  name: string;
  /** What is in it, for a person who chooses. */
  summary: string;
  /** What its licence asks, in short; the release's own README has the wording that binds. */
  terms: string;
}

/** Where GroupLens keeps the archives; each has a README and mostly a checksum beside it. */
export const GROUPLENS_URL = 'https://files.grouplens.org/datasets/movielens/';

const CITATION =
  'Cite F. Maxwell Harper and Joseph A. Konstan, "The MovieLens Datasets: History and Context", ACM TiiS 5, 4 (2015).';
const NO_ENDORSEMENT = 'Do not imply that the University of Minnesota or GroupLens endorses you.';
const NO_COMMERCE = 'No commercial use without the permission of GroupLens.';
const NO_REDISTRIBUTION = [
  'For research. Do not redistribute without permission.',
  NO_COMMERCE,
  NO_ENDORSEMENT,
  CITATION,
].join('\n');
const SAME_TERMS_FOR_COPIES = [
  'For research. Copies and derived data must be passed on under the same terms.',
  NO_COMMERCE,
  NO_ENDORSEMENT,
  CITATION,
].join('\n');

export const RELEASES: readonly Release[] = [
  { name: 'ml-100k', summary: '100,000 ratings, 1998, with demographics', terms: NO_REDISTRIBUTION },
  { name: 'ml-1m', summary: '1 million ratings, 2003, with demographics', terms: NO_REDISTRIBUTION },
  { name: 'ml-10m', summary: '10 million ratings, 2009', terms: NO_REDISTRIBUTION },
  { name: 'ml-20m', summary: '20 million ratings, 2015', terms: SAME_TERMS_FOR_COPIES },
  { name: 'ml-25m', summary: '25 million ratings, 2019', terms: SAME_TERMS_FOR_COPIES },
  { name: 'ml-32m', summary: '32 million ratings, 2023', terms: SAME_TERMS_FOR_COPIES },
  { name: 'ml-latest', summary: 'all ratings of late; changes over time', terms: SAME_TERMS_FOR_COPIES },
  {
    name: 'ml-latest-small',
    summary: '100,000 ratings of late; changes over time',
    terms: SAME_TERMS_FOR_COPIES,
  },
];

/** The release of a name; `USAGE`, listing the names, for another. */
export function findRelease(name: string): Release {
  const release = RELEASES.find((candidate) => candidate.name === name);
  if (release !== undefined) return release;
  throw new MatineeError('USAGE', `there is no data set "${name}" to get`, {
    hint: `Name one of ${RELEASES.map((known) => known.name).join(', ')}.`,
  });
}
