import type { GhostSettings } from './ghost-permalink.ts';
import { readRows } from './json-rows.ts';
import { Fields } from './json-taking.ts';
import type { OldList } from './old-lists.ts';
import { wordsOfHtml } from './words-of-html.ts';

/** What posts refer to, by the ids of the export. */
export class Relations {
  readonly #tags = new Map<string, string>();
  readonly #internal = new Set<string>();
  readonly #users = new Map<string, string>();
  /** For each post: the ids of its tags and authors with their order, and its metadata. */
  readonly #tagsOf = new Map<string, [order: number, id: string][]>();
  readonly #usersOf = new Map<string, [order: number, id: string][]>();
  readonly metaOf = new Map<string, unknown>();
  readonly settings: GhostSettings = {};
  /** The slugs of tags and authors. */
  readonly #slugs = new Map<string, string>();

  /** Adds a row of one of the lists. */
  note(list: string, row: unknown): void {
    const fields = new Fields(row);
    if (list === 'settings') return this.#set(fields.text('key'), fields.text('value'));
    const id = fields.text('id');
    const slug = fields.text('slug');
    if (slug) this.#slugs.set(`${list} ${id}`, slug);
    const post = fields.text('post_id');
    const name = wordsOfHtml(fields.text('name'));
    const order = Number(fields.text('sort_order') || 0);
    const add = (map: Map<string, [number, string][]>, other: string) =>
      map.set(post, [...(map.get(post) ?? []), [order, other]]);
    if (list === 'users') this.#users.set(id, name);
    else if (list === 'posts_tags') add(this.#tagsOf, fields.text('tag_id'));
    else if (list === 'posts_authors') add(this.#usersOf, fields.text('author_id'));
    else if (list === 'posts_meta') this.metaOf.set(post, row);
    else {
      this.#tags.set(id, name);
      if (fields.text('visibility') === 'internal' || name.startsWith('#')) this.#internal.add(id);
    }
  }

  /** The names of a post’s authors, in order; in old exports, `first` is its only author. */
  authorsOf(post: string, first: string): string[] {
    return this.#authorIds(post, first).flatMap((id) => this.#users.get(id) ?? []);
  }

  /** The slugs of a post’s first tag and first author. */
  slugsOf(post: string, first: string): { tag: string; author: string } {
    const tags = (inOrder(this.#tagsOf.get(post)) ?? []).filter((id) => !this.#internal.has(id));
    const [author = ''] = this.#authorIds(post, first);
    const slug = (list: string, id = '') => this.#slugs.get(`${list} ${id}`) ?? '';
    return { tag: slug('tags', tags[0]), author: slug('users', author) };
  }

  /**
   * The pages that listed posts by tag and by author, at Ghost’s addresses.
   * @param home the address of the site; empty if unknown
   */
  lists(home: string): OldList[] {
    const of = (kind: OldList['kind'], list: string, names: Map<string, string>) =>
      [...names].flatMap(([id, name]): OldList[] => {
        const slug = this.#internal.has(id) ? undefined : this.#slugs.get(`${list} ${id}`);
        return slug ? [{ kind, name, address: `${home}/${kind}/${slug}/` }] : [];
      });
    return [...of('tag', 'tags', this.#tags), ...of('author', 'users', this.#users)];
  }

  #authorIds(post: string, first: string): string[] {
    return inOrder(this.#usersOf.get(post)) ?? [first];
  }

  #set(key: string, value: string): void {
    if (key === 'permalinks' && value) this.settings.permalinks = value;
    if (/^(?:active_)?timezone$/.test(key) && value) this.settings.timeZone = value;
  }

  /** The names of a post’s tags. Those that begin with # are internal: Ghost does not show them to readers. */
  tagsOf(post: string): { tags: string[]; internal: string[] } {
    const ids = inOrder(this.#tagsOf.get(post)) ?? [];
    const named = (of: string[]) => of.flatMap((id) => this.#tags.get(id) ?? []);
    return {
      tags: named(ids.filter((id) => !this.#internal.has(id))),
      internal: named(ids.filter((id) => this.#internal.has(id))),
    };
  }
}

function inOrder(entries: [order: number, id: string][] | undefined): string[] | undefined {
  return entries?.toSorted(([a], [b]) => a - b).map(([, id]) => id);
}

/**
 * Reads what a Ghost export contains besides posts.
 * @throws {FixableError} as readRows
 */
export async function readRelations(file: string): Promise<Relations> {
  const relations = new Relations();
  const lists = ['tags', 'users', 'posts_tags', 'posts_authors', 'posts_meta', 'settings'];
  for await (const { list, row } of readRows(file, lists)) relations.note(list, row);
  return relations;
}
