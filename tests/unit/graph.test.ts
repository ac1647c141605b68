import { describe, expect, it } from 'vitest';
import { imageObject } from '../../src/outputs/json-ld/image.ts';
import { listJsonLd } from '../../src/outputs/json-ld/list.ts';
import { frontJsonLd, pageJsonLd } from '../../src/outputs/json-ld/page.ts';
import { storyJsonLd } from '../../src/outputs/json-ld/story.ts';
import type { SharedPicture } from '../../src/outputs/picture.ts';
import { sourceTypeOf, strangeTerms, type Node } from '../standards/vocabulary.ts';
import {
  editionOf,
  page,
  publication,
  story,
  storyFile,
  type Fields,
  type Files,
} from './content.ts';

const picture: SharedPicture = {
  url: 'https://anh.example/_astro/a.webp',
  width: 1200,
  height: 800,
  figure: { image: './a.png', alt: 'Soldiers', caption: 'In Pristina.', credit: 'AP' },
  rights: { holder: 'The AP', licenceUrl: 'https://cc.example/by', syndicate: true },
};

it('has the cuts of a picture beside it', async () => {
  const cuts = [
    'https://anh.example/_astro/a-wide.webp',
    'https://anh.example/_astro/a-square.webp',
  ];
  const [told] = nodesOf(
    await jsonOf({}, {}, [
      { ...picture, cuts },
      { ...picture, cuts: [] },
    ]),
  );
  expect(told['image']).toEqual([imageObject(picture), ...cuts, imageObject(picture)]);
});

const nodesOf = (json: string) => (JSON.parse(json) as { '@graph': [Node, ...Node[]] })['@graph'];

async function jsonOf(fields: Fields = {}, files: Files = {}, pictures: SharedPicture[] = []) {
  const edition = await editionOf({ ...files, [storyFile]: story(fields) });
  return storyJsonLd(edition.stories[0]!, edition, pictures, []);
}

it('says what the story says', async () => {
  expect(JSON.parse(await jsonOf())).toEqual({
    '@context': 'https://schema.org',
    '@graph': [
      {
        '@type': 'NewsArticle',
        '@id': 'https://anh.example/2021/03/09/troops/#story',
        mainEntityOfPage: { '@id': 'https://anh.example/2021/03/09/troops/' },
        url: 'https://anh.example/2021/03/09/troops/',
        headline: 'Kosovo sends troops to Kuwait',
        description: 'A platoon leaves Pristina.',
        inLanguage: 'en-US',
        datePublished: '2021-03-09',
        dateModified: '2021-03-09',
        articleSection: 'Military',
        keywords: ['Kosovo'],
        wordCount: 5,
        isAccessibleForFree: true,
        author: [
          {
            '@type': 'Person',
            '@id': 'https://anh.example/authors/anthony-barnett/#person',
            name: 'Anthony Barnett',
            url: 'https://anh.example/authors/anthony-barnett/',
          },
        ],
        publisher: {
          '@type': 'NewsMediaOrganization',
          '@id': 'https://anh.example/#publisher',
          name: 'ANH',
          url: 'https://anh.example/',
        },
      },
      {
        '@type': 'WebPage',
        '@id': 'https://anh.example/2021/03/09/troops/',
        isPartOf: { '@id': 'https://anh.example/#site' },
        breadcrumb: {
          '@type': 'BreadcrumbList',
          itemListElement: [
            { '@type': 'ListItem', position: 1, name: 'ANH', item: 'https://anh.example/' },
            {
              '@type': 'ListItem',
              position: 2,
              name: 'Military',
              item: 'https://anh.example/military/',
            },
            { '@type': 'ListItem', position: 3, name: 'Kosovo sends troops to Kuwait' },
          ],
        },
      },
    ],
  });
});

it('says what the story is made from, and shows its pictures', async () => {
  const source = '{ name: AP, byline: Llazar Semini, place: Tirana, url: "https://ap.example/1" }';
  const [told] = nodesOf(await jsonOf({ source }, {}, [picture]));
  expect(told).toMatchObject({
    isBasedOn: {
      '@type': 'CreativeWork',
      url: 'https://ap.example/1',
      sourceOrganization: { '@type': 'Organization', name: 'AP' },
      author: { '@type': 'Person', name: 'Llazar Semini' },
      locationCreated: { '@type': 'Place', name: 'Tirana' },
    },
    image: [
      {
        '@type': 'ImageObject',
        contentUrl: 'https://anh.example/_astro/a.webp',
        width: '1200',
        height: '800',
        caption: 'In Pristina.',
        creditText: 'AP',
        copyrightNotice: 'The AP',
        license: 'https://cc.example/by',
      },
    ],
  });
  expect(strangeTerms(told, () => 'WebPage')).toEqual([]);
});

