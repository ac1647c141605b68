import { relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readContent } from '../../src/desk/desk.ts';
import { readLock } from '../../src/desk/lock.ts';
import { deadEnds } from '../../src/edition/dead-ends.ts';
import { makeEdition } from '../../src/edition/edition.ts';
import type { Edition } from '../../src/edition/model.ts';
import { leadFrom } from '../../src/edition/old-addresses.ts';
import { brokenAddresses } from '../../src/edition/published-addresses.ts';
import { contentFolder, idOf, page, publication, refusals, story, storyFile } from './content.ts';

const files = (redirects: string) => ({
  'pages/about.md': page(),
  [storyFile]: story({ formerly: '[/2019/an-old-name/]' }),
  'redirects.yaml': redirects,
});

/** The edition with such a file, and what is wrong with where it leads. */
async function edition(redirects: string, url = 'https://a.example/news/') {
  const folder = contentFolder({ ...files(redirects), 'publication.yaml': publication({ url }) });
  const content = await readContent(folder);
  const made = makeEdition(content, Date.parse('2026-11-23T12:00:00Z'));
  const ends = deadEnds(made, content, ['favicon.svg']).map(
    ({ file, line, column, summary, fix }) => [
      `${relative(folder, file)}:${line}:${column}`,
      `${summary} ${fix}`,
    ],
  );
  return { edition: made, content, ends };
}

const lead = ({ oldAddresses }: Edition, asked: string) => {
  const [path = '', query] = asked.split('?');
  return leadFrom(oldAddresses, path, new URLSearchParams(query));
};

it('leads on from single addresses, by parameters and by patterns, the most specific first', async () => {
  const { edition: made, ends } = await edition(`# The rest of the old site
/2019/*: /about/
/2019/army/*: /military/
/2019/kept.html: /tags/kosovo/
/blog/*: https://blog.example/alt/*
/archive/*.html: /tags/*/
/shop/: gone
/forum/*: gone
/?cat=3: /military/
/ärger: https://old.example/käse?a=1&b=2
`);
  expect(ends).toEqual([]);
  expect(
    [
      '/news/2019/x/y/',
      '/news/2019/army/1/',
      '/news/2019/army',
      '/news/2019/kept.html',
      '/news/2019/an-old-name/',
      '/news/blog/a/b.php',
      '/news/archive/kosovo.html',
      '/news/archive/kosovo.php',
      '/news/shop',
      '/news/forum/1/2/',
      '/news/?cat=3&x=1',
      '/news/?cat=4',
      '/news/ärger/',
    ].map((asked) => lead(made, asked)),
  ).toEqual([
    '/news/about/',
    '/news/military/',
    '/news/military/',
    '/news/tags/kosovo/',
    '/news/2021/03/09/troops/',
    'https://blog.example/alt/a/b.php',
    '/news/tags/kosovo/',
    undefined,
    'gone',
    'gone',
    '/news/military/',
    undefined,
    'https://old.example/k%C3%A4se?a=1&b=2',
  ]);
});

