/** Reads the body of a page, of our source or of another one that keeps the contract loosely. */
import { isJsonObject } from '../domain/json.ts';

export interface Page {
  /** Null where the source does not say. */
  totalPages: number | null;
  /** Nobody has looked at them yet. */
  results: readonly unknown[];
}

/** Null when the body is not JSON or has no list of results. */
export function readPage(body: string): Page | null {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    return null;
  }
  if (!isJsonObject(value) || !Array.isArray(value.results)) return null;
  const totalPages = Number(value.total_pages ?? Number.NaN);
  return {
    totalPages: Number.isSafeInteger(totalPages) && totalPages >= 0 ? totalPages : null,
    results: value.results,
  };
}