it.each([
  ['reportage', 'ReportageNewsArticle'],
  ['analysis', 'AnalysisNewsArticle'],
  ['background', 'BackgroundNewsArticle'],
  ['opinion', 'OpinionNewsArticle'],
  ['review', 'ReviewNewsArticle'],
])('calls a story of the kind %s a %s', async (kind, type) => {
  const [told] = nodesOf(await jsonOf({ kind }));
  expect(told['@type']).toBe(type);
  expect(strangeTerms(told, () => 'WebPage')).toEqual([]);
});

describe('where a story happens', () => {
  const places = '[{ name: Tirana, at: [41.3, 19.8] }, { name: Pristina, at: [42.7, -21.2] }]';
  const namesIn = (told: Node) =>
    (told['contentLocation'] as { name: string }[]).map(({ name }) => name);

  it('begins with the place of the dateline', async () => {
    const [told] = nodesOf(await jsonOf({ dateline: 'PRISTINA, Kosovo', places }));
    expect(told['dateline']).toBe('PRISTINA, Kosovo');
    expect(namesIn(told)).toEqual(['Pristina', 'Tirana']);
    expect(told['contentLocation']).toContainEqual({
      '@type': 'Place',
      name: 'Pristina',
      geo: { '@type': 'GeoCoordinates', latitude: 42.7, longitude: -21.2 },
    });
  });

  it('is as the editor has it without one', async () => {
    expect(namesIn(nodesOf(await jsonOf({ places }))[0])).toEqual(['Tirana', 'Pristina']);
  });

  it('is not said any more of a story that was taken back', async () => {
    const corrections = '[{ date: 2021-03-10, kind: retraction, text: It is not so. }]';
    const [told] = nodesOf(await jsonOf({ dateline: 'PRISTINA', places, corrections }));
    expect(told).toMatchObject({
      creativeWorkStatus: 'Retracted',
      correction: [{ name: 'Retraction', datePublished: '2021-03-10', text: 'It is not so.' }],
    });
    for (const gone of ['dateline', 'contentLocation', 'wordCount', 'image'])
      expect(told).not.toHaveProperty(gone);
  });
});

describe('who publishes', () => {
  const files = {
    'pages/about.md': page({ policies: '[ownership, masthead, principles]' }),
    'pages/trust.md': page({
      policies:
        '[ethics, corrections, feedback, verification, sources, bylines, coverage, diversity, staff, machines]',
    }),
    'publication.yaml': publication({
      contact: 'mailto:news%2Broom@anh.example?subject=a',
      profiles: '[https://social.example/@anh]',
    }),
  };
  const about = 'https://anh.example/about/';
  const trust = 'https://anh.example/trust/';

  it('is told in full on the front page and on about', async () => {
    const edition = await editionOf(files);
    const [site, publisher] = nodesOf(frontJsonLd(edition));
    expect(site).toMatchObject({ '@type': 'WebSite', name: 'ANH' });
    expect(publisher).toEqual({
      '@type': 'NewsMediaOrganization',
      '@id': 'https://anh.example/#publisher',
      name: 'ANH',
      url: 'https://anh.example/',
      description: 'News from ANH',
      logo: {
        '@type': 'ImageObject',
        url: 'https://anh.example/favicon.svg',
        contentUrl: 'https://anh.example/favicon.svg',
      },
      sameAs: ['https://social.example/@anh'],
      contactPoint: {
        '@type': 'ContactPoint',
        contactType: 'newsroom',
        email: 'news+room@anh.example',
      },
      publishingPrinciples: about,
      ethicsPolicy: trust,
      correctionsPolicy: trust,
      actionableFeedbackPolicy: trust,
      verificationFactCheckingPolicy: trust,
      unnamedSourcesPolicy: trust,
      noBylinesPolicy: trust,
      missionCoveragePrioritiesPolicy: trust,
      diversityPolicy: trust,
      diversityStaffingReport: trust,
      ownershipFundingInfo: about,
      masthead: about,
    });
    expect(strangeTerms(publisher!, () => undefined)).toEqual([]);
    const [first, second] = edition.pages;
    expect(nodesOf(pageJsonLd(edition, first!))).toMatchObject([
      { '@type': 'AboutPage' },
      publisher,
    ]);
    expect(nodesOf(pageJsonLd(edition, second!))).toMatchObject([{ '@type': 'WebPage' }]);
  });

  it('is told in a story with principles, corrections and what machines may do', async () => {
    const [told] = nodesOf(await jsonOf({}, files));
    expect(told['publisher']).toEqual({
      '@type': 'NewsMediaOrganization',
      '@id': 'https://anh.example/#publisher',
      name: 'ANH',
      url: 'https://anh.example/',
      publishingPrinciples: about,
      correctionsPolicy: trust,
    });
    expect(told['usageInfo']).toBe(trust);
  });

  it('can be reached by a page, too', async () => {
    const contact = 'https://anh.example/contact';
    const edition = await editionOf({ 'publication.yaml': publication({ contact }) });
    expect(nodesOf(frontJsonLd(edition))[1]).toMatchObject({ contactPoint: { url: contact } });
  });
});

