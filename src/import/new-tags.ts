import { writeWhole } from '../files/write-whole.ts';
import { hash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { join } from 'node:path';
import { parse, parseDocument, stringify } from 'yaml';
import { fitsAddress } from '../desk/schema/address.ts';
import { tags as schema, type Term } from '../desk/schema/vocabulary.ts';
import { firstFree, slugOf } from '../desk/slug.ts';

/** Tags that an import adds to `tags.yaml`, each under a key made from its name. */
export class NewTags {
  readonly #file: string;
  readonly #known: Map<string, Term>;
  readonly #added = new Map<string, Term>();

  /**
   * @param content the content folder
   * @param known the newsroom’s tags; new ones are added to it at once
   */
  constructor(content: string, known: Map<string, Term>) {
    this.#file = join(content, 'tags.yaml');
    this.#known = known;
  }

  /**
   * Adds a tag.
   * @param language the language of the name, a BCP 47 tag
   * @returns its key, or undefined if the desk would refuse the name
   */
  add(name: string, language: string): string | undefined {
    const slug = slugOf(name, language) || `tag-${hash('sha256', name).slice(0, 8)}`;
    const key = firstFree(slug, (one) => !this.#known.has(one));
    const term: Term = { name };
    if (!fitsAddress(key) || !schema.safeParse({ [key]: term }).success) return undefined;
    this.#known.set(key, term);
    this.#added.set(key, term);
    return key;
  }

  /**
   * Redirects an old address to the list of a tag.
   * @returns whether the tag was added by this import; in other tags, only editors write
   */
  lead(key: string, from: string): boolean {
    const term = this.#added.get(key);
    if (!term) return false;
    term.formerly = [...(term.formerly ?? []), from];
    return true;
  }

  /**
   * Writes the new tags after the existing ones, whose lines and comments stay unchanged.
   * @returns how many there are
   */
  write(): number {
    const count = this.#added.size;
    if (count === 0) return 0;
    const text = existsSync(this.#file) ? readFileSync(this.#file, 'utf8') : '';
    writeWhole(this.#file, withEntries(text, Object.fromEntries(this.#added)));
    this.#added.clear();
    return count;
  }
}

/** A YAML mapping with more entries at its end. */
export function withEntries(text: string, entries: Record<string, object>): string {
  const whole = { ...((parse(text) ?? {}) as object), ...entries };
  const longer = `${text.replace(/(?<=[^\n])$/, '\n')}${stringify(entries, { lineWidth: 0 })}`;
  try {
    if (isDeepStrictEqual(parse(longer), whole)) return longer;
  } catch {
    // A mapping in braces, or one with an end marker, has to be rewritten.
  }
  const document = parseDocument(text);
  for (const [key, value] of Object.entries(entries)) document.set(key, document.createNode(value));
  return document.toString({ lineWidth: 0 });
}
