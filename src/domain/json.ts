/** JSON as it comes in: unknown until looked at. */

export type JsonObject = { [key: string]: unknown };

/** Whether a parsed value is an object of JSON, not an array or null. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
