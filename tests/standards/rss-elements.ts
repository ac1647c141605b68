import { anywhere, link, many, media, text, type Kind, whole } from './feed-elements.ts';
import { html, plain } from './feed-html.ts';
import {
  address,
  contact,
  count,
  date,
  filled,
  free,
  language,
  mailDate,
  mediaType,
  oneOf,
  when,
  type Rule,
} from './feed-values.ts';

/** A guid is an address unless it says that it is none. */
const permanent: Rule = (value, place) => {
  const { isPermaLink = 'true' } = place.attributes;
  if (isPermaLink !== 'true') return when(/^\d{1,8}$/.test(value), 'NotSufficientlyUnique');
  const problems = address('InvalidHttpGUID')(value, place);
  const isMark = /^(?:urn:uuid|tag):/i.test(value);
  return problems.length > 0 ? problems : when(isMark, 'InvalidPermalink');
};

const item: Kind = {
  isMany: true,
  needs: { guid: 'MissingGuid' },
  children: {
    ...anywhere,
    title: text(plain(), filled),
    link: text(whole),
    description: text(html),
    'content:encoded': text(html),
    author: text(contact),
    category: many({ text: [plain(), filled], attributes: { domain: [free] } }),
    comments: text(whole),
    enclosure: {
      attributes: {
        'url!': [address('InvalidURLAttribute')],
        'length!': [count],
        'type!': [mediaType('InvalidMIMEAttribute')],
      },
    },
    guid: {
      text: [filled, permanent],
      attributes: { isPermaLink: [oneOf('InvalidBooleanAttribute', 'true false')] },
    },
    pubDate: text(mailDate),
    source: { text: [plain()], attributes: { 'url!': [whole] } },
    'atom:link': link,
    'atom:updated': text(date),
    'media:content': media,
  },
};

const channel: Kind = {
  needs: { title: 'MissingTitle', link: 'MissingLink', description: 'MissingDescription' },
  children: {
    ...anywhere,
    title: text(plain(), filled),
    link: text(whole),
    description: text(plain()),
    language: text(language),
    copyright: text(plain()),
    managingEditor: text(contact),
    webMaster: text(contact),
    pubDate: text(mailDate),
    lastBuildDate: text(mailDate),
    category: many({ text: [plain()], attributes: { domain: [free] } }),
    generator: text(free),
    docs: text(whole),
    ttl: text(count),
    'atom:link': link,
    'atom:updated': text(date),
    item,
  },
};

/** RSS 2.0. */
export const rss: Kind = {
  needs: { channel: 'MissingElement' },
  attributes: { 'version!': [oneOf('InvalidRSSVersion', '2.0')] },
  children: { channel },
};

/** What says the same twice where both stand. */
export const same: Record<string, [string, string][]> = {
  channel: [
    ['managingEditor', 'dc:creator'],
    ['webMaster', 'dc:publisher'],
    ['language', 'dc:language'],
    ['copyright', 'dc:rights'],
    ['category', 'dc:subject'],
  ],
  item: [
    ['author', 'dc:creator'],
    ['category', 'dc:subject'],
    ['source', 'dc:source'],
  ],
};
