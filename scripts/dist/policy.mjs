// What the page may do, as HTTP headers. One list, written into the page and into every host's file.
import { createHash } from 'node:crypto';

const sha256 = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

// The policy of a page with these inline scripts and styles. `connect` is where the API may be.
export function contentSecurityPolicy({ scripts, styles, connect }) {
  return [
    ["default-src", "'none'"],
    ["script-src", "'self' 'wasm-unsafe-eval'", ...scripts.map(sha256)],
    ["style-src", "'self'", ...styles.map(sha256)],
    ["img-src", "'self' data:"],
    ["connect-src", connect],
    ["manifest-src", "'self'"],
    ["worker-src", "'self'"],
    ["base-uri", "'none'"],
    ["form-action", "'none'"],
    ["require-trusted-types-for", "'script'"],
    ["trusted-types", 'default'],
  ].map((directive) => directive.join(' ')).join('; ');
}

// The headers of every reply. A page cannot forbid frames by itself, so that stands here alone.
export function headers(policy) {
  return {
    'Content-Security-Policy': `${policy}; frame-ancestors 'none'`,
    'Permissions-Policy': 'clipboard-write=(self), clipboard-read=(), camera=(), microphone=(), geolocation=(), payment=(), usb=()',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
  };
}

export const IMMUTABLE = 'public, max-age=31536000, immutable';
export const REVALIDATE = 'no-cache';
