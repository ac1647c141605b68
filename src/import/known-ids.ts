import { closeSync, openSync, readSync } from 'node:fs';
import { basename, join } from 'node:path';
import { markdownIn } from '../desk/content-files.ts';
import { readLock } from '../desk/lock.ts';
import { readMoment } from '../desk/moment.ts';
import { fitsStoryAddress, storyAddress } from '../desk/schema/address.ts';
import { comparable, oldAddress } from '../desk/schema/old-address.ts';
import { firstFree, slugIn } from '../desk/slug.ts';
import { readYaml } from '../desk/yaml.ts';

/** What the stories of a content folder have already: marks, names, and addresses of now and before. */
export class KnownIds {
  readonly #timeZone: string;
  readonly #paths = new Map<string, string>();
  /** Who has a name, and who an address: whoever had it first, by mark. */
  readonly #names = new Map<string, string>();
  readonly #addresses = new Map<string, string>();
  /** The address of now of each story, by id. */
  readonly #present = new Map<string, string>();

  /**
   * @param content the content folder
   * @param timeZone the newsroom's, which decides on the day of an address
   * @throws {ContentError} when addresses.lock cannot be read
   */
  constructor(content: string, timeZone: string) {
    this.#timeZone = timeZone;
    for (const { path, id } of readLock(content).addresses) {
      claim(this.#names, basename(path), id);
      claim(this.#addresses, comparable(path), id);
    }
    const articles = join(content, 'articles');
    for (const name of markdownIn(articles))
      this.note(`articles/${name}`, headOf(join(articles, name)));
  }

  /**
   * Notes a story.
   * @param path its file within the content folder
   * @param text the file; its first lines are enough
   */
  note(path: string, text: string): void {
    const id = /^id:\s*["']?([0-9a-f-]{36})/im.exec(text)?.[1]?.toLowerCase();
    const name = slugIn(path);
    claim(this.#names, name, id ?? path);
    if (!id) return;
    this.#paths.set(id, path);
    const published = /^published:[ \t]*["']?(\d[^"'\n]*?)["']?[ \t]*$/m.exec(text)?.[1];
    const address = this.addressOf(published, path);
    if (address) {
      claim(this.#addresses, comparable(address), id);
      this.#present.set(id, address);
    }
    for (const former of formerlyIn(text)) {
      claim(this.#addresses, comparable(former), id);
      // A later story of that name could come out on that day.
      if (fitsStoryAddress(former)) claim(this.#names, basename(former), id);
    }
  }

  /** The file of the story with a mark, within the content folder. */
  pathOf(id: string): string | undefined {
    return this.#paths.get(id);
  }

  /** The address of a story in a file, or nothing when there is no telling on which day it came out. */
  addressOf(published: string | undefined, path: string): string | undefined {
    try {
      return published && storyAddress(readMoment(published, this.#timeZone).day, slugIn(path));
    } catch {
      return undefined;
    }
  }

  /** The address of a story that is here; nothing when it is not, or has no day yet. */
  addressOfStory(id: string): string | undefined {
    return this.#present.get(id);
  }

  /** The address of now of the story that has or had an address. */
  presentOf(address: string): string | undefined {
    return this.#present.get(this.#addresses.get(comparable(address)) ?? '');
  }

  /**
   * Keeps a name and addresses for a story that is about to be written.
   * @param path its file within the content folder
   * @param addresses those that it will have and had, where they are known
   */
  reserve(path: string, id: string, addresses: (string | undefined)[]): void {
    claim(this.#names, slugIn(path), id);
    for (const address of addresses) {
      if (address === undefined) continue;
      claim(this.#addresses, comparable(address), id);
      // A later story of that name could come out on that day.
      if (fitsStoryAddress(address)) claim(this.#names, basename(address), id);
    }
  }

  /** Whether an address is, or was, that of another story. */
  isOfAnother(address: string, id: string): boolean {
    return (this.#addresses.get(comparable(address)) ?? id) !== id;
  }

  /** A name that no other story has, in any month: when an import comes out may still change. */
  freeName(slug: string, id: string): string {
    return firstFree(slug, (name) => (this.#names.get(name) ?? id) === id);
  }
}

/** The addresses of before that a story’s file names, as the desk compares them. */
function formerlyIn(text: string): string[] {
  const lines = /^formerly:.*\n(?:(?:[ \t]|- ).*\n)*/m.exec(text)?.[0];
  const { formerly } = (lines && (readYaml(lines).data as { formerly?: unknown })) || {};
  if (!Array.isArray(formerly)) return [];
  return formerly.flatMap((written) => oldAddress.safeParse(written).data ?? []);
}

function claim(owners: Map<string, string>, value: string, owner: string): void {
  if (!owners.has(value)) owners.set(value, owner);
}

function headOf(file: string): string {
  const head = Buffer.alloc(4096);
  const descriptor = openSync(file, 'r');
  const length = readSync(descriptor, head);
  closeSync(descriptor);
  return head.toString('utf8', 0, length);
}
