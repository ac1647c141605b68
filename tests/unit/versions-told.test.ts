import { parseAtomFeed, parseRssFeed } from 'feedsmith';
import { expect, it } from 'vitest';
import { storyCard } from '../../src/outputs/cards/card.ts';
import { storyJsonLd } from '../../src/outputs/json-ld/story.ts';
import { newsSitemap } from '../../src/outputs/news-sitemap.ts';
import { previewTags } from '../../src/outputs/preview-tags.ts';
import { sitemap, sitemapsOf } from '../../src/outputs/sitemap.ts';
import { storyMarkdown } from '../../src/outputs/story-markdown.ts';
import type { Ninjs } from '../../src/outputs/wire/ninjs.ts';
import { wire } from '../../src/outputs/wire/wire.ts';
import { problemsOf as sitemapProblems } from '../standards/sitemap.ts';
import { strangeTerms, type Node } from '../standards/vocabulary.ts';
import { editionOf, feedsOf, bundlesOf, idOf, story, storyFile } from './content.ts';
import { opening } from './feed-texts.ts';
import { problemsOf as wireProblems } from './ninjs-schema.ts';

const now = '2021-03-09T12:00:00Z';
const files = {
  [storyFile]: undefined,
  'tags.yaml': 'kosovo:\n  name: Kosovo\n  names: { ar: كوسوفو }\nkuwait:\n  name: Kuwait\n',
  'sections.yaml': 'military:\n  name: Military\n  names: { ar: الجيش }\n',
  'articles/en.md': story({ id: idOf(1) }),
  'articles/ar.md': story(
    {
      id: idOf(2),
      headline: 'قوات إلى الكويت',
      language: 'ar',
      translationOf: idOf(1),
      published: '2021-03-08',
      tags: '[kosovo, kuwait]',
      kind: 'analysis',
      updated: '2021-03-09',
    },
    'غادرت الفصيلة.',
  ),
};
const edition = await editionOf(files, now);
const [en, ar] = edition.stories as [
  (typeof edition.stories)[number],
  (typeof edition.stories)[number],
];

it('a feed tells the language of a story where it is not its own, and shows it its way', async () => {
  const { rss, atom, json } = await feedsOf(edition);
  const inRss = parseRssFeed(rss).items!.map(({ dc, content }) => [
    dc?.languages?.[0],
    content?.encoded,
  ]);
  const inAtom = parseAtomFeed(atom).entries!.map(({ xml, content }) => [
    xml?.lang,
    content?.value,
  ]);
  const inJson = (JSON.parse(json) as { items: Record<string, string>[] }).items.map((item) => [
    item['language'],
    item['content_html'],
  ]);
  expect(inRss).toEqual([
    [undefined, `${opening}<p>The platoon left on Tuesday.</p>`],
    [
      'ar',
      `<div lang="ar" dir="rtl">${opening}<p>غادرت الفصيلة.</p><p><strong>تحديث، 9 مارس 2021:</strong> More is known.</p></div>`,
    ],
  ]);
  expect(inAtom).toEqual(inRss);
  expect(inJson).toEqual(inRss);
});

it('the wire tells the language of a story and of which it is a translation', () => {
  const list = JSON.parse(wire(edition, bundlesOf(edition))) as Ninjs;
  expect(wireProblems(list)).toEqual([]);
  const [first, second] = list.associations!;
  expect([first!.language, first!.associations]).toEqual(['en-US', undefined]);
  expect(second).toMatchObject({
    language: 'ar',
    // Partners know sections by the name that the publication gives them.
    subjects: [{ name: 'Military' }, { name: 'Kosovo' }, { name: 'Kuwait' }],
    edNote: 'تحديث، 9 مارس 2021: More is known.',
  });
  expect(second!.associations![0]).toEqual({
    name: 'Kosovo sends troops to Kuwait',
    rel: 'translatedFrom',
    uri: `urn:uuid:${idOf(1)}`,
    type: 'text',
    language: 'en-US',
  });
});

