import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toString } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';
import { inAddress, when, words, type Rule } from './feed-values.ts';

/** What the validator takes for harmless in a text. */
const harmless = words(`
  a abbr acronym address area article aside audio b bdi big blockquote br button canvas caption center cite
  code col colgroup data datalist dd del details dfn dialog dir div dl dt em fieldset figcaption figure font
  footer form h1 h2 h3 h4 h5 h6 header hgroup hr i img input ins kbd label legend li main map mark menu meter
  nav noscript ol optgroup option output p picture pre progress q rp rt ruby s samp section select small
  source span strike strong sub summary sup table tbody td template textarea tfoot th thead time tr track tt
  u ul var video wbr`);
/** What it knows, and takes for a risk. */
const risky = words(`
  applet base basefont bdo body embed frame frameset head html iframe link meta noframes object param
  plaintext script slot style title xmp`);
const noEnd = words('area br col hr img input source track wbr');
/** Of the attributes that it lets pass, those that a text may need, by their property’s name. */
const attributes = words(`
  abbr alt cite className colSpan dateTime dir height href hrefLang id lang loading rel rowSpan scope sizes
  span src srcSet start title translate type value width`);

/**
 * Escaped HTML. The validator’s parser takes every slip for a problem, also those that HTML tells how to
 * fix; here each tag must stand in the text, and only style attributes that it lets pass are refused, too.
 */
export const html: Rule = (value, { format }) => {
  const found: string[] = [];
  const tree = fromHtml(value, {
    fragment: true,
    verbose: true,
    onerror: () => void found.push('NotHtml'),
  });
  const tags: { start: number; end: number }[] = [];
  visit(tree, 'element', (element) => {
    const { tagName, properties } = element;
    const { opening, closing } = positionOf(element);
    for (const tag of [opening, closing])
      if (tag) tags.push({ start: tag.start.offset!, end: tag.end.offset! });
    const isWhole = opening !== undefined && (closing !== undefined || noEnd.has(tagName));
    found.push(...when(!isWhole, 'NotHtml'));
    if (risky.has(tagName)) found.push('SecurityRisk');
    else found.push(...when(!harmless.has(tagName), 'NotHtml'));
    for (const name of Object.keys(properties))
      if (name === 'style') found.push('DangerousStyleAttr');
      else
        found.push(...when(!attributes.has(name) && !/^data[A-Z]/.test(name), 'SecurityRiskAttr'));
    const { href, src } = properties;
    const address = tagName === 'a' ? href : tagName === 'img' ? src : undefined;
    if (format === 'rss' && address !== undefined && !/^\w+:/.test(`${address as string}`))
      found.push(inAddress.test(`${address as string}`) ? 'ContainsRelRef' : 'InvalidUriChar');
  });
  const rest = tags
    .toSorted((a, b) => b.start - a.start)
    .reduce((text, { start, end }) => text.slice(0, start) + text.slice(end), value);
  // Its parser also wants every & to begin a reference that is whole.
  const loose = /&(?![\s<&]|$)(?!#\d+;|#x[\da-f]+;|[a-z][a-z\d]*;)/i;
  return [...new Set([...found, ...when(rest.includes('<') || loose.test(value), 'NotHtml')])];
};

type Span = Element['position'];
const positionOf = (element: Element) =>
  (element.data as { position?: { opening: Span; closing: Span } } | undefined)?.position ?? {
    opening: undefined,
    closing: undefined,
  };

/** Whether HTML makes a character of a name. */
const isReference = (name: string) => toString(fromHtml(`&${name};`)) !== `&${name};`;

/**
 * Text in which nothing should look like HTML, unless a hexadecimal reference shows that it is meant.
 * The validator looks for one in the whole line; here it must stand in the text itself.
 */
export const plain =
  (name = 'ContainsHTML'): Rule =>
  (value, { source, format }) => {
    const ends = [...value.matchAll(/<\/(\w+)>/g)].map(([, tag]) => tag!.toLowerCase());
    if (ends.some((tag) => harmless.has(tag) || risky.has(tag))) return [name];
    if (source.includes('&#x')) return [];
    const references = [...value.matchAll(/&(#?[\p{L}\p{N}_]+)/gu)].map(([, found]) => found!);
    if (references.length > 0)
      return when(
        references.some((found) => !/^\p{L}+$/u.test(found) || isReference(found)),
        name,
      );
    return when(format === 'rss' && /&#[x0-9]|<[/a-z]/i.test(value), 'CharacterData');
  };

/** A text construct of Atom; the feeds have none of type xhtml or of a media type. */
export const construct: Rule = (value, place) => {
  const { type = 'text' } = place.attributes;
  const rules: Record<string, Rule> = { text: plain('ContainsUndeclaredHTML'), html };
  const problems = rules[type]?.(value, place) ?? ['InvalidTextType'];
  return [...problems, ...when(value === '', 'NotBlank')];
};
