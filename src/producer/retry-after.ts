/** Reads the `Retry-After` header (RFC 9110, section 10.2.3). */

/** The day limit of a source: whoever asks for longer has mistaken its clock. */
const MAX_WAIT_MS = 86_400_000;

/** The milliseconds to wait from `nowMs`, at most a day; null without a header that can be read. */
export function readRetryAfter(header: string | null, nowMs: number): number | null {
  if (header === null) return null;
  const text = header.trim();
  const waitMs = /^\d+$/.test(text) ? Number(text) * 1_000 : readHttpDate(text) - nowMs;
  return Number.isNaN(waitMs) ? null : Math.min(Math.max(waitMs, 0), MAX_WAIT_MS);
}

/** NaN for what is no date of HTTP: `Date.parse` alone takes "-5" for a year. */
function readHttpDate(text: string): number {
  return /^[A-Z][a-z]{2,8},? /.test(text) ? Date.parse(text) : Number.NaN;
}
