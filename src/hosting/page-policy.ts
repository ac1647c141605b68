import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BuiltSite, Hashes } from './built-site.ts';
import { policyWithin } from './policy.ts';

/**
 * Writes into each page the policy of content that it needs itself, or takes out what was written.
 * @param folder of the built site; its files may be linked elsewhere, so none is changed in place
 * @param found what each page needs, by its path below the front page
 * @param done has the pages that have their policies, or none, already
 * @throws {Error} when a page doesn’t begin as a page here does
 */
export function writePagePolicies(
  folder: string,
  found: BuiltSite['found'],
  within: boolean,
  done: ReadonlyMap<string, unknown> = new Map(),
): void {
  for (const [file, hashes] of found) {
    if (!file.endsWith('.html') || done.has(file)) continue;
    const path = join(folder, file);
    const page = readFileSync(path, 'utf8');
    const after = within ? withPolicy(file, page, hashes) : page.replace(policy, '');
    if (after === page) continue;
    rmSync(path);
    writeFileSync(path, after);
  }
}

/** It stands before all that it is to govern. */
function withPolicy(file: string, page: string, hashes: Hashes): string {
  if (!page.includes(charset))
    throw new Error(`${file} has no ${charset}, after which its Content Security Policy belongs.`);
  const content = policyWithin(file, hashes);
  return page
    .replace(policy, '')
    .replace(charset, `$&<meta http-equiv="Content-Security-Policy" content="${content}">`);
}

const charset = '<meta charset="utf-8">';
const policy = /<meta http-equiv="Content-Security-Policy" content="[^"]*">/;
