// What the page's scripts and its program share: the one declaration of `window.portal`. Its Rust side is
// src/start/boot.rs.

/** A text that follows the language: its key, and the English that stands in. */
interface KeyedText { key: string, english: string }

/** A text, or words that are already in the visitor's language. */
type Said = KeyedText | string;

/** What the page keeps, for one device or for one tab. Where the browser forbids it, for this page. */
interface Kept {
  get(name: string): string | undefined;
  /** Without a value, or with an empty one, it is removed. */
  set(name: string, value?: string): void;
  /** Removes everything whose name begins so. */
  forget(start: string): void;
}

interface Portal {
  // ---- public/boot/portal.js
  /** What stands before the routes in every path of this site; empty at the root of a host. */
  base: string;
  /** Resolves when `base` is right and `configuration` is there. */
  located: Promise<void>;
  /** The text of `config.json`. */
  configuration: Promise<string>;
  /** The world of this frame: `default`, the name in a link to the prototype, or `memory`, which keeps nothing. */
  world: string;
  device: Kept;
  tab: Kept;
  /** Resolves in a later turn of the browser, which paints and takes what is typed in between. */
  pause(): Promise<unknown>;
  /** Resolves a moment later, if the page is still there: a page that is being left reports no failure. */
  unlessLeft(): Promise<unknown>;

  // ---- public/boot/texts.js
  /** One of `languages`. */
  language: string;
  /** What dates and numbers are written in. */
  locale: string;
  /** Loads the texts, once. Resolves in any case: without them the page is in English. */
  loadTexts(): Promise<void>;
  /** What the program shows for a key, with `{count}` filled in; nothing where its own English is to stand in. */
  text(key: string, count?: number): string | undefined;
  /** Names a text, with its English. */
  say(key: string, english: string): KeyedText;
  /** Shows it in an element. */
  put(element: HTMLElement, said: Said): void;

  // ---- public/boot/first-screen.js
  /** The program takes the sign-in form over. `true` if it was sent before. */
  takeForm(): boolean;

  // ---- public/boot/failure.js
  /** Says that the page cannot go on, with a way to try again. */
  fail(words: Said): Promise<void>;

  // ---- scripts/dist/loader.js
  /** Fetches a part of the program. */
  fetchPart(name: Part): Promise<Response>;
  /** Fetches and compiles it. */
  compile(name: Part): Promise<WebAssembly.Module>;
  /** Fetches and compiles it, and makes it ready to run. */
  instantiate(name: Part, imports: WebAssembly.Imports): Promise<WebAssembly.WebAssemblyInstantiatedSource>;
  /** Loads the styles of the screens behind sign-in. */
  loadStyles(): Promise<unknown>;
  /** Loads the deferred script: offline bar, newer release, service worker. The development server has none. */
  loadDeferred(): Promise<unknown>;
  /** Says that the program could not be started. */
  broken(error: unknown): void;

  // ---- scripts/dist/deferred/network.js
  /** Something did not arrive: looks whether there is a network. */
  checkNetwork(): void;
  /** A scenario of the prototype takes the network to be gone. */
  pretendsOffline?: boolean;
}

interface Window {
  portal: Portal;
  trustedTypes?: {
    createPolicy(name: string, rules: Record<'createHTML' | 'createScriptURL', (text: string) => string | null>): unknown;
  };
}

/** A file of a release in `assets`. */
interface Asset { file: string, integrity: string }
type Part = 'script' | 'program' | 'behind' | 'styles' | 'deferred';

// ---- put in by scripts/dist/main.mjs
declare const ASSETS: Record<Part, Asset>;
declare const TARGET: 'production' | 'prototype';

/** The glue of wasm-bindgen, which a build makes. */
declare module '*/app.js' {
  export default function start(options: { module_or_path: Promise<WebAssembly.Module> }): Promise<unknown>;
}