it('knows every digital source type that schema.org knows', () => {
  expect(sourceTypeOf.size).toBe(17);
  for (const [digitalSourceType, member] of sourceTypeOf)
    expect(
      imageObject({ ...picture, notes: { digitalSourceType, hasGps: false } }).digitalSourceType,
    ).toBe(`https://schema.org/${member}`);
  const unknown = 'http://cv.iptc.org/newscodes/digitalsourcetype/constructor';
  expect(
    imageObject({ ...picture, notes: { digitalSourceType: unknown, hasGps: false } }),
  ).not.toHaveProperty('digitalSourceType');
});

it('has addresses below a base path', async () => {
  const files = { 'publication.yaml': publication({ url: 'https://anh.example/news/' }) };
  expect(nodesOf(await jsonOf({}, files))).toMatchObject([
    {
      '@id': 'https://anh.example/news/2021/03/09/troops/#story',
      author: [{ url: 'https://anh.example/news/authors/anthony-barnett/' }],
      publisher: { url: 'https://anh.example/news/' },
    },
    { '@id': 'https://anh.example/news/2021/03/09/troops/' },
  ]);
});

describe('a page of a list', () => {
  const told = { title: 'Military', description: 'Stories.', address: '/military/page/1/' };

  async function pageOf(kind: 'sections' | 'authors', number?: number) {
    const edition = await editionOf();
    const [listing] = edition[kind];
    const items = [{ address: '/a/' }, { address: '/b/' }];
    const [node] = nodesOf(listJsonLd(edition, told, listing!, number, items));
    const steps = (node['breadcrumb'] as Node)['itemListElement'] as Node[];
    return { node, steps: steps.map(({ position, item }) => [position, item]) };
  }

  it('counts its stories from one', async () => {
    const { node } = await pageOf('sections');
    expect((node['mainEntity'] as Node)['itemListElement']).toMatchObject([
      { position: 1, url: 'https://anh.example/a/' },
      { position: 2, url: 'https://anh.example/b/' },
    ]);
  });

  it('stands below the list when it has a number, and in its place when it has none', async () => {
    const home = [1, 'https://anh.example/'];
    expect((await pageOf('sections')).steps).toEqual([home, [2, undefined]]);
    const list = [2, 'https://anh.example/military/'];
    expect((await pageOf('sections', 1)).steps).toEqual([home, list, [3, undefined]]);
  });

  it('is the author’s own only without a number', async () => {
    const author = 'https://anh.example/authors/anthony-barnett/#person';
    expect((await pageOf('authors')).node).toMatchObject({
      '@type': 'ProfilePage',
      mainEntity: { '@id': author, description: 'He covers the forces.' },
    });
    expect((await pageOf('authors', 1)).node).toMatchObject({
      '@type': 'CollectionPage',
      about: { '@id': author },
      mainEntity: { '@type': 'ItemList' },
    });
  });
});

describe('in a script element', () => {
  it.each([
    '</script><script>alert(1)</script>',
    '<!-- <script> it would hide the rest',
    ']]> & 5" \\ é',
  ])('a headline stays data: %s', async (headline) => {
    const json = await jsonOf({ headline: JSON.stringify(headline) });
    expect(json).not.toContain('<');
    expect(nodesOf(json)[0]).toMatchObject({ headline });
  });
});
