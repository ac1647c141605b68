import { describe, expect, it } from 'vitest';
import { setBody } from '../../src/desk/body.ts';
import { languageFor } from '../../src/edition/language.ts';
import { pageNotes, spoken } from '../../src/outputs/blocks/footnotes.ts';
import { nodesOf } from '../../src/outputs/blocks/nodes.ts';
import { textNodes } from '../../src/outputs/blocks/text.ts';
import { toMarkdown } from '../../src/outputs/markdown.ts';
import { plainText } from '../../src/outputs/plain-text.ts';
import { toHtml } from '../../src/outputs/prose.ts';
import { asWritten } from '../../src/outputs/text-markdown.ts';
import type { Footnotes, TextBlock } from '../../src/desk/blocks.ts';
import { htmlToMarkdown } from '../../src/import/html-to-markdown.ts';
import { toMarkdown as writeDraft } from '../../src/import/to-markdown.ts';
import { readMarkdown } from '../standards/markdown.ts';
import { feedsIn } from './feed-texts.ts';
import { editionOf, bundlesOf, page, story, storyFile } from './content.ts';
import { wire } from '../../src/outputs/wire/wire.ts';

const text =
  'It was 2021[^b] and ~~five~~ six, as "said"[^a]; again[^b].\n\n[^a]: One *note*.\n[^b]: Another\n    goes on.\n\n    And on.';

function bodyOf(markdown: string, language = 'en', story = '00da3af204db') {
  const { body, problems } = setBody(markdown, undefined, language, story);
  expect(problems).toEqual([]);
  return body;
}

const all = (markdown: string, language = 'en') =>
  nodesOf(
    {
      ...bodyOf(markdown, language),
      language: languageFor(language, 'UTC'),
      recordings: new Map(),
    },
    'https://anh.example/2021/03/09/a/',
    () => ({ type: 'element', tagName: 'figure', properties: {}, children: [] }),
  );

const call = (number: number, again = '') =>
  `<sup><a href="#fn-00da3af204db-${number}" id="fnref-00da3af204db-${number}${again}">[${number}]</a></sup>`;
const back = (number: number, again = '', time = '') =>
  `<a href="#fnref-00da3af204db-${number}${again}" title="Back to the text, from note ${number}${time}">^</a>`;

