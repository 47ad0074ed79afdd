/** Which of two versions of a document wins. */
import type { DocumentVersion } from './store.ts';

/** Whether a version takes the place of another: a later event, or of two alike the later offset. */
export function isNewer(version: DocumentVersion, than: DocumentVersion | null): boolean {
  if (than === null || version.eventTime > than.eventTime) return true;
  return version.eventTime === than.eventTime && version.offset > than.offset;
}
