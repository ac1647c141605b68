import fc from 'fast-check';
import type { RootContent } from 'mdast';
import { describe, expect, it } from 'vitest';
import { setBody } from '../../src/desk/body.ts';
import { toHtmlNodes } from '../../src/desk/markdown.ts';
import { llms } from '../../src/outputs/llms.ts';
import { link, list, paragraph, toMarkdown, words } from '../../src/outputs/markdown.ts';
import { toHtml } from '../../src/outputs/prose.ts';
import type { Edition } from '../../src/edition/model.ts';
import { storyMarkdown } from '../../src/outputs/story-markdown.ts';
import { asWritten } from '../../src/outputs/text-markdown.ts';
import { readMarkdown, wordsOf } from '../standards/markdown.ts';
import {
  type Fields,
  type Files,
  bundlesOf,
  editionOf,
  page,
  png,
  publication,
  story,
  storyFile,
} from './content.ts';
import { seedOr } from './seed.ts';

/** The one story of an edition with its text and the pictures that may be syndicated. */
function textOf(edition: Edition) {
  const { pictures, ...rest } = bundlesOf(edition)[0]!;
  return { ...rest, pictures: [...pictures.values()] };
}

async function markdownOf(fields: Fields = {}, text?: string, files: Files = {}): Promise<string> {
  const edition = await editionOf({ [storyFile]: story(fields, text), ...files });
  return storyMarkdown(textOf(edition), edition);
}

it('is the story with everything that goes along with it', async () => {
  const fields = {
    headline: 'Kosovo sends *troops',
    kind: 'analysis',
    tags: '[kosovo, kuwait]',
    dateline: 'PRISTINA, Kosovo',
    published: '2021-03-09 14:30',
    updated: '2021-03-10',
    source: '{ name: The AP, byline: Llazar Semini, place: Tirana, url: "https://ap.example/1" }',
    corrections: '[{ date: 2021-03-11, kind: correction, text: The number was wrong. }]',
    lead: '{ image: a.png, alt: Soldiers in rows, caption: In Pristina., credit: Name/AP }',
    rights: '{ b.png: { syndicate: false }, a.png: { holder: The AP, licence: CC BY 4.0 } }',
  };
  const text = `The platoon left, see [about](/about/) and [AP](https://ap.example/?a=1&b=2).

## Later

![A map](b.png "The way. (Map: ANH)")

:::pull-quote{speaker="A soldier"}
“We left.”
:::`;
  const files = {
    'pages/about.md': page(),
    'pages/ai-and-crawlers.md': page({ title: 'AI and crawlers', policies: '[machines]' }),
    'articles/2021/03/troops/a.png': png,
    'articles/2021/03/troops/b.png': png,
  };
  expect(await markdownOf(fields, text, files)).toBe(`# Kosovo sends \\*troops

A platoon leaves Pristina.

- By Anthony Barnett
- Reporting: Llazar Semini, [The AP](https://ap.example/1), Tirana
- Published March 9, 2021 at 2:30 PM Central European Time
- Updated March 10, 2021
- Military, analysis

**Correction, March 11, 2021:** The number was wrong.

![Soldiers in rows](https://anh.example/_astro/a.jpg)

_In Pristina._ Photograph: Name/AP. Rights: The AP, CC BY 4.0

PRISTINA, Kosovo — The platoon left, see [about](https://anh.example/about/) and [AP](https://ap.example/?a=1\\&b=2).

## Later

This image may not be republished. See it in [the story](https://anh.example/2021/03/09/troops/).

_The way._ Illustration: Map: ANH

> “We left.”
>
> — A soldier

**Update, March 10, 2021:** More is known.

---

- Topics: Kosovo, Kuwait
- Published at <https://anh.example/2021/03/09/troops/>
- Terms: [AI and crawlers](https://anh.example/ai-and-crawlers/)
`);
});