it('a sitemap names all versions with each', async () => {
  const [, month] = sitemapsOf(edition);
  const xml = sitemap(month!, edition, new Map([[ar.id, 'https://anh.example/a.jpg']]));
  expect(await sitemapProblems(xml)).toEqual([]);
  expect(await sitemapProblems(xml.replace('rel="alternate"', 'rel="other"'))).not.toEqual([]);
  const links = xml
    .match(/<url>.*?<\/url>/gs)!
    .map((url) => [...url.matchAll(/hreflang="([^"]+)" href="([^"]+)"/g)].map(([, ...two]) => two));
  const both = [
    ['en-US', 'https://anh.example/2021/03/09/en/'],
    ['ar', 'https://anh.example/2021/03/08/ar/'],
    ['x-default', 'https://anh.example/2021/03/09/en/'],
  ];
  expect(links).toEqual([both, both]);
});

it('a sitemap without versions knows nothing of them', async () => {
  const plain = await editionOf();
  for (const one of sitemapsOf(plain))
    expect(sitemap(one, plain, new Map())).not.toContain('xhtml');
});

it('the news are in the language of each story', () => {
  const xml = newsSitemap(edition, Date.parse(now));
  expect([...xml.matchAll(/<news:language>(\w+)/g)].map(([, tag]) => tag)).toEqual(['en', 'ar']);
});

it('programs are told which story is a translation of which', () => {
  const nodeOf = (story: typeof ar) =>
    (JSON.parse(storyJsonLd(story, edition, [], [])) as { '@graph': Node[] })['@graph'];
  const [original] = nodeOf(en);
  const [translation, page] = nodeOf(ar);
  expect(strangeTerms(original!, () => 'NewsArticle')).toEqual([]);
  expect(strangeTerms(translation!, () => 'NewsArticle')).toEqual([]);
  expect(original).toMatchObject({
    inLanguage: 'en-US',
    workTranslation: [{ '@id': 'https://anh.example/2021/03/08/ar/#story' }],
  });
  expect(original).not.toHaveProperty('translationOfWork');
  expect(translation).toMatchObject({
    inLanguage: 'ar',
    translationOfWork: { '@id': 'https://anh.example/2021/03/09/en/#story' },
    articleSection: 'الجيش',
    keywords: ['كوسوفو', 'Kuwait'],
  });
  expect(translation).not.toHaveProperty('workTranslation');
  expect(JSON.stringify(page)).toContain('"name":"الجيش"');
});

it('a link is previewed in the language of the story, with the others named', () => {
  const told = { title: 'A', description: 'B', address: '/a/' };
  const tags = (story: typeof ar) =>
    previewTags(
      edition,
      { ...told, language: edition.languageOf(story), story },
      undefined,
    ).flatMap((tag) =>
      'property' in tag && /locale|section|tag/.test(tag.property) ? tag.content : [],
    );
  expect(tags(ar)).toEqual(['ar_EG', 'en_US', 'الجيش', 'كوسوفو', 'Kuwait']);
  expect(tags(en)).toEqual(['en_US', 'ar_EG', 'Military', 'Kosovo']);
});

it('a card says section and kind in the language of the story', () => {
  expect(storyCard(ar, edition)?.label).toBe('الجيش · تحليل');
});

it('the text for passing on is in the language of the story', () => {
  const text = storyMarkdown(
    {
      story: ar,
      language: edition.languageOf(ar),
      blocks: [],
      pictures: [],
      recordings: new Map(),
    },
    edition,
  );
  expect(text).toContain('- بقلم Anthony Barnett\n- نُشر في 8 مارس 2021\n- حُدّث في 9 مارس 2021\n');
  expect(text).toContain('- الجيش، تحليل\n');
  expect(text).toContain('- المواضيع: كوسوفو، Kuwait\n');
  expect(text).toContain('- بلغات أخرى: [English](https://anh.example/2021/03/09/en/)\n');
});
