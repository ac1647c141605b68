import { h } from 'hastscript';
import { describe, expect, it } from 'vitest';
import type { TextBlock } from '../../src/desk/blocks.ts';
import { setBody } from '../../src/desk/body.ts';
import { languageFor } from '../../src/edition/language.ts';
import { dateOf } from '../../src/outputs/blocks/date.ts';
import { fileNote } from '../../src/outputs/blocks/file-note.ts';
import { nodesOf } from '../../src/outputs/blocks/nodes.ts';
import { pageNodes } from '../../src/outputs/blocks/page.ts';
import { toMarkdown } from '../../src/outputs/markdown.ts';
import { toHtml } from '../../src/outputs/prose.ts';
import { asWritten } from '../../src/outputs/text-markdown.ts';

const english = languageFor('en-US', 'UTC');

/** A text as HTML and as plain text. */
function set(markdown: string) {
  const { body, problems } = setBody(markdown);
  expect(problems).toEqual([]);
  const nodes = nodesOf(
    { ...body, language: english, recordings: new Map() },
    'https://anh.example/story/',
    ({ image, alt, caption, credit }) =>
      h('figure', [h('img', { src: image, alt }), h('figcaption', `${caption} (${credit})`)]),
  );
  const address = (href: string) => href;
  const html = toHtml(nodes, address).replaceAll('\n', '');
  return { html, text: toMarkdown(asWritten(nodes, address)).trim() };
}

it.each([
  [
    'key figures, without the mark after the figure',
    ':::key-figures\n- **32**: *soldiers*\n- **6 months** of [tour](/about/)\n:::',
    '<dl class="key-figures"><div><dt>32</dt><dd><em>soldiers</em></dd></div><div><dt>6 months</dt><dd>of <a href="/about/">tour</a></dd></div></dl>',
    '- **32** _soldiers_\n- **6 months** of [tour](/about/)',
  ],
  [
    'key facts, also with empty lines between them',
    ':::key-facts[In brief]\n- One.\n\n- Two.\n:::',
    '<figure class="key-facts"><figcaption>In brief</figcaption><ul><li><p>One.</p></li><li><p>Two.</p></li></ul></figure>',
    '**In brief**\n\n- One.\n\n- Two.',
  ],
  [
    'a timeline, in order, with what is a date',
    ':::timeline[The way]\n1. **1998-1999** War.\n2. **2008** — Independence.\n:::',
    '<figure class="timeline"><figcaption>The way</figcaption><ol><li><strong>1998-1999</strong> War.</li><li><strong><time datetime="2008">2008</time></strong> Independence.</li></ol></figure>',
    '**The way**\n\n1. **1998-1999** War.\n2. **2008** Independence.',
  ],
  [
    'questions and answers',
    ':::q-and-a\n## Why?\n\nOne.\n\n- Two\n- or so\n\n**How *so*?**\n\nThree.\n:::',
    '<dl class="q-and-a"><dt>Why?</dt><dd><p>One.</p><ul><li>Two</li><li>or so</li></ul></dd><dt>How <em>so</em>?</dt><dd><p>Three.</p></dd></dl>',
    '**Why?**\n\nOne.\n\n- Two\n- or so\n\n**How _so_?**\n\nThree.',
  ],
  [
    'an aside, below its title',
    ':::aside["KSF"?]\nOne.\n\n> Two.\n:::',
    '<section class="aside"><p><strong>"KSF"?</strong></p><p>One.</p><blockquote><p>Two.</p></blockquote></section>',
    '**"KSF"?**\n\nOne.\n\n> Two.',
  ],
  [
    'documents, with the kind and size of a file of this site',
    ':::documents[Sources]\n- [The icon](/favicon.svg), drawn\n- [About][a] us\n:::\n\n[a]: /about/',
    '<figure class="documents"><figcaption>Sources</figcaption><ul><li><a href="/favicon.svg">The icon</a>, drawn <small>SVG, 1 kB</small></li><li><a href="/about/">About</a> us</li></ul></figure>',
    '**Sources**\n\n- [The icon](/favicon.svg), drawn SVG, 1 kB\n- [About](/about/) us',
  ],
  [
    'a table, with what heads what, and numbers',
    ':::table[The force]\n| | Now | Then | % | Who |\n|-|-|-|-|-|\n| Men | 3,400 | – | 5.5 % | *A* \\| B |\n| | €12 | | -3 km | 7 or more |\n| C |\n:::',
    '<table><caption>The force</caption><thead><tr><td></td><th scope="col" class="number">Now</th><th scope="col" class="number">Then</th><th scope="col" class="number">%</th><th scope="col">Who</th></tr></thead><tbody><tr><th scope="row">Men</th><td class="number">3,400</td><td class="number">–</td><td class="number">5.5\u00a0%</td><td><em>A</em> | B</td></tr><tr><td></td><td class="number">€12</td><td class="number"></td><td class="number">-3\u00a0km</td><td>7 or more</td></tr><tr><th scope="row">C</th><td class="number"></td><td class="number"></td><td class="number"></td><td></td></tr></tbody></table>',
    '**The force**\n\n|     |   Now | Then |     % | Who       |\n| --- | ----: | ---: | ----: | --------- |\n| Men | 3,400 |    – | 5.5 % | _A_ \\| B  |\n|     |   €12 |      | -3 km | 7 or more |\n| C   |       |      |       |           |',
  ],
  [
    'a gallery',
    ':::gallery[The day]\n![One](a.jpg "A. (X/AP)")\n![Two](b.jpg "B. (Y)")\n:::',
    '<figure class="gallery"><figcaption>The day</figcaption><figure><img src="./a.jpg" alt="One"><figcaption>A. (X/AP)</figcaption></figure><figure><img src="./b.jpg" alt="Two"><figcaption>B. (Y)</figcaption></figure></figure>',
    '**The day**\n\n![One](./a.jpg)\n\nA. (X/AP)\n\n![Two](./b.jpg)\n\nB. (Y)',
  ],
  [
    'an embed',
    ':::embed{url="https://www.video.example/a?b=1&c=2"}\n![One](a.jpg "A. (X)")\n:::',
    '<figure class="embed"><figure><img src="./a.jpg" alt="One"><figcaption>A. (X)</figcaption></figure><figcaption><a href="https://www.video.example/a?b=1&amp;c=2">View on video.example</a></figcaption></figure>',
    '![One](./a.jpg)\n\nA. (X)\n\n[View on video.example](https://www.video.example/a?b=1\\&c=2)',
  ],
])('%s', (_, markdown, html, text) => {
  expect(set(markdown)).toEqual({ html, text });
});

