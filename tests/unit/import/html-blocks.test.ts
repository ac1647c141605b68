import { describe, expect, it } from 'vitest';
import { languageOf } from '../../../src/import/html-language.ts';
import { parseHtml } from '../../../src/import/html-to-markdown.ts';
import {
  isSamePicture,
  largestIn,
  largestOf,
  namesPicture,
  pathOfPicture,
  takeableFirst,
} from '../../../src/import/picture-original.ts';
import { raised } from '../../../src/import/raised.ts';
import { wordsOfHtml } from '../../../src/import/words-of-html.ts';
import { markdownOf, told } from './as-markdown.ts';

describe('a block as a newsroom sends it', () => {
  const list = '<ul><li>One</li><li>Two</li></ul>';
  const entries = '- One\n- Two';
  it.each([
    [
      '<dl class="key-figures"><div><dt>17</dt><dd>boats</dd></div><div><dt>2</dt><dd>towns</dd></div></dl>',
      ':::key-figures\n- **17** boats\n- **2** towns\n:::',
    ],
    ['<div class="key-figures"><p>One</p></div>', 'One'],
    [
      '<dl class="q-and-a"><dt>Why?</dt><dd><p>So.</p></dd><dt>How?</dt><dd><p>Thus.</p></dd></dl>',
      ':::q-and-a\n**Why?**\n\nSo.\n\n**How?**\n\nThus.\n:::',
    ],
    ['<dl class="q-and-a"><dt>Why?</dt><dd><h3>A</h3><p>So.</p></dd></dl>', 'Why?\n\n## A\n\nSo.'],
    [
      `<figure class="key-facts"><figcaption>Facts</figcaption>${list}</figure>`,
      `:::key-facts[Facts]\n${entries}\n:::`,
    ],
    [
      `<figure class="key-facts"><figcaption>Facts</figcaption>${list}<p>more</p></figure>`,
      `Facts\n\n${entries}\n\nmore`,
    ],
    [
      '<figure class="key-facts"><figcaption>Facts</figcaption></figure>',
      '![](picture-1.jpg "Facts")',
    ],
    [`<div class="key-facts"><p>Facts</p>${list}</div>`, `Facts\n\n${entries}`],
    [
      `<figure class="key-facts"><figcaption>Facts</figcaption>${list}<img src="a.jpg"></figure>`,
      `${entries}\n\n![](picture-1.jpg "Facts")`,
    ],
    ['<section class="aside"><h3>More</h3><p>One.</p></section>', ':::aside[More]\nOne.\n:::'],
    ['<div class="aside"><p>One.</p></div>', 'One.'],
    ['<section class="aside"></section>One', 'One'],
    [
      '<div class="gallery"><figure><img src="a.jpg" alt="A"></figure><figure><img src="b.jpg"></figure><figcaption>Day</figcaption></div>',
      ':::gallery[Day]\n![A](picture-1.jpg)\n\n![](picture-2.jpg)\n:::',
    ],
    ['<div class="gallery"><p>One</p></div>', 'One'],
    ['<div class="gallery"><figure><p>One</p></figure></div>', 'One'],
    [
      '<figure class="embed"><figure><img src="a.jpg" alt="A"></figure><figcaption><a href="https://v.example/">Film</a></figcaption></figure>',
      ':::embed{url="https://v.example/"}\n![A](picture-1.jpg)\n:::',
    ],
  ])('is that block here, if it can be: %s', (html, markdown) => expect(told(html)).toBe(markdown));
});

