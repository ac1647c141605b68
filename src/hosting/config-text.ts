import { FixableError } from '../desk/problem.ts';
import { escaped } from './redirects.ts';

/**
 * A text in quotes, as nginx, Caddy and Apache read it alike. What begins something else in one of them is
 * in no header and no address of ours, unless somebody puts it into the path of the whole site.
 * @throws {FixableError} when it can’t be said to all of them
 */
export function quoted(text: string): string {
  if (/[%${}\\\p{Cc}]/u.test(text))
    throw new FixableError(
      `nginx, Caddy and Apache cannot serve the path ${text}.`,
      'Choose one without %, $, { and }.',
    );
  return `"${text.replaceAll('"', '\\"')}"`;
}

/**
 * Where a redirect leads, in quotes, as nginx and Caddy read it alike; a % is nothing special to them.
 * @throws {FixableError} when it can’t be said to both
 */
export function quotedTarget(to: string): string {
  quoted(to.replaceAll('%', ''));
  return `"${to}"`;
}

/**
 * A rule’s paths as a regular expression that they read alike. A page may be asked for by its file too,
 * as servers do themselves.
 */
export function patternOf(paths: string): string {
  const [start = '', end] = paths.split('*').map(escaped);
  if (end === undefined) return `^${start}${start.endsWith('/') ? '(?:index\\.html)?' : ''}$`;
  return end ? `^${start}.*${end}$` : `^${start}`;
}

/** Lines, each with its indent. */
export const lines = (texts: string[], indent = '') =>
  texts.map((text) => `${indent}${text}\n`).join('');