it('has on the page what only that needs', () => {
  const text =
    ':::aside["A" & B]\nOne.\n:::\n\n:::table[C]\n|D|\n|-|\n:::\n\n:::table[E]\n|Constitutional|Organization|Representation|\n|-|-|-|\n:::';
  const nodes = setBody(text).body.blocks.flatMap((block) =>
    pageNodes(block as TextBlock, 'en-US'),
  );
  expect(toHtml(nodes, (href) => href)).toBe(
    '<section class="aside" aria-label="&quot;A&quot; &amp; B"><p><strong>"A" &amp; B</strong></p><p>One.</p></section>' +
      // Only what may have to be moved sideways is a landmark and a stop of the tab key.
      '<div class="frame narrow"><table><caption>C</caption><thead><tr><th scope="col">D</th></tr></thead><tbody></tbody></table></div>' +
      '<div aria-label="E" class="frame" role="region" tabindex="0"><table><caption>E</caption><thead><tr><th scope="col">Constitutional</th><th scope="col">Organization</th><th scope="col">Representation</th></tr></thead><tbody></tbody></table></div>',
  );
});

describe('a date', () => {
  it.each([
    ['2008', 'en', '2008'],
    ['2021-03', 'en', '2021-03'],
    ['2021-03-09', 'en', '2021-03-09'],
    ['March 2021', 'en-US', '2021-03'],
    ['March 9, 2021', 'en-US', '2021-03-09'],
    ['9 March 2021', 'en-GB', '2021-03-09'],
    ['Dec. 14, 2018', 'en-US', '2018-12-14'],
    ['9 mars 2021', 'sq', '2021-03-09'],
    ['9. март 2021.', 'sr', '2021-03-09'],
    ['9 مارس 2021', 'ar', '2021-03-09'],
  ])('is read by machines: %s (%s)', (words, language, date) => {
    expect(dateOf(words, language)).toBe(date);
  });

  it.each([
    '1998-1999',
    '2021-13',
    '2021-02-30',
    'February 30, 2021',
    'Since 2008',
    'Tuesday',
    '32',
  ])('is left as words: %s', (words) => {
    expect(dateOf(words, 'en-US')).toBeUndefined();
  });
});

it.each(['/about/', '/nothing.pdf', '/../package.json', 'https://anh.example/favicon.svg', '#a.b'])(
  'nothing is told of the size of %s',
  (href) => {
    expect(fileNote(href, 'en-US')).toBeUndefined();
  },
);
