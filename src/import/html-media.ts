import type { Element, ElementContent, Properties } from 'hast';
import { element, within, wordsOf } from './html-nodes.ts';
import { linkAddress, type Base } from './link-address.ts';
import { isSamePicture, largestIn, largestOf, namesPicture } from './picture-original.ts';
import type { Sweepings } from './sweepings.ts';

/** The origin of a piece of HTML, and what its publishing system knows about its pictures. */
export interface Origin {
  base: Base;
  /**
   * Finds the original of a picture in the system’s library.
   * @param address its full address in the text
   * @param id the system’s id for it, if the text has one
   */
  originalOf?: (address: string, id: string | undefined) => string | undefined;
}

/** A picture with the address of its largest known file, and no caption yet. */
export function pictureOf(
  { properties }: Element,
  { base, originalOf }: Origin,
  sweepings: Sweepings,
): Element | undefined {
  const { width, height } = properties;
  if (Number(width) === 1 && Number(height) === 1) {
    sweepings.count('tracking picture');
    return undefined;
  }
  const address = addressIn(properties);
  if (address === '') sweepings.count('picture without an address');
  const whole = URL.canParse(address, base) ? new URL(address, base).href : address;
  const src = originalOf?.(whole, idOf(properties)) ?? largestOf(whole);
  sweepings.lose('title of a picture', String(properties['title'] ?? ''));
  return element('img', { src, alt: String(properties['alt'] ?? '') }, []);
}

/** The address of a picture: lazy loading and image services use other attributes than `src`; largest first. */
function addressIn({ src, srcSet, dataSrc, dataLazySrc, dataSrcset, dataOrigFile }: Properties) {
  const lists = [srcSet, dataSrcset].map((list) =>
    largestIn(Array.isArray(list) ? list.join(', ') : String(list ?? '')),
  );
  const written = [src, dataSrc, dataLazySrc].map((value) => String(value ?? '').trim());
  return (
    [String(dataOrigFile ?? ''), ...lists, ...written].find(
      (value) => value && !value.startsWith('data:'),
    ) ?? ''
  );
}

/** WordPress’s id of a picture, `wp-image-201` or `data-id`. */
function idOf({ className, dataId, dataAttachmentId }: Properties): string | undefined {
  const names = Array.isArray(className) ? className.join(' ') : '';
  const number = /(?:^|\s)wp-image-(\d+)/.exec(names)?.[1] ?? dataAttachmentId ?? dataId;
  return number === undefined || number === null ? undefined : String(number);
}

/**
 * Gives pictures within a link the link’s target as their address, if it is a larger copy.
 * @returns whether it does
 */
export function takeLarger(href: string, children: ElementContent[]): boolean {
  const [picture, another] = within(children, 'img');
  if (!picture || another) return false;
  const src = String(picture.properties['src']);
  if (!isSamePicture(href, src)) return false;
  const isFile = namesPicture(href) || /googleusercontent\.com\//.test(href);
  if (isFile && sizeOf(href) > sizeOf(src)) picture.properties['src'] = href;
  return isFile;
}

/** The size in a Blogger address; an address without one is the original. */
function sizeOf(address: string): number {
  const size = /(?:\/|=)(?:s|w)(\d+)|-(\d+)x\d+\.\w+$/.exec(address);
  return size ? Number(size[1] ?? size[2]) : Infinity;
}

/** Converts a player or a frame to a link to its content. */
export function embedOf(node: Element, base: Base, sweepings: Sweepings): ElementContent[] {
  const source = node.children.find(
    (child) => child.type === 'element' && child.tagName === 'source',
  );
  const written =
    node.properties['src'] ?? (source?.type === 'element' ? source.properties['src'] : '');
  const href = linkAddress(String(written ?? ''), base);
  sweepings.lose(`words in ${node.tagName}`, wordsOf(node));
  if (!href || !/^https?:/.test(href)) {
    sweepings.count(node.tagName);
    return [];
  }
  sweepings.count(`${node.tagName} turned into a link`);
  const name = String(node.properties['title'] ?? '') || href;
  return [element('p', {}, [element('a', { href }, [{ type: 'text', value: name }])])];
}
