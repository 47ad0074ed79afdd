/** What browser-install.mjs gives to the tests. */
export const INSTALL_COMMAND: string;
/** The path of a Chromium on this machine; null when there is none. */
export function findChromium(): string | null;
