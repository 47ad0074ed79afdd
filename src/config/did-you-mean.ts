/** Suggests the known name nearest to a mistyped one. */
import { distance } from 'fastest-levenshtein';

/** ` (did you mean …?)`, or nothing when no known name is near. */
export function didYouMean(typed: string, known: readonly string[]): string {
  const nearest = known
    .map((name) => ({ name, edits: distance(typed.toLowerCase(), name.toLowerCase()) }))
    .sort((a, b) => a.edits - b.edits)[0];
  const near = nearest !== undefined && nearest.edits <= Math.max(2, typed.length / 3);
  return near ? ` (did you mean "${nearest.name}"?)` : '';
}
