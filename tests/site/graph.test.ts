import { toString } from 'hast-util-to-string';
import { describe, expect, it } from 'vitest';
import { wordsFor } from '../../src/i18n/words.ts';
import { archive, filesOf, home, pagesOf, type Site } from '../sites.ts';
import { strangeTerms, type Node } from '../standards/vocabulary.ts';
import { attribute, jsonLdOf, inLine, isKeptOut, openPage, Page } from './page.ts';

const sites = [home, archive];

/** Every page that says something to programs, by its address. */
const told = new Map(
  sites.map((site) => {
    const pages = pagesOf(site).map(([path, html]) => {
      const url = new URL(path.replace(/index\.html$/, ''), site.url).href;
      return [
        url,
        { page: new Page(html), isQuiet: isKeptOut(html) || path === '404.html' },
      ] as const;
    });
    return [site, new Map(pages)];
  }),
);

/** Every node of JSON-LD, however deep. */
function nodesIn(value: unknown): Node[] {
  if (Array.isArray(value)) return value.flatMap(nodesIn);
  return value instanceof Object ? [value as Node, ...Object.values(value).flatMap(nodesIn)] : [];
}

/** The types by which a site’s graphs know each name. */
function namesOf(site: Site): Map<string, Set<string>> {
  const names = new Map<string, Set<string>>();
  for (const { page } of told.get(site)!.values())
    for (const { '@id': id, '@type': type } of nodesIn(jsonLdOf(page)))
      if (id && type) names.set(id, (names.get(id) ?? new Set()).add(type));
  return names;
}