it('has the warning in place of a picture that has to be covered', async () => {
  const markdown = await markdownOf(
    {
      lead: '{ image: a.png, alt: Soldiers, caption: In Pristina., credit: Name/AP }',
      pictures: '{ a.png: { warning: Shows a *body } }',
    },
    'One.',
    { 'articles/2021/03/troops/a.png': png },
  );
  expect(markdown).toContain(`
**Content warning:** Shows a \\*body

See the image in [the story](https://anh.example/2021/03/09/troops/).

_In Pristina._ Photograph: Name/AP
`);
  expect(markdown).not.toMatch(/a\.(?:jpg|png)/);
});

it('says of which series it is a part, and leads there', async () => {
  const series = { 'series.yaml': 'army:\n  name: A *new army\n' };
  expect(await markdownOf({ series: 'army' }, undefined, series)).toContain(
    '\n- [A \\*new army](https://anh.example/series/army/): Part 1 of 1\n',
  );
});

it('of a retracted story is why it was taken back, and nothing that it said', async () => {
  const markdown = await markdownOf(
    {
      standfirst: 'SAID in the standfirst.',
      corrections: '[{ date: 2021-03-11, kind: retraction, text: It did not happen. }]',
      lead: '{ image: a.png, alt: SAID, caption: SAID too., credit: Name/AP }',
    },
    'SAID in the text.',
    { 'articles/2021/03/troops/a.png': png },
  );
  expect(markdown).not.toContain('SAID');
  expect(markdown.split('\n\n').slice(0, 3)).toEqual([
    '# Retracted: Kosovo sends troops to Kuwait',
    '- By Anthony Barnett\n- Published March 9, 2021\n- Military',
    '**Retraction, March 11, 2021:** It did not happen.',
  ]);
});

it('names several authors as the language does, and addresses below a path', async () => {
  const url = 'https://anh.example/news/';
  const markdown = await markdownOf({ authors: '[anthony-barnett, ada]' }, 'See [all](/tags/).', {
    'publication.yaml': publication({ url }),
    'authors/ada.yaml': 'name: Ada <i>\ndescription: Ada writes.\n',
  });
  expect(markdown).toContain('- By Anthony Barnett and Ada \\<i>\n');
  expect(markdown).toContain(`[all](${url}tags/)`);
  expect(markdown).toContain(`<${url}2021/03/09/troops/>`);
});

describe('text comes back as it was set', () => {
  it.each([
    'A *word*, a **strong *one***, `a code`, ``a `tick` ``.\nA line more.\\\nA break.',
    '## A heading # with *stress*\n\n### 1. Below\n\nText.',
    '- one\n- two\n  - two and a half\n\n    A paragraph.\n- three',
    '- one\n\n- two\n\n  > said in two',
    '3. three\n4. four\n   with a line\n5. five',
    '1) one\n2) two\n\n- another list\n- of two\n\n* and another\n* of two',
    '> said\n>\n> > in turn\n> - with a list\n> - of two',
    '```js\nconst a = "`````";\n```\n\n```\n  more\n    code\n```',
    'One.\n\n***\n\nTwo. [A *link*](https://a.example/(b)_c "a \\"title\\" (of it)").',
    '[https://a.example/](https://a.example/) <https://b.example/?a=b&c> [a\\]b](mailto:a@b.example)',
    '1\\. no list, \\# no heading, \\- no entry, \\> no quotation, a \\* b \\_c\\_ &amp;lt; \\<b>',
    '\\# one\n\\+ two\n\n5 \\* 6 * 7\n\n!\\[no picture](a) and !\n\n2021\\. A year.\n\nA `` ` `` tick.',
    '**a**b*c*__d__ x**y**z *a*.*b*',
  ])('%s', (markdown) => {
    const { body, problems } = setBody(markdown);
    expect(problems).toEqual([]);
    const nodes = body.blocks.flatMap((block) => (block.type === 'prose' ? block.nodes : []));
    const written = toMarkdown(asWritten(nodes, (href) => href));
    // A code block’s language is a class for styles, not part of what is said.
    const asHtml = (html: string) =>
      html.replaceAll(' class="language-js"', '').replace(/(?<!<pre>.*)\s+/g, ' ');
    const again = toHtml(toHtmlNodes(readMarkdown(written).children), (href) => href);
    expect(asHtml(again)).toBe(asHtml(toHtml(nodes, (href) => href)));
  });
});