describe('cards of publishing systems', () => {
  it.each([
    ['<figure class="wp-block-gallery"><img src="a.jpg"></figure>', '![](picture-1.jpg)', []],
    [
      '<figure class="wp-block-gallery"><figure><img src="a.jpg"><figcaption>A</figcaption></figure><figcaption>Day</figcaption></figure>',
      '![](picture-1.jpg "A")\n\nDay',
      [],
    ],
    [
      '<figure class="wp-block-gallery"><a href="https://b.example/"><img src="a.jpg"></a></figure>',
      '![](picture-1.jpg)',
      ['https://b.example/'],
    ],
    [
      '<blockquote class="wp-block-pullquote"><p>One.</p><cite>Ana</cite></blockquote>',
      ':::pull-quote{speaker="Ana"}\nOne.\n:::',
      [],
    ],
    [
      '<figure class="wp-block-pullquote"><blockquote><p>One.</p></blockquote><cite> </cite></figure>',
      '> One.',
      [],
    ],
    ['<figure class="wp-block-pullquote"><p>One.</p></figure>', 'One.', []],
    [
      '<figure class="wp-block-embed">https://v.example/1</figure>',
      '[https://v.example/1](https://v.example/1)',
      [],
    ],
    ['<figure class="wp-block-embed">One two</figure>', 'One two', []],
    ['<div class="wp-block-file">One</div>', 'One', []],
    [
      '<div class="wp-block-file"><a href="https://a.example/b">B</a><a href="https://a.example/b">Get</a></div>',
      '[B](https://a.example/b)',
      ['Get'],
    ],
    [
      '<div class="kg-file-card"><a href="https://a.example/b"><div class="kg-file-card-filename">b.pdf</div></a></div>',
      '[b.pdf](https://a.example/b)',
      ['b.pdf'],
    ],
    ['<div class="kg-file-card">One</div>', 'One', []],
    [
      '<figure class="kg-bookmark-card"><a href="https://a.example/"></a><figcaption>So</figcaption></figure>',
      '[https://a.example/](https://a.example/)\n\nSo',
      [],
    ],
    ['<figure class="kg-bookmark-card"><p>One</p></figure>', 'One', []],
    [
      '<figure class="kg-bookmark-card"><a href="https://a.example/"><div class="kg-bookmark-title">T</div><span class="kg-bookmark-author">Ana</span><span class="kg-bookmark-publisher">AP</span></a></figure>',
      '[T](https://a.example/)',
      ['Ana', 'AP'],
    ],
    [
      '<figure class="kg-video-card"><video src="https://a.example/v" title="V"></video><figcaption>So</figcaption></figure>',
      '[V](https://a.example/v)\n\nSo',
      [],
    ],
    [
      '<div class="kg-audio-card"><audio src="https://a.example/v"></audio><div class="kg-audio-title">T</div><div class="kg-audio-duration">1:00</div></div>',
      '[T](https://a.example/v)',
      ['1:00'],
    ],
    ['<div class="kg-audio-card">One</div>', 'One', []],
    [
      '<table class="tr-caption-container"><tr><td>One</td><td class="tr-caption">two</td></tr></table>',
      'One | two',
      [],
    ],
  ])('say what they show: %s', (html, markdown, lost) => {
    const found = markdownOf(html);
    expect(found.markdown.trim()).toBe(markdown);
    expect(found.lost.map(({ text }) => text)).toEqual(lost);
  });
});

describe('pictures of HTML', () => {
  const address = (html: string) =>
    markdownOf(html, 'https://a.example/').pictures.map((one) => one.address);
  const home = 'https://a.example';
  it.each([
    ['<img src="a.jpg" data-orig-file="/o.jpg" srcset="b.jpg 900w">', `${home}/o.jpg`],
    ['<img src="a.jpg" data-srcset="b.jpg 300w, c.jpg 900w">', `${home}/c.jpg`],
    ['<img src="data:image/gif;base64,R0" data-lazy-src="a.jpg">', `${home}/a.jpg`],
    ['<img data-src="a.jpg">', `${home}/a.jpg`],
    ['<a href="/a.jpg"><img src="/a-300x200.jpg"></a>', `${home}/a.jpg`],
    ['<a href="/a-100x50.jpg"><img src="/a-300x200.jpg"></a>', `${home}/a-300x200.jpg`],
    ['<a href="/a-300x200.jpg"><img src="/a.jpg"></a>', `${home}/a.jpg`],
    ['<a href="/b.jpg"><img src="/a-300x200.jpg"></a>', `${home}/a-300x200.jpg`],
    ['<a href="/a"><img src="/a"></a>', `${home}/a`],
    ['<a href="/a.jpg"><img src="/a-30x20.jpg"><img src="/b.jpg"></a>', `${home}/a-30x20.jpg`],
  ])('come from the largest file: %s', (html, expected) => expect(address(html)[0]).toBe(expected));

  it('leave a link to a page of the same name, which is reported', () => {
    expect(markdownOf('<a href="/a"><img src="/a"></a>', `${home}/`).lost).toEqual([]);
    expect(markdownOf('<a href="/b"><img src="/a"></a>', `${home}/`).lost).toHaveLength(1);
  });
});

