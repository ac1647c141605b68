import { extname } from 'node:path';
import { lookup } from 'mrmime';

/** Only their names distinguish feeds from other XML and JSON. */
const feeds = {
  'feed.xml': 'application/rss+xml; charset=utf-8',
  'atom.xml': 'application/atom+xml; charset=utf-8',
  'feed.json': 'application/feed+json; charset=utf-8',
};

/** For unknown extensions, such as those of the search index. */
export const unknownType = 'application/octet-stream';

/** As registered with IANA; text types declare UTF-8. */
function typeOf(ending: string): string {
  const type = lookup(ending) ?? unknownType;
  return type.startsWith('text/') ? `${type}; charset=utf-8` : type;
}

/** The content types of a site’s files, by `*feed.xml` or `*.md`, feeds first. */
export function typesOf(files: string[]): { paths: string; type: string }[] {
  const endings = [...new Set(files.map((file) => extname(file)))].filter(Boolean).sort();
  return [
    ...Object.entries(feeds).map(([name, type]) => ({ paths: `*${name}`, type })),
    ...endings.map((ending) => ({ paths: `*${ending}`, type: typeOf(ending) })),
  ];
}
