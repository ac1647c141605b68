import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { filesIn } from '../../src/files/walk.ts';
import { archive, home, root, type Site } from '../sites.ts';

/** A host name of 40 characters: what is written for a server may not grow with it. */
const host = 'the-lowport-and-quayside-gazette.example';

/** The real content, at the root of that host. */
export const shallow: Site = {
  folder: join(root, 'hosts', 'placed', 'home'),
  base: '/',
  url: `https://${host}/`,
};

const base = '/archive/of-the-northern-edition/since-1998/';

/** The fixture, below a long path of it. */
export const deep: Site = {
  folder: join(root, 'hosts', 'placed', 'archive'),
  base,
  url: `https://${host}${base}`,
};

/** Copies a built site to where all say that it is at another address; what is no text stays the same file. */
function place(built: Site, { folder, url, base }: Site): void {
  rmSync(folder, { recursive: true, force: true });
  for (const file of filesIn(built.folder)) {
    const [from, to] = [join(built.folder, file), join(folder, file)];
    mkdirSync(dirname(to), { recursive: true });
    if (!isText.test(file)) {
      linkSync(from, to);
      continue;
    }
    const text = readFileSync(from, 'utf8').replaceAll(built.url, url);
    // A path from the root begins an attribute, an entry of a list, or words.
    const moved =
      base === built.base
        ? text
        : text.replaceAll(new RegExp(`(?<![\\w./])${built.base}`, 'g'), base);
    writeFileSync(to, moved);
  }
}

const isText = /\.(?:html|json|md|txt|webmanifest|xml)$/;

/** Places both sites. */
export function placeSites(): void {
  place(home, shallow);
  place(archive, deep);
}