describe('the address of a picture', () => {
  it.each([
    ['https://a.example/a-300x200.jpg', 'https://a.example/a.jpg'],
    ['https://a.example/a-scaled.jpg?w=3#x', 'https://a.example/a.jpg'],
    ['https://i0.wp.com/a.example/a.jpg', 'https://a.example/a.jpg'],
    ['/content/images/size/w600h400/format/webp/a.jpg', '/content/images/a.jpg'],
    ['https://b.example/s320/a.jpg', 'https://b.example/w400-h300-c/a.jpg'],
    ['https://b.example/a=s320', 'https://b.example/a=w4-h3'],
  ])('is one whatever its size: %s', (one, other) => {
    expect(isSamePicture(one, other)).toBe(true);
    expect(pathOfPicture(one)).toBe(pathOfPicture(other));
    expect(isSamePicture(one, other.replace('/a', '/b'))).toBe(false);
  });

  it.each([
    ['https://1.bp.blogspot.com/x/s320/a.jpg', 'https://1.bp.blogspot.com/x/s1600/a.jpg'],
    ['https://lh3.googleusercontent.com/a=w400-h300', 'https://lh3.googleusercontent.com/a=s1600'],
    ['https://bp.example/x/s320/a.jpg', 'https://bp.example/x/s320/a.jpg'],
    ['https://i1.wp.com/a.example/a.jpg?w=3', 'https://a.example/a.jpg'],
    ['https://i1.wp.example/a.jpg', 'https://i1.wp.example/a.jpg'],
    ['/content/images/size/w600/a.jpg', '/content/images/a.jpg'],
    ['a.jpg', 'a.jpg'],
  ])('is that of its largest copy: %s', (small, large) => expect(largestOf(small)).toBe(large));

  it.each([
    ['a.jpg 300w, b.jpg 900w', 'b.jpg'],
    ['a.jpg, b.jpg 2x', 'b.jpg'],
    ['a.jpg 1.5x, b.jpg', 'a.jpg'],
    ['a.heic 900w, b.jpg 300w', 'b.jpg'],
    ['', undefined],
  ])('is one of several: %s', (srcset, largest) => expect(largestIn(srcset)).toBe(largest));

  it('tells whether it is one, and one that a story can have', () => {
    expect(['a.JPG?x', 'a.jpg/b', 'a.pdf', 'a.heic#x'].map(namesPicture)).toEqual([
      true,
      false,
      false,
      true,
    ]);
    const copies = [
      { address: 'a.heic?x', type: '' },
      { address: 'b', type: 'image/heic' },
      { address: 'c', type: 'image/jpeg' },
      { address: 'd.heic.jpg', type: '' },
      { address: 'e.CR2', type: '' },
    ];
    expect(takeableFirst(copies, (one) => one).map((one) => one.address)).toEqual([
      'c',
      'd.heic.jpg',
      'a.heic?x',
      'b',
      'e.CR2',
    ]);
  });
});

it.each([
  ['<p lang="sq">a b c</p><p>d</p>', 'sq', [], false],
  ['<p lang="sq">a</p><p>d</p>', undefined, ['sq'], false],
  ['<div lang="sq">a b c<p lang="fr">d</p></div>', 'sq', ['fr'], false],
  ['<p lang="sq"></p>a', undefined, [], false],
  ['<div dir="rtl">a b c<p dir="ltr">d</p></div>', undefined, [], true],
  ['<div dir="RTL">a<p dir="ltr">d</p></div>', undefined, [], false],
  ['<p lang="fr">a</p><p lang="de">b</p>', undefined, ['de', 'fr'], false],
])('reads the language of HTML word by word: %s', (html, language, others, isFromRight) => {
  expect(languageOf(parseHtml(html))).toEqual({
    ...(language && { language }),
    others,
    isFromRight,
  });
});

