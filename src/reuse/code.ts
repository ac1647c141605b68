import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What decides, beside the content, what a build makes. */
const decisive = ['public/favicon.svg', 'astro.config.mjs', 'package-lock.json', 'tsconfig.json'];

/** A digest of all that makes pages: the code, the libraries’ versions, Node’s. */
export function codeDigest(): string {
  const sources = readdirSync('src', { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  const hash = createHash('sha1').update(process.version);
  for (const file of [...decisive, ...sources].sort()) hash.update(file).update(readFileSync(file));
  return hash.digest('base64url');
}
