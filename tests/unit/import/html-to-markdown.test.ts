import { describe, expect, it } from 'vitest';
import { setBody } from '../../../src/desk/body.ts';
import { htmlToMarkdown } from '../../../src/import/html-to-markdown.ts';
import { raised } from '../../../src/import/raised.ts';
import { markdownOf, told } from './as-markdown.ts';

describe('html to markdown', () => {
  it('keeps what Markdown can say', () => {
    expect(
      told(
        '<p>One <b>bold</b> &amp; <i>leaning</i> word.</p><blockquote><p>Said.</p></blockquote>',
      ),
    ).toBe('One **bold** & _leaning_ word.\n\n> Said.');
  });

  it('begins with the second heading and skips none', () => {
    expect(told('<h1>A</h1><h4>B</h4><h2>C</h2><h6>D</h6>')).toBe('## A\n\n### B\n\n## C\n\n### D');
  });

  it('takes documents without the notes on their files', () => {
    const entry =
      '<li><a href="https://a.example/a.pdf">A</a>, signed <small>(PDF, 12 kB)</small></li>';
    expect(
      told(`<figure class="documents"><figcaption>All</figcaption><ul>${entry}</ul></figure>`),
    ).toBe(':::documents[All]\n- [A](https://a.example/a.pdf), signed\n:::');
  });

  it.each(['figure', 'div'])('sets as plain words what 300 <%s> enclose', (tag) => {
    const { markdown, notes } = markdownOf(`${`<${tag}>`.repeat(300)}<b>One</b> boat`);
    expect(markdown).toBe('One boat\n');
    expect(notes.join()).toContain('nested too deeply, set as plain text');
  });

  it('makes a list only of numbers to 100, and words of higher ones', () => {
    const list = (tag: string) => told(`<${tag}><li>One</li><li>Two</li></${tag.slice(0, 2)}>`);
    expect(list('ul')).toBe('- One\n- Two');
    expect(list('ol start="99"')).toBe('99. One\n100. Two');
    expect(list('ol start="100"')).toBe('100\\. One\n\n101\\. Two');
  });

  it('keeps who is quoted where a pull quote cannot stand', () => {
    const quote =
      '<figure class="pull-quote"><blockquote><p>We sail.</p></blockquote><figcaption>Ana</figcaption></figure>';
    expect(told(`<blockquote><p>Said:</p>${quote}</blockquote>`)).toBe(
      '> Said:\n>\n> We sail.\n>\n> Ana',
    );
  });

  it('keeps the paragraphs of a pull quote, whether or not they are marked as quoted', () => {
    const quote = (words: string) =>
      told(`<figure class="pull-quote">${words}<figcaption>Ana</figcaption></figure>`);
    const set = ':::pull-quote{speaker="Ana"}\nWe sail.\n\nWe stay.\n:::';
    expect(quote('<p>We sail.</p><p>We stay.</p>')).toBe(set);
    expect(quote('<blockquote><p>We sail.</p><p>We stay.</p></blockquote>')).toBe(set);
  });

  it('takes for no number what is raised as a word is', () => {
    expect(raised('st', 'sup')).toEqual({ text: 'st', isWhole: true });
    expect(raised('o', 'sup')).toEqual({ text: 'º', isWhole: true });
    expect(raised('x+y', 'sup')).toEqual({ text: 'x+y', isWhole: false });
  });

  it('names the language of code only where it can be one', () => {
    const code = (name: string) => told(`<pre><code class="language-${name}">x</code></pre>`);
    expect(code('c++')).toBe('```c++\nx\n```');
    expect(code('a&quot;b')).toBe('```\nx\n```');
  });

  it('makes one list of entries that are in none', () => {
    expect(told('<p>A</p><li>One</li><li>Two</li><p>B</p>')).toBe('A\n\n- One\n- Two\n\nB');
  });

  it('drops what could do harm, and counts it', () => {
    const html = `<p onclick="x()">Go <a href="java\tscript:alert(1)">there</a>.</p><script>alert(1)</script><style>p{}</style>`;
    const { markdown, notes } = markdownOf(html);
    expect(markdown).toBe('Go there.\n');
    expect(notes).toEqual([
      'The HTML had 1 × event handler, 1 × link that would run a script, 1 × script, 1 × style.',
    ]);
  });

  it('quotes a form as lost, and keeps what is struck out', () => {
    const { markdown, lost } = markdownOf(
      '<p>It is <s>five</s> seven.</p><form>Sign <b>up</b></form>',
    );
    expect(markdown).toBe('It is ~~five~~ seven.\n');
    expect(lost).toEqual([{ what: 'form', text: 'Sign up' }]);
  });

  it('turns a frame into a link', () => {
    expect(told('<iframe src="https://video.example/1" title="The launch"></iframe>')).toBe(
      '[The launch](https://video.example/1)',
    );
  });

  it('turns a table into a list', () => {
    const html =
      '<table><tr><th>Town</th><th>Boats</th></tr><tr><td>Lowport</td><td><p>3</p></td></tr></table>';
    expect(told(html)).toBe('- Town | Boats\n- Lowport | 3');
  });

  const rows = '<tr><th>Town</th><th>Boats</th></tr><tr><td>Low|port</td><td>3</td></tr>';
  it.each([
    ['with a caption', `<table><caption>Boats <b>now</b></caption>${rows}</table>`],
    ['in a figure', `<figure><table>${rows}</table><figcaption>Boats now</figcaption></figure>`],
    ['within others', `<div><div><table><caption>Boats now</caption>${rows}</table></div></div>`],
  ])('makes a block of a table %s', (_, html) => {
    expect(told(html)).toBe(
      ':::table[Boats now]\n| Town      | Boats |\n| --------- | ----- |\n| Low\\|port | 3     |\n:::',
    );
    expect(setBody(told(html)).problems).toEqual([]);
  });

  it.each([
    [
      'with a caption that is none',
      `<table><caption>${'long '.repeat(60)}</caption>${rows}</table>`,
    ],
    ['in a quotation', `<blockquote><table><caption>Boats</caption>${rows}</table></blockquote>`],
    [
      'in a table',
      `<table><tr><td><table><caption>Boats</caption>${rows}</table></td></tr></table>`,
    ],
    ['in a heading', `<h2><table><caption>Boats</caption>${rows}</table></h2>`],
  ])('keeps the words of a table %s, which is no block', (_, html) => {
    const { body, problems } = setBody(told(html));
    expect(problems).toEqual([]);
    expect(body.blocks.map(({ type }) => type)).toEqual(['prose']);
    for (const word of [/Boats|long long/, /Low\\?\|port/, /3/]) expect(told(html)).toMatch(word);
  });

  it('makes figures of pictures, wherever they stand', () => {
    const html = `<p>Before <a href="/big.jpg"><img src="/a.jpg" alt="A boat"></a> after.</p>
      <figure><img src="b.webp"><figcaption>The <b>quay</b>. (Vera Quay/AP)</figcaption></figure>
      <ul><li>Point <img src="c.gif"></li></ul>`;
    const { markdown, pictures, lost } = markdownOf(html, 'https://town.example/news/');
    expect(markdown).toBe(
      [
        'Before',
        '![A boat](picture-1.jpg)',
        'after.',
        '![](picture-2.webp "The quay. (Vera Quay/AP)")',
        'Point',
        '![](picture-3.png)\n',
      ].join('\n\n'),
    );
    expect(pictures.map(({ address, needs }) => [address, needs])).toEqual([
      ['https://town.example/a.jpg', ['file', 'caption', 'credit']],
      ['https://town.example/news/b.webp', ['file', 'alt']],
      ['https://town.example/news/c.gif', ['file', 'alt', 'caption', 'credit']],
    ]);
    expect(lost).toEqual([{ what: 'link around a picture', text: 'https://town.example/big.jpg' }]);
  });

  it('drops pictures of one dot, which only count readers', () => {
    const img = (size: string) =>
      markdownOf(`<p>One</p><img src="/a.png" ${size}>`, 'https://a.b/');
    expect(img('width="1" height="1"').pictures).toEqual([]);
    expect(img('width="1" height="1"').notes).toEqual(['The HTML had 1 × tracking picture.']);
    for (const size of ['width="1" height="90"', 'width="90" height="1"', 'width="90" height="90"'])
      expect(img(size).pictures).toHaveLength(1);
  });

  it('keeps a line across', () => {
    expect(told('<p>One</p><hr><p>two</p>')).toBe('One\n\n---\n\ntwo');
  });

  it('says where a link led that it cannot keep', () => {
    const { markdown, lost } = markdownOf('<p>See <a href="../other">the other</a>.</p>');
    expect(markdown).toBe('See the other.\n');
    expect(lost).toEqual([{ what: 'link', text: 'the other → ../other' }]);
  });

  it.each([
    [
      '<p>10<sup>6</sup> kg of CO<sub>2</sub> from 400 m<sup>2</sup></p>',
      '10⁶ kg of CO₂ from 400 m²',
    ],
    ['<p>10<sup>-3</sup>, x<sup>n</sup>, PM<sub>2.5</sub></p>', '10⁻³, xⁿ, PM₂.₅'],
    ['<p>The 1<sup>st</sup> M<sup>me</sup> Roux, n<sup>o</sup> 5</p>', 'The 1st Mme Roux, nº 5'],
    ['<p>2<sup>2x</sup></p>', '2^(2x)'],
  ])('keeps a number that is raised apart from the one before it: %s', (html, markdown) => {
    expect(told(html)).toBe(markdown);
  });

  it('tells of what is raised and has no character for that', () => {
    expect(markdownOf('<p>2<sup>2x</sup> PM<sub>2.5</sub> 10<sup>6</sup></p>').lost).toEqual([
      { what: 'superscript', text: '2x' },
      { what: 'subscript', text: '2.5' },
    ]);
  });

  it.each([
    ['<p><strong>CITY<br></strong>Text</p>', '**CITY**\\\nText'],
    [
      '<p><b>bold </b>word<i> lean</i><a href="https://a.example/"> there</a></p>',
      '**bold** word _lean_ [there](https://a.example/)',
    ],
    [
      '<p>5 <font color="red">million</font> <ins>euros</ins> <o:p>now</o:p></p>',
      '5 million euros now',
    ],
    ['<div>One<br><br>two<br>three<br /> <br>four</div>', 'One\n\ntwo\\\nthree\n\nfour'],
    ['One <b>two<br><br>three</b> four', 'One **two**\n\n**three** four'],
  ])('keeps lines as they were: %s', (html, markdown) => {
    expect(told(html)).toBe(markdown);
  });

  it.each([
    ['<ol start="24"><li>марта 1999. почело је.</li></ol>', '24\\. марта 1999. почело је.'],
    ['<ol reversed><li>A</li><li>B</li></ol>', '2\\. A\n\n1\\. B'],
    ['<ol><li>A</li><li value="7">B</li></ol>', '1\\. A\n\n7\\. B'],
    ['<ol type="a"><li><p>A</p></li><li>B</li></ol>', 'a. A\n\nb. B'],
    ['<ol start="3"><li>A</li><li>B</li></ol>', '3. A\n4. B'],
  ])('counts as the list does: %s', (html, markdown) => {
    expect(told(html)).toBe(markdown);
    expect(setBody(told(html)).problems).toEqual([]);
  });

  it.each([
    [
      'of the web',
      '<p>It follows.<sup><a href="#n1" id="r1">1</a></sup> Then.</p><ol><li id="n1">Of <i>1999</i>. <a href="#r1">↩</a></li></ol>',
    ],
    [
      'with a space in its mark',
      '<p>It follows.<sup> <a href="#n1" id="r1">1</a> </sup> Then.</p><ol><li id="n1">Of <i>1999</i>. <a href="#r1">↩</a></li></ol>',
    ],
    [
      'of a word processor',
      '<p>It follows.<a href="#_ftn1" name="_ftnref1"><sup>[1]</sup></a> Then.</p><hr><p><a href="#_ftnref1" name="_ftn1">[1]</a> Of <i>1999</i>.</p>',
    ],
    [
      'of a block editor',
      '<p>It follows.<sup data-fn="a-b" class="fn"><a href="#a-b" id="a-b-link">1</a></sup> Then.</p><ol class="wp-block-footnotes"><li id="a-b">Of <i>1999</i>. <a href="#a-b-link">↩︎</a></li></ol>',
    ],
  ])('keeps a footnote %s, whose mark is no number of the text', (_, html) => {
    expect(told(html)).toMatch(/^It follows\.\[\^1\] Then\.\n\n(?:---\n\n)?\[\^1\]: Of _1999_\.$/);
  });

  it('leaves a list of contents and what it leads to', () => {
    const html =
      '<p><a href="#p1">1</a> <a href="#p2">2</a></p><div id="p1"><p>One.</p></div><div id="p2"><p>Two.</p></div>';
    expect(told(html)).toBe('1 2\n\nOne.\n\nTwo.');
  });

  it('does not open a block of the desk', () => {
    const { markdown } = markdownOf('<p>:::pull-quote</p><p>at 9:30</p>');
    expect(setBody(markdown).problems).toEqual([]);
    expect(markdown).toContain('at 9:30');
  });

  it.each([
    '<p>:::</p>',
    '<p>::::::</p>',
    '<p><strong>:::</strong> words</p>',
    '<p>One<br><b>:::quote</b> two</p>',
    '<ul><li>::: a</li><li><i>:::</i></li></ul>',
    '<blockquote>:::</blockquote>',
  ])('keeps colons that look like the line of a block: %s', (html) => {
    const { markdown } = markdownOf(html);
    const { problems, body } = setBody(markdown);
    expect(problems).toEqual([]);
    expect(JSON.stringify(body.blocks)).toContain(':::');
  });

  it('makes no list of one entry, or of none, of what is no block', () => {
    expect(told('<p><dl class="key-figures"><p>17')).toBe('17');
    expect(told('<p>One</p><p><table><th><p><tr></table><p>two</p>')).toBe('One\n\ntwo');
  });

  it('drops a quotation without words', () => {
    expect(told('<p>One</p><blockquote><p> <br></p></blockquote><p>two</p>')).toBe('One\n\ntwo');
    expect(told('<ul><li><blockquote></blockquote>a</li><li>b</li></ul>')).toBe('- a\n- b');
  });

  it('takes out characters that hide or turn text', () => {
    expect(told('<p>A\u202Eb&#x202E;c&#0;d</p>')).not.toMatch(/[\u0000-\u0008\u202E]/);
  });

  it('drops headings and links in which nothing shows', () => {
    expect(told('<h3>&#x202E;</h3><p>One <a href="https://a.example/">&#x202E; </a>two.</p>')).toBe(
      'One two.',
    );
  });

  it('joins neighbours of a kind, whose marks would run together', () => {
    expect(told('<p><b>a</b><b>b</b> <code></code><code>![x](y)</code><i></i></p>')).toBe(
      '**ab** `![x](y)`',
    );
  });

  it('sets as plain text what nests deeper than a story does', () => {
    const { markdown, notes } = markdownOf(`${'<div>'.repeat(80)}<p>Deep <b>down</b></p>`);
    expect(markdown).toBe('Deep down\n');
    expect(notes).toEqual(['The HTML had 1 × nested too deeply, set as plain text.']);
  });

  it('refuses to nest without end, at once', () => {
    for (const tag of ['div', 'b', 'a', 'blockquote', 'font'])
      expect(() => htmlToMarkdown(`<${tag}>`.repeat(200_000))).toThrow(
        'nested more than 500 levels deep',
      );
    expect(told(`${'<div>'.repeat(400)}deep`)).toBe('deep');
    expect(setBody(told(`${'<blockquote><ul><li>'.repeat(160)}deep`)).problems).toEqual([]);
  });
});
