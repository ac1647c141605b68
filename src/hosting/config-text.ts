import { FixableError } from '../desk/problem.ts';
import { escaped } from './redirects.ts';

/**
 * A quoted text that nginx, Caddy and Apache read in the same way. Characters with a special meaning in
 * one of them occur in none of the site’s headers and addresses, unless the site’s base path contains
 * them.
 * @throws {FixableError} if the text cannot be written for all of them
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
 * The quoted target of a redirect for nginx and Caddy, in which `%` has no special meaning.
 * @throws {FixableError} if it cannot be written for both
 */
export function quotedTarget(to: string): string {
  quoted(to.replaceAll('%', ''));
  return `"${to}"`;
}

/**
 * The paths of a rule as a regular expression that all three servers read in the same way. It also
 * matches the file of a page, because servers request that internally.
 */
export function patternOf(paths: string): string {
  const [start = '', end] = paths.split('*').map(escaped);
  if (end === undefined) return `^${start}${start.endsWith('/') ? '(?:index\\.html)?' : ''}$`;
  return end ? `^${start}.*${end}$` : `^${start}`;
}

/** Lines with an indent. */
export const lines = (texts: string[], indent = '') =>
  texts.map((text) => `${indent}${text}\n`).join('');