describe.each(sites)('the graphs of $folder', (site) => {
  const pages = [...told.get(site)!];

  it('are one a page, and none where search engines are to pass by', () => {
    const counts = pages.map(([url, { page, isQuiet }]) => [
      url,
      page.all('script[type="application/ld+json"]').length,
      isQuiet ? 0 : 1,
    ]);
    expect(counts.filter(([, is, should]) => is !== should)).toEqual([]);
  });

  it('say only what schema.org has words for', () => {
    const names = namesOf(site);
    const typeOf = (id: string) => names.get(id)?.values().next().value;
    const strange = pages.flatMap(([url, { page }]) =>
      jsonLdOf(page).flatMap((node) => strangeTerms(node, typeOf).map((what) => `${url}: ${what}`)),
    );
    expect(strange).toEqual([]);
  });

  it('name things that the page at that address tells of, as one thing only', () => {
    const names = namesOf(site);
    expect([...names].filter(([, types]) => types.size > 1)).toEqual([]);
    const lost = pages.flatMap(([url, { page }]) =>
      nodesIn(jsonLdOf(page))
        .flatMap(({ '@id': id }) => id ?? [])
        .filter((id) => {
          const there = told.get(site)!.get(id.replace(/#.*/, ''))?.page;
          return (
            !there || !nodesIn(jsonLdOf(there)).some((node) => node['@id'] === id && node['@type'])
          );
        })
        .map((id) => `${url}: ${id}`),
    );
    expect(lost).toEqual([]);
  });

  it('have only addresses that lead somewhere', () => {
    const files = filesOf(site);
    const lost = pages.flatMap(([url, { page }]) =>
      nodesIn(jsonLdOf(page))
        .flatMap((node) => Object.values(node).flat())
        .filter((value) => typeof value === 'string' && /^https:\/\/anh\.example/.test(value))
        .map((value) => String(value).replace(/[?#].*/, ''))
        .filter((address) => {
          const below = decodeURI(address.slice(site.url.length));
          return (
            !address.startsWith(site.url) || !files.has(below.replace(/^$|\/$/, '$&index.html'))
          );
        })
        .map((address) => `${url}: ${address}`),
    );
    expect(lost).toEqual([]);
  });

  it('lead to every page from the front page', () => {
    const below = pages.filter(([url, { isQuiet }]) => !isQuiet && url !== site.url);
    for (const [url, { page }] of below) {
      const { breadcrumb } = jsonLdOf(page).find((node) => node['@id'] === url) as {
        breadcrumb: Node;
      };
      const steps = breadcrumb['itemListElement'] as Node[];
      expect(steps.length, url).toBeGreaterThan(1);
      expect(
        steps.map(({ position }) => position),
        url,
      ).toEqual(steps.map((_, at) => at + 1));
      expect(steps[0]!['item'], url).toBe(site.url);
      expect(inLine(String(steps.at(-1)!['name'])), url).toBe(page.text('h1'));
    }
  });
});

/** What a story’s page calls it, by the type in its JSON-LD. */
const kindOf = ({ '@type': type, inLanguage }: Story) =>
  Object.entries(wordsFor(inLanguage).kinds).find(
    ([kind]) => type!.toLowerCase() === `${kind}newsarticle`,
  )?.[1];

/** Words in one line, wherever they stand. */
const plain = (value: unknown): unknown =>
  Array.isArray(value) ? value.map(plain) : typeof value === 'string' ? inLine(value) : value;

/** The elements’ texts, each in one line. */
const texts = (page: Page, selector: string) =>
  page.all(selector).map((element) => inLine(toString(element)));

interface Story extends Node {
  inLanguage: string;
  author: { name: string; url: string }[];
  image?: ({ caption: string; creditText: string; contentUrl: string } | string)[];
  isPartOf?: { name: string };
  position?: number;
  correction?: { name: string; text: string; datePublished: string }[];
}

const stories = sites.flatMap((site) =>
  [...told.get(site)!].flatMap(([url, { page }]) => {
    const story = jsonLdOf(page).find((node) => node['@id'] === `${url}#story`);
    return story ? [[url, page, story as Story] as const] : [];
  }),
);

describe('a story’s JSON-LD says what its page shows:', () => {
  it('there are stories of every sort', () => {
    expect(stories.length).toBeGreaterThan(70);
    const types = new Set(stories.map(([, , story]) => story['@type']));
    expect(types.size).toBeGreaterThan(3);
    const fields = [
      'correction',
      'image',
      'creativeWorkStatus',
      'dateline',
      'isBasedOn',
      'isPartOf',
    ];
    for (const field of fields)
      expect(stories.filter(([, , story]) => story[field])).not.toEqual([]);
  });

  it.each([
    [
      'headline, summary, section and topics',
      (page: Page, story: Story) => [
        [story['headline'], page.text('h1')],
        [page.text('main').includes(inLine(String(story['description']))), true],
        [story['articleSection'], page.text('.kicker')],
        [story['keywords'], texts(page, '.topics a')],
      ],
    ],
    [
      'kind',
      (page: Page, story: Story) => [
        [[kindOf(story) ?? []].flat(), texts(page, '.kicker + .kind')],
      ],
    ],
    [
      'dates',
      (page: Page, story: Story) => {
        const shown = page
          .all('.byline time, .notice time')
          .map((time) => attribute(time, 'dateTime'));
        const last = shown.toSorted((a, b) => Date.parse(a) - Date.parse(b)).at(-1);
        return [
          [story['datePublished'], attribute(page.one('.byline time'), 'dateTime')],
          [story['dateModified'], last],
        ];
      },
    ],
    [
      'authors and dateline',
      (page: Page, story: Story) => [
        [story.author.map(({ name }) => name), texts(page, '.byline [rel=author]')],
        [
          story.author.map(({ url }) => new URL(url).pathname),
          page.all('.byline [rel=author]').map((link) => attribute(link, 'href')),
        ],
        [[story['dateline'] ?? []].flat(), texts(page, '.dateline')],
      ],
    ],
    [
      'pictures, with captions and credits',
      (page: Page, story: Story) => {
        const images = (story.image ?? []).filter((image) => typeof image !== 'string');
        // One that has to be covered is not told of.
        const open = '.figure:not(:has(details))';
        return [
          [images.map(({ caption }) => caption), texts(page, `${open} .caption`)],
          [
            images.map(({ creditText }) => creditText),
            texts(page, `${open} .credit`).map((credit) => credit.replace(/^[^:]+: /, '')),
          ],
          [
            images.map(({ contentUrl }) => new URL(contentUrl).pathname),
            page.all(`${open} img:not([hidden])`).map((image) => attribute(image, 'src')),
          ],
        ];
      },
    ],
    [
      'the series and the place in it',
      (page: Page, { isPartOf, position }: Story) => [
        [isPartOf ? [isPartOf.name] : [], texts(page, '.in-series a')],
        [
          isPartOf ? [`${isPartOf.name} Part ${position}`] : [],
          texts(page, '.in-series').map((text) => text.replace(/ of \d+$/, '')),
        ],
      ],
    ],
    [
      'corrections',
      (page: Page, { correction = [] }: Story) => {
        const notices = texts(page, '.notice');
        const times = page.all('.notice time').map((time) => attribute(time, 'dateTime'));
        return correction.map(({ name, text, datePublished }) => {
          const at = notices.findIndex((notice) => notice.endsWith(`: ${inLine(text)}`));
          return [
            [notices[at]?.split(/[,،]/)[0], times[at]],
            [name, datePublished],
          ];
        });
      },
    ],
  ])('%s', (_, compare) => {
    for (const [url, page, story] of stories)
      for (const [said, shown] of compare(page, story))
        expect(plain(said), url).toEqual(plain(shown));
  });
});

it('knows of a picture what its file says', () => {
  const page = openPage(archive, '2026/11/18/rights/');
  const [kept, other] = jsonLdOf(page)[0]!['image'] as Node[];
  expect(kept).toMatchObject({ copyrightNotice: 'Kept & <Sons>' });
  expect(other).toMatchObject({
    creator: { name: 'Ada Noted' },
    copyrightNotice: '© 2026 AGENCY & Sons',
    digitalSourceType: 'https://schema.org/DigitalCaptureDigitalSource',
  });
});

it('shows of an author what the JSON-LD says', () => {
  const page = openPage(archive, 'authors/zoe/');
  const [profile] = jsonLdOf(page);
  expect(profile).toMatchObject({
    '@type': 'ProfilePage',
    mainEntity: {
      name: page.text('h1'),
      jobTitle: page.text('.role'),
      sameAs: page.all('.profiles a[rel=me]').map((link) => attribute(link, 'href')),
    },
  });
  expect(texts(page, '.profiles a')).toEqual(['social.example/@zoe', 'zoe.example']);
  expect(jsonLdOf(openPage(archive, 'authors/anthony-barnett/page/1/'))).toMatchObject([
    {
      '@type': 'CollectionPage',
      about: { '@id': `${archive.url}authors/anthony-barnett/#person` },
    },
  ]);
});

it('lists what the page lists', () => {
  for (const path of [
    ...['military/', '2026/11/', 'tags/', '2026/', 'authors/'],
    ...['series/', 'series/lake-years/'],
  ]) {
    const page = openPage(archive, path);
    const [{ mainEntity } = {}] = jsonLdOf(page) as { mainEntity?: Node }[];
    const items = mainEntity!['itemListElement'] as { url: string }[];
    const links = page.all('.teaser h2 a, .index a').map((link) => attribute(link, 'href'));
    expect(
      items.map(({ url }) => new URL(url).pathname),
      path,
    ).toEqual(links);
  }
});

it('labels a story’s kind wherever it is offered', () => {
  const frontmatter = openPage(archive, '');
  expect(texts(frontmatter, '.splash .kind')).toEqual(['Reportage']);
  expect(texts(frontmatter, '.teaser .kind')).toEqual(['Opinion', 'Analysis']);
  expect(texts(openPage(archive, '2026/11/'), '.teaser .kind')).toEqual([
    'Reportage',
    'Opinion',
    'Analysis',
    'تحليل',
    'Репортажа',
  ]);
});

it('tells who publishes on the front page and on about', () => {
  for (const path of ['', 'about/'])
    expect(nodesIn(jsonLdOf(openPage(home, path)))).toContainEqual(
      expect.objectContaining({
        '@type': 'NewsMediaOrganization',
        correctionsPolicy: 'https://anh.example/corrections-policy/',
        actionableFeedbackPolicy: 'https://anh.example/corrections-policy/',
        contactPoint: expect.objectContaining({ email: 'newsroom@anh.example' }) as unknown,
      }),
    );
});
