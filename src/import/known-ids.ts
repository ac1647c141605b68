import { closeSync, openSync, readSync } from 'node:fs';
import { basename, join } from 'node:path';
import { markdownIn } from '../desk/content-files.ts';
import { readLock } from '../desk/lock.ts';
import { readMoment } from '../desk/moment.ts';
import { fitsStoryAddress, storyAddress } from '../desk/schema/address.ts';
import { comparable, oldAddress } from '../desk/schema/old-address.ts';
import { firstFree, slugIn } from '../desk/slug.ts';
import { readYaml } from '../desk/yaml.ts';

/** The ids, names, and current and old addresses of the stories in a content folder. */
export class KnownIds {
  readonly #timeZone: string;
  readonly #paths = new Map<string, string>();
  /** The owner of each name and each address: the first story that had it, by id. */
  readonly #names = new Map<string, string>();
  readonly #addresses = new Map<string, string>();
  /** The current address of each story, by id. */
  readonly #present = new Map<string, string>();

  /**
   * @param content the content folder
   * @param timeZone the newsroom's time zone, which decides the day in an address
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
   * Adds a story.
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
      // A later story with that name could be published on that day.
      if (fitsStoryAddress(former)) claim(this.#names, basename(former), id);
    }
  }

  /** The file of the story with an id, within the content folder. */
  pathOf(id: string): string | undefined {
    return this.#paths.get(id);
  }

  /** The address of a story in a file; undefined if its day of publication is unknown. */
  addressOf(published: string | undefined, path: string): string | undefined {
    try {
      return published && storyAddress(readMoment(published, this.#timeZone).day, slugIn(path));
    } catch {
      return undefined;
    }
  }

  /** The address of a story; undefined if it is not here or has no day yet. */
  addressOfStory(id: string): string | undefined {
    return this.#present.get(id);
  }

  /** The current address of the story that has or had an address. */
  presentOf(address: string): string | undefined {
    return this.#present.get(this.#addresses.get(comparable(address)) ?? '');
  }

  /**
   * Reserves a name and addresses for a story that is about to be written.
   * @param path its file within the content folder
   * @param addresses its future and old addresses, if they are known
   */
  reserve(path: string, id: string, addresses: (string | undefined)[]): void {
    claim(this.#names, slugIn(path), id);
    for (const address of addresses) {
      if (address === undefined) continue;
      claim(this.#addresses, comparable(address), id);
      // A later story with that name could be published on that day.
      if (fitsStoryAddress(address)) claim(this.#names, basename(address), id);
    }
  }

  /** Whether an address belongs, or belonged, to another story. */
  isOfAnother(address: string, id: string): boolean {
    return (this.#addresses.get(comparable(address)) ?? id) !== id;
  }

  /** A name that no other story has in any month: the date of an imported story may still change. */
  freeName(slug: string, id: string): string {
    return firstFree(slug, (name) => (this.#names.get(name) ?? id) === id);
  }
}

/** The old addresses that a story’s file names, normalized as the desk compares them. */
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
