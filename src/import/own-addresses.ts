import type { Link, Root } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import type { ImportedStory, Lost } from './imported-story.ts';
import { storiesOf } from './imported-stories.ts';
import { formerAddresses } from './former-address.ts';
import { identified, placeOf } from './placing.ts';
import type { ImportOptions } from './options.ts';
import { detectFormat } from './detect-format.ts';
import type { KnownIds } from './known-ids.ts';
import type { DraftsFolder } from './drafts-folder.ts';

/** The old addresses of the newsroom’s own stories, with their addresses here. */
export class OwnAddresses {
  readonly #ids: KnownIds;
  /** Host names without `www.`; an empty name for sources without the site’s address. */
  readonly #hosts = new Set<string>();
  readonly #here = new Map<string, string>();

  /** @param addresses the current and old addresses of the newsroom’s sites */
  constructor(ids: KnownIds, addresses: (string | undefined)[]) {
    this.#ids = ids;
    for (const address of addresses) if (address) this.#hosts.add(hostOf(address));
  }

  /** Adds a story’s old addresses, and its address here if it has one yet. */
  note({ link = '', otherLinks = [] }: ImportedStory, here: string | undefined): void {
    if (link === '') return;
    this.#hosts.add(hostOf(link));
    if (here === undefined) return;
    for (const address of [link, ...otherLinks]) this.#here.set(keyOf(address), here);
  }

  /** Whether an address is one of the newsroom’s own sites. */
  isOwn(address: string): boolean {
    const host = hostOf(address);
    return this.#hosts.has(host) || (this.#hosts.has('') && /\.blogspot\.[a-z.]{2,6}$/.test(host));
  }

  /** The address here of the story at an old address. */
  find(address: string): string | undefined {
    if (!this.isOwn(address)) return undefined;
    const path = keyOf(address);
    return this.#here.get(path) ?? this.#ids.presentOf(path);
  }
}

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host.replace(/^www\./, '') : '';
}

/** The part of an address that identifies a story: the path, and WordPress’s number in the query. */
function keyOf(address: string): string {
  const { pathname, searchParams } = new URL(address, 'https://site.invalid');
  const number = searchParams.get('p');
  const path = pathname.replace(/(?:\/index\.\w+)?\/*$/, '');
  try {
    return decodeURIComponent(number === null ? path : `${path}/?p=${number}`);
  } catch {
    return path;
  }
}

/** Formats of whole sites, whose stories link to each other. */
const sites = ['WordPress', 'Ghost', 'feed'];

/**
 * Reads the old and future addresses of the stories in files. Problems are reported when they are imported.
 */
export async function readOwnAddresses(
  files: string[],
  options: ImportOptions,
  drafts: DraftsFolder,
): Promise<OwnAddresses> {
  const { ids } = drafts;
  const own = new OwnAddresses(ids, [options.vocabulary.publication.url, options.site]);
  for (const from of files) {
    try {
      const format = await detectFormat(from);
      if (!sites.includes(format)) continue;
      for await (const incoming of storiesOf(from, format, options.site)) {
        if (!('sourceId' in incoming)) continue;
        const imported = identified(incoming, from, options, drafts);
        const { id, place } = placeOf(imported, options, drafts);
        const { former } = formerAddresses(imported, place, id, ids, drafts.surroundings);
        const here = ids.addressOfStory(id) ?? ids.addressOf(imported.published?.value, place);
        ids.reserve(place, id, [...former.map(({ value }) => value), here]);
        own.note(imported, here);
      }
    } catch {
      continue;
    }
  }
  return own;
}

/**
 * Points links to the newsroom’s own stories to their addresses here.
 * @param files the newsroom’s own files, whose links are already correct
 * @returns the links that no longer lead anywhere; their words stay
 */
export function linkOwnStories(text: Root, own: OwnAddresses, files: { href: string }[]): Lost[] {
  const lost: Lost[] = [];
  visit(text, 'link', (node: Link, index, parent) => {
    if (files.some(({ href }) => href === node.url)) return undefined;
    const here = own.find(node.url);
    const part = /#.+$/.exec(node.url)?.[0];
    if (here !== undefined) {
      if (part) lost.push({ what: 'part of a story that a link pointed to', text: node.url });
      node.url = here;
    } else if (node.url.startsWith('/') && parent && index !== undefined) {
      lost.push({ what: 'link within the old site', text: node.url });
      parent.children.splice(index, 1, ...(node.children as typeof parent.children));
      return [SKIP, index];
    }
    return undefined;
  });
  return lost;
}