describe('footnotes', () => {
  it('are numbered as they are called, stand at the end, and lead back to every call', () => {
    expect(toHtml(all(text), (href) => href)).toBe(
      `<p>It was 2021${call(1)} and <del>five</del> six, as “said”${call(2)}; again${call(1, '-2')}.</p>` +
        `<section class="notes"><h2>Notes</h2><ol><li id="fn-00da3af204db-1"><p>Another\ngoes on.</p><p>And on. ${back(1, '', ' (1)')} ${back(1, '-2', ' (2)')}</p></li>` +
        `<li id="fn-00da3af204db-2"><p>One <em>note</em>. ${back(2)}</p></li></ol></section>`,
    );
  });

  it('have their numbers, their heading and their labels in the language of the text', () => {
    const language = languageFor('ar-EG', 'UTC');
    const blocks = bodyOf('كلمة[^1]\n\n[^1]: حاشية', 'ar-EG').blocks;
    const [prose, notes] = blocks as [TextBlock, Footnotes];
    const said = toHtml(
      [...spoken(textNodes(prose, 'ar-EG'), language), ...pageNotes(notes, language)],
      (href) => href,
    );
    expect(said).toContain('aria-label="الحاشية ١">[١]</a>');
    expect(said).toContain('<h2>حواشٍ</h2>');
    expect(said).toContain('aria-label="العودة إلى النص، من الحاشية ١" role="doc-backlink">^</a>');
  });

  it('are words of a search, and their numbers are none', () => {
    expect(plainText(all(text))).toBe(
      'It was 2021 and five six, as “said”; again. Notes Another goes on. And on. One note.',
    );
  });

  it('are footnotes in Markdown, with words struck out, and come back from there', () => {
    const written = toMarkdown(asWritten(all(text), (href) => href));
    expect(written).toBe(
      'It was 2021[^1] and ~~five~~ six, as “said”[^2]; again[^1].\n\n[^1]: Another goes on.\n\n    And on.\n\n[^2]: One _note_.\n',
    );
    expect(JSON.stringify(readMarkdown(written))).toContain('"footnoteDefinition"');
    expect(
      toMarkdown([{ type: 'paragraph', children: [{ type: 'text', value: 'a ~~b~~ [^1]' }] }]),
    ).toBe('a \\~\\~b\\~\\~ \\[^1]\n');
  });

  it('are so beside a table, too', () => {
    const table = ':::table[Counts]\n| A | B |\n| --- | --- |\n| 1 | 2 |\n:::';
    const written = toMarkdown(asWritten(all(`${table}\n\n${text}`), (href) => href));
    expect(written).toContain('It was 2021[^1] and ~~five~~ six');
    expect(written).toMatch(/^\| +1 \| +2 \|$/m);
    expect(written).toContain('\n[^1]: Another goes on.');
  });

  it('lead in feeds to the page, under ids that no other story has', async () => {
    const other = story({ id: '00000000-0000-4000-8000-000000000002' }, text);
    const { rss, atom, json } = await feedsIn({
      [storyFile]: story({}, text),
      'articles/other.md': other,
    });
    const contents = rss.items!.map(({ content }) => content!.encoded!);
    const ids = contents.flatMap((html) => html.match(/ id="[^"]+"/g) ?? []);
    expect([ids.length, new Set(ids).size]).toEqual([10, 10]);
    for (const html of contents)
      for (const [, target] of html.matchAll(/ href="([^"]*)#/g))
        expect(target).toMatch(/^https:\/\/anh\.example\/2021\/03\/09\/\w+\/$/);
    const theirs = [
      atom.entries!.map(({ content }) => content?.value),
      json.items!.map((item) => item.content_html),
    ];
    expect(theirs).toEqual([contents, contents]);
  });

  it('come back from the wire as they were', async () => {
    const edition = await editionOf({ [storyFile]: story({}, text) });
    const sent = JSON.parse(wire(edition, bundlesOf(edition))) as {
      associations: { bodies: { value: string }[] }[];
    };
    const { text: read, lost } = htmlToMarkdown(sent.associations[0]!.bodies[0]!.value);
    expect(lost).toEqual([]);
    expect(writeDraft(read)).toBe(
      'It was 2021[^1] and ~~five~~ six, as “said”[^2]; again[^1].\n\n[^1]: Another goes on.\n\n    And on.\n\n[^2]: One _note_.\n',
    );
  });

  it('of a page have ids, too', async () => {
    const { pages } = await editionOf({ 'pages/about.md': page({}, text) });
    expect(pages).toHaveLength(1);
    expect(
      toHtml(textNodes(bodyOf(text, 'en', '').blocks[0] as TextBlock, 'en'), (href) => href),
    ).toContain('<a href="#fn-1" id="fnref-1">[1]</a>');
  });

  it.each([
    ['One[^1].', ['1:4 There is no footnote with this name.']],
    [
      'One.\n\n[^1]: Two.',
      ['3:1 Readers would not see this footnote: nothing in the text refers to it.'],
    ],
    ['One[^1].\n\n[^1]: Two.\n[^1]: Three.', ['4:1 There are two footnotes named [^1].']],
    ['One[^1].\n\n[^1]:\n\nTwo.', ['3:1 This footnote is empty.']],
    ['One[^1].\n\n[^1]: Two.\nThree.', ['4:1 This line becomes part of the footnote above.']],
    ['One[^1].\n\n[^1]: Two[^2].\n\n[^2]: Three.', ['3:10 A footnote refers to another footnote.']],
    ['[One[^1]](/about/).\n\n[^1]: Two.', ['1:5 A footnote reference is inside a link.']],
    ['One[^1].\n\n> [^1]: Two.', ['3:3 A footnote is inside a list, a quotation or a block.']],
  ])('are refused that readers would not see: %j', (markdown, told) => {
    const { problems } = setBody(markdown, undefined, 'en');
    expect(problems.map(({ line, column, summary }) => `${line}:${column} ${summary}`)).toEqual(
      told,
    );
  });
});

it('struck-out text is announced by screen readers', () => {
  const [block] = bodyOf('~~Five~~ six.').blocks as [TextBlock];
  const nodes = spoken(textNodes(block, 'en'), languageFor('en', 'UTC'));
  expect(toHtml(nodes, (href) => href)).toBe(
    '<p><del data-from="struck out:" data-to="end of what is struck out">Five</del> six.</p>',
  );
});

describe('footnotes of others', () => {
  it.each([
    [
      'WordPress',
      '<p>A<sup data-fn="x" class="fn"><a id="x-link" href="#x">1</a></sup>.</p><ol class="wp-block-footnotes"><li id="x">Note. <a href="#x-link">↩︎</a></li></ol>',
    ],
    [
      'Pandoc',
      '<p>A<a href="#fn1" id="fnref1" role="doc-noteref"><sup>1</sup></a>.</p><section class="footnotes"><hr><ol><li id="fn1"><p>Note.<a href="#fnref1">↩︎</a></p></li></ol></section>',
    ],
    [
      'GitHub',
      '<p>A<sup><a href="#user-content-fn-a" id="user-content-fnref-a">1</a></sup>.</p><section class="footnotes"><h2>Footnotes</h2><ol><li id="user-content-fn-a"><p>Note. <a href="#user-content-fnref-a">↩</a></p></li></ol></section>',
    ],
  ])('are read: %s', (_, html) => {
    expect(writeDraft(htmlToMarkdown(html).text)).toBe('A[^1].\n\n[^1]: Note.\n');
  });

  it('are distinguished from a list to which a link leads', () => {
    const html = '<p>See <a href="#one">one</a>.</p><ol><li id="one">One</li><li>Two</li></ol>';
    expect(writeDraft(htmlToMarkdown(html).text)).toBe('See one.\n\n1. One\n2. Two\n');
  });

  it('and words struck out keep to what the desk takes', () => {
    const html = '<p>a<del>"b"</del>c and <s> x </s>y <strike>z <s>b</s></strike> ~~q~~ [^1]</p>';
    const written = writeDraft(htmlToMarkdown(html).text);
    expect(written).toBe('a ~~"b"~~ c and ~~x~~ y ~~z b~~ \\~\\~q\\~\\~ \\[^1]\n');
    expect(setBody(written).problems).toEqual([]);
  });
});
