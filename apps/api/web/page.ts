import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Page {
  readonly icon: string;
  /** The page below a path prefix as a proxy names it, with a nonce of its own. */
  answer(prefix: string | readonly string[] | undefined): { readonly html: string; readonly policy: string };
}

/** Reads the built page once; throws when the folder holds none. */
export function readPage(folder: string): Page {
  const template = readFileSync(join(folder, 'index.html'), 'utf8');
  const icon = readFileSync(join(folder, 'icon.svg'), 'utf8');
  return {
    icon,
    answer(prefix) {
      const nonce = randomBytes(16).toString('base64');
      const head = `<head><base href="${basePath(prefix)}"><meta name="csp-nonce" content="${nonce}">`;
      return { html: template.replace('<head>', head), policy: policyOf(nonce) };
    },
  };
}

/** Only a plain path is taken over from a header. */
function basePath(prefix: string | readonly string[] | undefined): string {
  return typeof prefix === 'string' && /^(\/[\w.-]+)+\/?$/.test(prefix) ? `${prefix.replace(/\/$/, '')}/` : '/';
}

/** No script but ours; style elements of the component library carry the nonce, style attributes come from charts and diagrams. */
const policyOf = (nonce: string): string =>
  [
    `default-src 'none'`,
    `script-src 'self'`,
    `style-src 'self' 'nonce-${nonce}'`,
    `style-src-elem 'self' 'nonce-${nonce}'`,
    `style-src-attr 'unsafe-inline'`,
    `font-src 'self'`,
    `img-src 'self' data: blob:`,
    `connect-src 'self'`,
    `object-src 'none'`,
    `frame-src 'self' blob:`,
    `base-uri 'self'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
  ].join('; ');
