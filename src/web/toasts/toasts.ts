/** Short notices with at most one thing to do about them. */
import { externalValue, useExternalValue } from '../session/external-value.ts';

export interface Toast {
  id: number;
  message: string;
  kind: 'done' | 'failed';
  /** What it is about: a newer notice about the same takes its place. */
  about?: string;
  action?: { label: string; run: () => void };
  /** Called once when the notice goes without its action having been taken. */
  onExpire?: () => void;
}

/** Long enough to read it, find its button, and press it. */
export const TOAST_MILLISECONDS = 8_000;
const MOST_AT_ONCE = 3;

const toasts = externalValue<readonly Toast[]>([]);
let nextId = 1;

export function showToast(toast: Omit<Toast, 'id'>): number {
  const id = nextId++;
  const others = toasts.get().filter((shown) => toast.about === undefined || shown.about !== toast.about);
  const kept = [...others, { ...toast, id }].slice(-MOST_AT_ONCE);
  const gone = toasts.get().filter((shown) => !kept.includes(shown));
  toasts.set(kept);
  for (const old of gone) old.onExpire?.();
  return id;
}

/** Removes a notice; `expired` when its action was not taken. */
export function removeToast(id: number, how: 'expired' | 'acted'): void {
  const toast = toasts.get().find((shown) => shown.id === id);
  if (toast === undefined) return;
  toasts.set(toasts.get().filter((shown) => shown.id !== id));
  if (how === 'expired') toast.onExpire?.();
}

export const useToasts = (): readonly Toast[] => useExternalValue(toasts);
