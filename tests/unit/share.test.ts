import { expect, it } from 'vitest';
import { languageFor } from '../../src/edition/language.ts';
import { shareLinks } from '../../src/outputs/share.ts';
import { hostileHeadline, longHeadline } from '../fixture.ts';

const address = 'https://anh.example/news/2021/03/09/a-name/';

const linksTo = (headline: string, tag = 'en-US') => {
  const { mail } = languageFor(tag, 'UTC').words.finding;
  return shareLinks(headline, address, mail);
};

/** What each site makes of its link: the parameters, as programs read them. */
function read(headline: string) {
  const [mail, mastodon, bluesky, whatsApp] = linksTo(headline).map(({ href }) => new URL(href));
  return {
    mail: Object.fromEntries(mail!.searchParams),
    mastodon: Object.fromEntries(new URLSearchParams(mastodon!.hash.slice(1))),
    bluesky: Object.fromEntries(bluesky!.searchParams),
    whatsApp: Object.fromEntries(whatsApp!.searchParams),
  };
}

it.each([
  'Kosovo sends troops',
  'R&D: 100% of a+b = c? #1 at 5/6; “yes”, \'no\', "so" \\ `it` | {is} [x] <y> ^ ~',
  'a&text=b&body=c#text=d%0A%26',
  hostileHeadline,
  longHeadline,
  'م'.repeat(200),
  'القوات ترسل 32 جنديًا إلى the KSF',
  'Косово шаље трупе',
  '👩‍👩‍👧‍👦'.repeat(28),
])('hands on the headline as it is, and the address on a line of its own: %s', (headline) => {
  const text = `${headline}\n${address}`;
  expect(read(headline)).toEqual({
    mail: { subject: headline, body: address },
    mastodon: { text },
    bluesky: { text },
    whatsApp: { text },
  });
});

it('leads to the sites’ own addresses, in no other form', () => {
  expect(linksTo('A b')).toEqual([
    {
      name: 'Email',
      href: 'mailto:?subject=A%20b&body=https%3A%2F%2Fanh.example%2Fnews%2F2021%2F03%2F09%2Fa-name%2F',
    },
    ...[
      ['Mastodon', 'https://share.joinmastodon.org/#'],
      ['Bluesky', 'https://bsky.app/intent/compose?'],
      ['WhatsApp', 'https://wa.me/?'],
    ].map(([name, site]) => ({
      name,
      href: `${site}text=A%20b%0Ahttps%3A%2F%2Fanh.example%2Fnews%2F2021%2F03%2F09%2Fa-name%2F`,
    })),
  ]);
});

it('holds nothing that an attribute or a mail program could take for something else', () => {
  for (const headline of [hostileHeadline, 'a\u2028b', "'", '+'])
    for (const { href } of linksTo(headline)) expect(href).toMatch(/^[\w:/?#&=%.!~*'()-]+$/);
});

it('calls them as readers of the language do', () => {
  expect(linksTo('A', 'sr').map(({ name }) => name)).toEqual([
    'Имејл',
    'Mastodon',
    'Bluesky',
    'WhatsApp',
  ]);
});

it('says to Mastodon’s server nothing of what is shared', () => {
  const { origin, pathname, search } = new URL(linksTo('A')[1]!.href);
  expect(origin + pathname + search).toBe('https://share.joinmastodon.org/');
});