describe('what is refused of redirects.yaml', () => {
  it.each([
    ['- /a/\n', '1:1', 'This file is not a list of redirects.'],
    ['/a/: /about/\n/a/: /military/\n', '2:1', 'not valid YAML'],
    ['/about/: /military/\n', '1:1', 'pages/about.md has the same address.'],
    ['/2019/An-Old-Name: /about/\n', '1:1', `${storyFile} has the same address.`],
    ['a: /about/\n', '1:1', 'a is not a path of this site.'],
    ['/a/*/b/*: /about/\n', '1:1', 'has more than one *'],
    ['/a/*?p=1: /about/\n', '1:1', 'has both a * and a parameter'],
    ['/a/: about\n', '1:6', '/a/ does not lead to an address.'],
    ['/a/:\n', '1:5', '/a/ does not lead to an address.'],
    ['/a/: 5\n', '1:6', '/a/ does not lead to an address.'],
    ['/a/: http://old.example/\n', '1:6', '/a/ does not lead to an address.'],
    ['/a/: javascript:1\n', '1:6', '/a/ does not lead to an address.'],
    ['/a/: //evil.example/\n', '1:6', 'is not the address of a page here'],
    ['/a/: /about/#b\n', '1:6', 'is not the address of a page here'],
    ['/a/: "/about/\\n  x"\n', '1:6', 'is not the address of a page here'],
    ['/a/: https://a:b@old.example/\n', '1:6', 'is not a web address'],
    ['/a/: https://anh.example/b/\n', '1:6', 'is an address of this host'],
    ['/a/: https://old.example/$1\n', '1:6', 'has a character that not all hosts support'],
    ['/a/: https://old.example/{x}\n', '1:6', 'has a character that not all hosts support'],
    ['/a/: https://old.example/a%2Fb\n', '1:6', 'has a character that not all hosts support'],
    ['/a/: https://old.example/:splat\n', '1:6', 'has a character that not all hosts support'],
    ['/a/: /about/*\n', '1:6', 'has a *, but the old address has none'],
    ['/a/*: https://old.example/*/*\n', '1:7', 'has more than one *'],
    ['/a/*: https://old.example/?x=*\n', '1:7', 'has its * outside the path'],
    ['/?p=1: gone\n', '1:8', 'An address with a parameter can’t be `gone`.'],
    ['/a/*: /a/b/*\n', '1:7', 'may match /a/* and redirect again'],
    ['/a/*: /b/*\n/b/*: /tags/*\n', '1:7', 'may match /b/* and redirect again'],
  ])('%j', async (redirects, place, says) => {
    const told = await refusals(files(redirects));
    expect(told).toHaveLength(1);
    expect(told[0]![0]).toBe(`redirects.yaml:${place}`);
    expect(told[0]![1]).toContain(says);
    expect(told[0]![2]).not.toBe('');
  });

  it.each([
    ['/a/: /nothing/\n', '1:6', 'The redirect to /nothing/ leads nowhere.'],
    ['/a/: /2019/an-old-name/\n', '1:6', 'lead to /news/2021/03/09/troops/'],
    ['/a/*: /nothing/*\n', '1:7', 'The redirect to /nothing/* leads nowhere.'],
    ['/feed.xml: /about/\n', '1:1', '/feed.xml is an address at which something is now'],
    ['/tags/*: /about/\n', '1:1', '/tags/* fits an address at which something is now: /news/tags/'],
    ['/*: /about/\n', '1:1', '/* fits an address at which something is now'],
    ['/*.svg: /about/\n', '1:1', '/*.svg fits an address at which something is now'],
    ['/media/old/*: gone\n', '1:1', '/media/old/* fits an address at which something is now'],
  ])('%j, by what is published', async (redirects, place, says) => {
    const { ends } = await edition(redirects);
    expect(ends).toHaveLength(1);
    expect(ends[0]![0]).toBe(`redirects.yaml:${place}`);
    expect(ends[0]![1]).toContain(says);
  });
});

it('keeps the promise of an address whose story is missing from the content', async () => {
  const lock = (path: string) => ({
    file: 'addresses.lock',
    addresses: [{ path, id: idOf(9), line: 1 }],
  });
  const { content } = await edition('/2021/03/01/gone/: gone\n/2020/*: /about/\n');
  const broken = (path: string) => brokenAddresses(content.stories, lock(path), content.redirects);
  expect(broken('/2021/03/01/gone/')).toEqual([]);
  expect(broken('/2020/01/01/a/')).toEqual([]);
  expect(broken('/2021/03/02/a/')).toHaveLength(1);
  expect(readLock(contentFolder()).addresses).toEqual([]);
});

it('is not needed', async () => {
  const { edition: made } = await edition('');
  expect(made.oldAddresses.patterns).toEqual([]);
  expect((await readContent(contentFolder())).redirects).toEqual([]);
});
