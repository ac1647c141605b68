import { existsSync, mkdirSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import type { Link, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { slugIn, slugOf } from '../desk/slug.ts';
import { copyFrom } from './copy-from.ts';
import type { Downloads } from './downloads.ts';
import type { OwnAddresses } from './own-addresses.ts';

/** The newsroom’s own audio, video or document that a story links to. */
interface OwnFile {
  /** Its address in the source. */
  address: string;
  /** Its address on this site, `/files/a-name/report.pdf`. */
  href: string;
  /** The file in the public folder. */
  path: string;
}

/** The report on such a file. */
export interface FileNote {
  address: string;
  href: string;
  state: string;
}

const kinds =
  /\.(?:pdf|mp3|m4a|ogg|opus|wav|mp4|webm|vtt|docx?|xlsx?|pptx?|od[tsp]|rtf|csv|epub|zip)$/i;
const playable = /\.(?:mp3|m4a|ogg|opus|wav|mp4|webm)$/i;
const largest = 300 * 1024 ** 2;

/** Where files are saved, and whether they are fetched. */
interface Keeping {
  publicFolder: string;
  withPictures: boolean;
}

/**
 * Points links to the newsroom’s own files to their addresses here, if they are fetched or already here.
 * @param place the story’s file
 */
export function nameFiles(
  text: Root,
  place: string,
  own: OwnAddresses,
  { publicFolder, withPictures }: Keeping,
): OwnFile[] {
  const files: OwnFile[] = [];
  visit(text, 'link', (node: Link) => {
    const address = node.url;
    const name = nameIn(address);
    if (!kinds.test(name) || !own.isOwn(address)) return;
    const same = files.find((file) => file.address === address);
    const taken = files.filter(({ href }) => href.endsWith(`/${name}`)).length;
    const href = same?.href ?? `/files/${slugIn(place)}/${taken ? `${taken + 1}-` : ''}${name}`;
    const path = join(publicFolder, href);
    if (!withPictures && !existsSync(path)) return;
    node.url = href;
    if (!same) files.push({ address, href, path });
  });
  return files;
}

/** A name that is safe in an address, made from the file’s name in the source. */
function nameIn(address: string): string {
  const path = new URL(address, 'https://site.invalid').pathname;
  const end = extname(path);
  let written = basename(path, end);
  try {
    written = decodeURIComponent(written);
  } catch {
    // It is not percent-encoded; slugOf() drops the characters.
  }
  return `${slugOf(written.replace(/[-_.]+/g, ' ').slice(0, 200), 'en') || 'file'}${end.toLowerCase()}`;
}

/** Whether such a file is here. */
export function stateOf({ address, href, path }: OwnFile): FileNote {
  const state = existsSync(path) ? `saved as public${href}` : `missing; save it as public${href}`;
  return { address, href, state };
}

/**
 * Fetches such a file from the web or from beside the imported file. An existing file stays.
 * @param source the file that the story came in
 * @returns what became of it, in words for editors
 */
export async function fetchFile(
  file: OwnFile,
  source: string,
  downloads: Downloads,
): Promise<FileNote> {
  const { address, href, path } = file;
  const player = playable.test(path)
    ? '; to show a player, put it beside the story and write its transcript'
    : '';
  if (existsSync(path)) return stateOf(file);
  const bytes = /^https?:/i.test(address)
    ? await downloads.get(address, largest)
    : await copyFrom(address, source, largest);
  const refused =
    typeof bytes === 'string' ? bytes : isPage(bytes) ? 'it is a web page' : undefined;
  if (typeof bytes === 'string' || refused !== undefined)
    return { address, href, state: `missing: ${refused}; save it as public${href}` };
  mkdirSync(dirname(path), { recursive: true });
  await writeFile(`${path}.${process.pid}`, bytes);
  await rename(`${path}.${process.pid}`, path);
  return { address, href, state: `saved as public${href}${player}` };
}

/** Whether the file is a web page: some servers send a “not found” page with the status 200. */
function isPage(bytes: Uint8Array): boolean {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  return /^\s*<(?:!doctype html|html)/i.test(head);
}
