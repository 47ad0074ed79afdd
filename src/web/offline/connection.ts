/** Whether answers come from the server or from what was kept of it. */
import { externalValue, useExternalValue } from '../session/external-value.ts';

const KEPT_HEADER = 'x-matinee-kept';

const offline = externalValue(false);

export const useOffline = (): boolean => useExternalValue(offline);

function setOffline(value: boolean): void {
  if (offline.get() !== value) offline.set(value);
}

/** Takes note of where an answer came from. */
export function noteAnswer(response: Response): void {
  setOffline(response.headers.has(KEPT_HEADER));
}

/** Calls `listener` whenever the server answers again. */
export function onBackOnline(listener: () => void): () => void {
  let before = offline.get();
  return offline.subscribe(() => {
    const now = offline.get();
    if (before && !now) listener();
    before = now;
  });
}
