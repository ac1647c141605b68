import { describe, expect, it } from 'vitest';
import { brokenLinks, pathsOf } from '../../src/edition/links.ts';
import { editionOf, idOf, page, publication, story, storyFile, type Files } from './content.ts';

/** The links of a text that lead nowhere, with their places; the text begins on line 11. */
async function broken(text: string, files: Files = {}): Promise<[href: string, place: string][]> {
  const edition = await editionOf({
    [storyFile]: story({}, text),
    'pages/about.md': page(),
    ...files,
  });
  return brokenLinks(edition, ['favicon.svg', 'documents/report.pdf']).map(
    ({ summary, line, column }) => [
      summary.replace(/^The link (.*) is broken\.$/, '$1'),
      `${line}:${column}`,
    ],
  );
}

describe.each([
  ['at the root', 'https://anh.example/'],
  ['below a base path', 'https://anh.example/news/'],
])('%s', (_, url) => {
  const site = { 'publication.yaml': publication({ url }) };

  it.each([
    '/',
    '/about/',
    '/2021/03/09/troops/',
    '/military/',
    '/tags/',
    '/tags/kosovo/',
    '/authors/',
    '/authors/anthony-barnett/',
    '/2021/',
    '/2021/03/',
    '/feed.xml',
    '/atom.xml',
    '/feed.json',
    '/feeds/',
    '/search/',
    '/military/feed.xml',
    '/tags/kosovo/atom.xml',
    '/authors/anthony-barnett/feed.json',
    '/2021/03/09/troops/index.md',
    '/robots.txt',
    '/sitemap.xml',
    '/llms.txt',
    '/trust.txt',
    '/.well-known/tdmrep.json',
    '/favicon.svg',
    '/documents/report.pdf',
    'https://apnews.com/',
    'mailto:desk@anh.example',
  ])('a link may lead to %s', async (href) => {
    expect(await broken(`See [a](${href}).`, site)).toEqual([]);
  });

  it.each([
    '/nowhere/',
    '/about',
    '/culture/',
    '/tags/kuwait/',
    '/2021/04/',
    '/news/about/',
    '/military/page/1/',
    '/about/#dates',
    '/about/?a',
    '#main',
    '/documents/',
    '/culture/feed.xml',
    '/tags/kuwait/feed.xml',
    '/2021/feed.xml',
    '/tags/feed.xml',
    '/search/en/',
    '/military/feed',
    '/about/index.md',
    '/2021/03/09/index.md',
    '/.well-known/security.txt',
  ])('a link leads nowhere to %s', async (href) => {
    expect(await broken(`One.\n\nSee [a](${href}).`, site)).toEqual([[href, '13:5']]);
  });
});

it('security.txt is there where the publication says whom to write to', async () => {
  const contact = 'mailto:desk@anh.example';
  const files = { 'publication.yaml': publication({ contact }) };
  expect(await broken('See [a](/.well-known/security.txt).', files)).toEqual([]);
});

it('a problem says which link of which file leads nowhere', async () => {
  const edition = await editionOf({ 'pages/about.md': page({}, '[a](/b/)') });
  expect(brokenLinks(edition, [])).toEqual([
    {
      file: expect.stringMatching(/pages\/about\.md$/) as string,
      line: 6,
      column: 1,
      summary: 'The link /b/ is broken.',
      fix: 'Link to a published page by its address, such as /about/, without a # part.',
    },
  ]);
});

it('every link of every text is told', async () => {
  const text = '[a](/a/) [b](/about/) [c]\n\n[c]: /c/';
  expect(await broken(text, { 'pages/team.md': page({}, '[d](/d/)') })).toEqual([
    ['/a/', '11:1'],
    ['/c/', '13:1'],
    ['/d/', '6:1'],
  ]);
});

it('a link to a story that is not published yet leads nowhere', async () => {
  const files = {
    'articles/later.md': story({ id: idOf(1), published: '2099-01-01' }),
    'articles/draft.md': story({ id: idOf(2), draft: 'true' }),
  };
  const text = '[a](/2099/01/01/later/) [b](/2021/03/09/draft/)';
  expect(await broken(text, files)).toEqual([
    ['/2099/01/01/later/', '11:1'],
    ['/2021/03/09/draft/', '11:25'],
  ]);
});

it('the numbered pages of a list are among the paths', async () => {
  const files = Object.fromEntries(
    Array.from({ length: 40 }, (_, n) => [`articles/story-${n}.md`, story({ id: idOf(n) })]),
  );
  const paths = pathsOf(await editionOf({ [storyFile]: undefined, ...files }));
  expect([...paths].filter((path) => path.includes('/page/')).sort()).toEqual([
    '/2021/03/page/1/',
    '/authors/anthony-barnett/page/1/',
    '/military/page/1/',
    '/tags/kosovo/page/1/',
  ]);
});
