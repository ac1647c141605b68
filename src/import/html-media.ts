import type { Element, ElementContent, Properties } from 'hast';
import { element, within, wordsOf } from './html-nodes.ts';
import { linkAddress, type Base } from './link-address.ts';
import { isSamePicture, largestIn, largestOf, namesPicture } from './picture-original.ts';
import type { Sweepings } from './sweepings.ts';

/** Where HTML stood, and what its publishing system knows of its pictures. */
export interface Origin {
  base: Base;
  /**
   * Finds the original of a picture in the system’s library.
   * @param address whole, as the text has it
   * @param id the system’s number for it, where the text names one
   */
  originalOf?: (address: string, id: string | undefined) => string | undefined;
}

/** A picture with its largest known file as its address and no caption yet. */
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

/** What lazy loading and picture services put beside `src`, the largest first. */
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

/** WordPress’s number of a picture, `wp-image-201` or `data-id`. */
function idOf({ className, dataId, dataAttachmentId }: Properties): string | undefined {
  const names = Array.isArray(className) ? className.join(' ') : '';
  const number = /(?:^|\s)wp-image-(\d+)/.exec(names)?.[1] ?? dataAttachmentId ?? dataId;
  return number === undefined || number === null ? undefined : String(number);
}

/**
 * Gives pictures within a link the link’s target as their address where it leads to a larger copy.
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

/** The size that an address of Blogger’s names; an address without one is that of the original. */
function sizeOf(address: string): number {
  const size = /(?:\/|=)(?:s|w)(\d+)|-(\d+)x\d+\.\w+$/.exec(address);
  return size ? Number(size[1] ?? size[2]) : Infinity;
}

/** A player or a frame as a link to what it shows. */
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
