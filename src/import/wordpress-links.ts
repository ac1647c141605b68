import type { XmlNode } from './xml.ts';
import { findAll, textOf } from './xml-taking.ts';

/**
 * Other addresses of a WordPress post than its link: by its number (`?p=7`), by its guid, and by its earlier
 * names and days.
 * @param link its current address
 */
export function otherLinksOf(item: XmlNode, link: string): string[] {
  const text = (name: string) => textOf(findAll(item, name)[0]);
  const [id, guid, name] = [text('post_id'), text('guid'), text('post_name')];
  const meta = (wanted: string) =>
    findAll(item, 'postmeta')
      .filter((node) => textOf(findAll(node, 'meta_key')[0]) === wanted)
      .map((node) => textOf(findAll(node, 'meta_value')[0]))
      .filter(Boolean);
  const path = URL.canParse(link) ? new URL(link).pathname : '';
  const instead = (old: string, by: string) =>
    old !== '' && path.includes(`/${old}`) ? [path.replace(`/${old}`, () => `/${by}`)] : [];
  const day = text('post_date').slice(0, 10).replaceAll('-', '/');
  const isOfSite = (address: string) =>
    URL.canParse(address) && URL.canParse(link) && new URL(address).host === new URL(link).host;
  const isNumbered = isOfSite(guid) && /[?&]p=\d+$/.test(guid);
  return [
    ...(isOfSite(guid) ? [guid] : []),
    ...(id && !isNumbered ? [`/?p=${id}`] : []),
    ...meta('_wp_old_slug').flatMap((old) => instead(name, old)),
    ...meta('_wp_old_date').flatMap((old) => instead(day, old.replaceAll('-', '/'))),
  ].filter((address) => address !== link);
}