it.each([
  ['n', 'sup', 'ⁿ', true],
  ['n', 'sub', 'n', true],
  ['a', 'sup', 'ª', true],
  ['-3', 'sup', '⁻³', true],
  ['–3', 'sub', '₋₃', true],
  ['x=y', 'sub', 'x=y', false],
  ['2n', 'sup', '²ⁿ', true],
  ['2n', 'sub', '₂n', true],
  ['2x', 'sup', '^(2x)', false],
  ['2x', 'sub', '₂x', false],
  ['[1]', 'sup', '[¹]', true],
  ['1,2', 'sup', '¹,²', false],
  ['1 2', 'sub', '₁ ₂', true],
] as const)('sets what is raised or lowered: %s %s', (words, kind, text, isWhole) => {
  expect(raised(words, kind)).toEqual({ text, isWhole });
});

it.each([
  [' a  b ', 'a b'],
  ['a &amp; <b>b</b>', 'a & b'],
  ['<p>a</p><p>b</p>', 'a b'],
])('reads the words of a line of HTML: %s', (html, words) => expect(wordsOfHtml(html)).toBe(words));

describe('notes of word processors and editors', () => {
  const note = (mark: string, more = '') =>
    told(
      `<p>It.<a href="#n1" name="r1">${mark}</a></p><p>${more}<a href="#r1" name="n1">${mark}</a> Of 1999.</p>`,
    );
  it.each(['1', '[12]', '(iv)', '*', 'a'])('are known by their mark: %s', (mark) => {
    expect(note(mark)).toBe('It.[^1]\n\n[^1]: Of 1999.');
  });
  it.each(['1234', 'See', '*****'])('are none by other words: %s', (mark) => {
    expect(note(mark)).not.toContain('[^1]');
  });
  it('begin with their mark', () => {
    expect(note('1', ' ')).toContain('[^1]:');
    expect(note('1', 'See ')).not.toContain('[^1]');
  });

  const list = (entry: string, before = '', after = '') =>
    told(`<p>It.<sup><a href="#n" id="r">1</a></sup></p>${before}<ol>${entry}</ol>${after}`);
  const entry = '<li id="n">Of 1999. <a href="#r">↩</a></li>';
  it('leave with the list and the heading of it, and nothing else', () => {
    expect(list(entry, '<section><h2>Notes</h2>', '</section>')).toBe('It.[^1]\n\n[^1]: Of 1999.');
    expect(list(entry, '<section><p>Kept</p>', '</section>')).toBe(
      'It.[^1]\n\nKept\n\n[^1]: Of 1999.',
    );
    expect(list(entry, '<div>Kept', '</div>')).toBe('It.[^1]\n\nKept\n\n[^1]: Of 1999.');
    expect(list(`${entry}<li>Kept</li><li>too</li>`)).toBe(
      'It.[^1]\n\n1. Kept\n2. too\n\n[^1]: Of 1999.',
    );
  });
  it('are none where no link leads back, or none leads there', () => {
    for (const other of ['<li id="n">Of 1999.</li>', '<li id="n">Of 1999. <a href="#x">↩</a></li>'])
      expect(list(other)).not.toContain('[^1]');
    expect(list('<li id="m">Of 1999. <a href="#r">↩</a></li>')).not.toContain('[^1]');
  });
  it('keep what is raised in them, but for the way back', () => {
    const raisedBack = '<li id="n">Of the 19<sup>th</sup> year. <sup><a href="#r">↩</a></sup></li>';
    expect(list(raisedBack)).toBe('It.[^1]\n\n[^1]: Of the 19th year.');
  });
  it('have one number however often they are called', () => {
    const call = (id: string) => `<sup><a href="#n" id="${id}">1</a></sup>`;
    expect(
      told(
        `<p>It.${call('r')} Then.${call('s')}</p><ol><li id="n">Of 1999. <a href="#r">a</a> <a href="#s">b</a></li></ol>`,
      ),
    ).toBe('It.[^1] Then.[^1]\n\n[^1]: Of 1999.');
  });
});
