// What scripts/dist/install.mjs puts into the service worker.
declare const RELEASE: string;
declare const ASSETS: { file: string, integrity: string }[];
/** A route's title: its key, and the English. */
declare const PAGES: Record<string, [string, string]>;
declare const EDITED: string[];
