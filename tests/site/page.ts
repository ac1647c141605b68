import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { select, selectAll } from 'hast-util-select';
import { toString } from 'hast-util-to-string';
import { filesOf, type Site } from '../sites.ts';
import type { Node } from '../standards/vocabulary.ts';

/** A page as its readers' programs see it. */
export class Page {
  readonly root: Root;

  constructor(html: string) {
    this.root = fromHtml(html);
  }

  all(selector: string): Element[] {
    return selectAll(selector, this.root);
  }

  one(selector: string): Element {
    const found = select(selector, this.root);
    if (!found) throw new Error(`The page has no ${selector}.`);
    return found;
  }

  /** The text of the first element that fits, in one line. */
  text(selector: string): string {
    return inLine(toString(this.one(selector)));
  }

  /** The content of a meta element, by property or name. */
  meta(name: string): string | undefined {
    const found = select(`meta[property="${name}"], meta[name="${name}"]`, this.root);
    return found && attribute(found, 'content');
  }
}

/** What a page says to programs, node by node; nothing where it says nothing. */
export function jsonLdOf(page: Page): Node[] {
  return page.all('script[type="application/ld+json"]').flatMap((script) => {
    const data = JSON.parse(toString(script)) as Record<string, unknown>;
    if (data['@context'] !== 'https://schema.org') throw new Error('This is not of schema.org.');
    return data['@graph'] as Node[];
  });
}

/** An attribute by its property name in hast. */
export function attribute({ properties }: Element, name: string): string {
  return String(properties[name] ?? '');
}

/** A text with every run of white space made one space. */
export function inLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** A page of a built site, by its path below the front page. */
export function openPage(site: Site, path: string): Page {
  const bytes = filesOf(site).get(`${path}index.html`) ?? filesOf(site).get(path);
  if (!bytes) throw new Error(`${site.folder} has no ${path}`);
  return new Page(bytes.toString());
}

/** The real story. */
export const kuwait = '2021/03/09/kosovo-sends-troops-to-kuwait/';

/** Whether a page asks search engines to pass it by: nobody needs to find it, nor does a list lead to it. */
export function isKeptOut(html: string): boolean {
  return new Page(html).meta('robots') === 'noindex';
}