describe('words stay words', () => {
  const hostile = fc
    .array(
      fc.constantFrom(
        ...'# ## - + * ** _ __ ` ``` ~~~ > < [ ] ( ) ! \\ & | = --- : ::: 1. 1) . , a B é “ ” 7 <b> <!-- ]]> &amp; &#x20; ![a](b) [a]: x http://a.example/ </script> عربي 🎉'.split(
          ' ',
        ),
        ' ',
      ),
      { minLength: 1, maxLength: 12 },
    )
    .map((parts) => parts.join('').trim())
    .filter((text) => text !== '');
  // Between blocks, as between the entries of a list, lines end.
  const asRead = (node: RootContent | undefined) => wordsOf(node).replaceAll('\n', '');

  it('in a paragraph, a heading, a caption, a list and a link', () => {
    fc.assert(
      fc.property(hostile, hostile, (one, two) => {
        const [a, b] = [one, two].map((text) => text.replace(/\s+/g, ' '));
        const tree = readMarkdown(
          toMarkdown([
            { type: 'heading', depth: 1, children: [words(one)] },
            paragraph(words(one)),
            paragraph({ type: 'emphasis', children: [words(one)] }, words(` ${two}`)),
            list([[words(one)], [link('https://a.example/', two), words(`: ${one}`)]]),
          ]),
        );
        expect(tree.children.map(({ type }) => type)).toEqual([
          'heading',
          'paragraph',
          'paragraph',
          'list',
        ]);
        expect(tree.children.slice(0, 3).map(asRead)).toEqual([a, a, `${a} ${b}`]);
        expect(tree.children[3]).toMatchObject({
          children: [{ type: 'listItem' }, { type: 'listItem' }],
        });
        expect(asRead(tree.children[3])).toBe(`${a}${b}: ${a}`);
      }),
      { numRuns: 2_000, seed: seedOr(4) },
    );
  });

  it('in a story and in the list of stories', async () => {
    const headline = '# [x]: https://evil.example/ </script> ]]> & <!-- *a `b` عربي 🎉';
    const edition = await editionOf({
      [storyFile]: story({
        headline: JSON.stringify(headline),
        standfirst: '"1. one\\n# two"',
        source: JSON.stringify({ name: '> a\n- b' }),
      }),
    });
    const tree = readMarkdown(storyMarkdown(textOf(edition), edition));
    expect(tree.children.map(({ type }) => type)).toEqual([
      'heading',
      'paragraph',
      'list',
      'paragraph',
      'thematicBreak',
      'list',
    ]);
    expect(tree.children.slice(0, 2).map(wordsOf)).toEqual([headline, '1. one # two']);
    const listed = readMarkdown(llms(edition));
    const links = JSON.stringify(listed).match(/"url":"[^"]*"/g);
    expect(links?.filter((url) => url.includes('evil'))).toEqual([]);
    expect(listed.children.map(wordsOf).join(' ')).toContain(headline);
  });
});

it('llms.txt is a heading, what the publication is, and lists of links', async () => {
  const edition = await editionOf({
    'publication.yaml': publication({ url: 'https://anh.example/news/' }),
    'pages/about.md': page(),
  });
  expect(llms(edition)).toBe(`# ANH

> News from ANH

Every story is also available as plain Markdown: add index.md to its address.

## Newest stories

- [Kosovo sends troops to Kuwait](https://anh.example/news/2021/03/09/troops/index.md): A platoon leaves Pristina.

## Sections

- [Military](https://anh.example/news/military/)

## Everything

- [Feed](https://anh.example/news/feed.xml): the newest stories in full, as RSS
- [Feeds](https://anh.example/news/feeds/): for every section, topic and author
- [Sitemaps](https://anh.example/news/sitemap.xml): every story, month by month

## About

- [About ANH](https://anh.example/news/about/): Who publishes ANH.
`);
});
