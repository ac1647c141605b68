import { anywhere, link, many, media, text, type Kind, whole } from './feed-elements.ts';
import { construct, plain } from './feed-html.ts';
import { address, date, filled, free, mailAddress, mark, noMail, unspaced } from './feed-values.ts';

const author = many({
  needs: { name: 'MissingElement' },
  children: {
    name: text(plain(), filled, noMail),
    email: text(mailAddress),
    uri: text(filled, whole, unspaced),
  },
});
const constructed: Kind = { text: [construct], attributes: { type: [filled] } };
const atomCategory = many({
  attributes: { 'term!': [filled], scheme: [whole], label: [plain()] },
});
const required = { title: 'MissingElement', id: 'MissingElement', updated: 'MissingElement' };

const entry: Kind = {
  isMany: true,
  needs: required,
  children: {
    ...anywhere,
    id: text(mark, unspaced),
    title: constructed,
    updated: text(date, unspaced),
    published: text(date, unspaced),
    summary: constructed,
    rights: constructed,
    content: constructed,
    link,
    author,
    contributor: author,
    category: atomCategory,
    'media:content': media,
  },
};

/** Atom 1.0. */
export const feed: Kind = {
  needs: required,
  children: {
    ...anywhere,
    id: text(mark, unspaced),
    title: constructed,
    subtitle: constructed,
    updated: text(date, unspaced),
    rights: constructed,
    icon: text(filled, address('InvalidLink'), unspaced),
    logo: text(filled, address('InvalidLink'), unspaced),
    generator: { text: [filled], attributes: { uri: [whole], version: [free] } },
    link,
    author,
    contributor: author,
    category: atomCategory,
    entry,
  },
};
