import { describe, expect, it } from 'vitest';
import { markdownOf, told } from './as-markdown.ts';

describe('lists of HTML', () => {
  it.each([
    ['<ol start="0"><li>A</li><li>B</li></ol>', '0. A\n1. B'],
    ['<ol start="-1"><li>A</li><li>B</li></ol>', '-1. A\n\n0\\. B'],
    ['<ol start="101"><li>A</li><li>B</li></ol>', '101\\. A\n\n102\\. B'],
    ['<ol type="A"><li>A</li><li>B</li></ol>', 'A. A\n\nB. B'],
    ['<ol type="a" start="26"><li>A</li><li>B</li></ol>', 'z. A\n\n27\\. B'],
    ['<ol type="a" start="0"><li>A</li><li>B</li></ol>', '0\\. A\n\na. B'],
    ['<ol type="i"><li>A</li><li>B</li></ol>', '1. A\n2. B'],
    ['<ol reversed start="5"><li>A</li><li>B</li></ol>', '5\\. A\n\n4\\. B'],
    ['<ol reversed>\n<li>A</li>\n<li>B</li>\n</ol>', '2\\. A\n\n1\\. B'],
    ['<ol><li>A</li><li value="5">B</li><li>C</li></ol>', '1\\. A\n\n5\\. B\n\n6\\. C'],
    ['<ol><li><p>A</p><p>more</p></li></ol>', '1\\. A\n\nmore'],
    ['<ol><li>A <b>b</b><ul><li>c</li><li>d</li></ul></li></ol>', '1\\. A **b**\n\n- c\n- d'],
    ['<ul><li>A</li></ul>', 'A'],
    ['<ul><li>A<ul><li>a</li></ul></li><li>B</li></ul>', '- A\n  - a\n- B'],
    ['<ul><li>A<ol><li>a</li></ol></li><li>B</li></ul>', '- A\n\n  1\\. a\n\n- B'],
    ['<ul>words<li>A</li><li>B</li></ul>', '- words\n\n  A\n- B'],
    ['<ul><p>words</p><li>A</li></ul>', 'words\n\nA'],
    ['<ul><li></li><li>A</li><li>B</li></ul>', '- A\n- B'],
    ['<li>A</li><p>b</p><li>C</li>', 'A\n\nb\n\nC'],
    ['<li>A</li>words<li>C</li>', 'A\n\nwords\n\nC'],
  ])('are counted as they were: %s', (html, markdown) => expect(told(html)).toBe(markdown));
});

describe('lines of HTML', () => {
  it.each([
    ['One<br>two', 'One\\\ntwo'],
    ['One<br>', 'One'],
    ['<br><br>One', 'One'],
    ['<p>One<br><br>two</p>', 'One\n\ntwo'],
    ['<p>One<br> <br>two</p>', 'One\n\ntwo'],
    ['<p>One<i><br></i>two</p>', 'One\\\ntwo'],
    ['<p><b>One<br><br>two<br><br>three</b></p>', '**One**\n\n**two**\n\n**three**'],
    ['<b>One</b><p>two</p>three', '**One**\n\ntwo\n\nthree'],
    ['<b><p>One</p></b>', 'One'],
    ['<p><b> One</b>two<b>three </b>four</p>', '**One**two**three** four'],
    ['<p>a<b> </b>b<i><br></i>c</p>', 'a b\\\nc'],
    ['<p><b>a </b> b</p>', '**a** b'],
    ['<p><s>a</s><s>b</s></p>', '~~ab~~'],
    ['<p>x<s>-a</s></p>', 'x ~~-a~~'],
    ['<p>x <s>-a-</s> y</p>', 'x ~~-a-~~ y'],
    ['<p>x<s>a</s>y</p>', 'x~~a~~y'],
    ['<p>x<s>a-</s>y</p>', 'x~~a-~~ y'],
    ['<p><s>-a-</s></p>', '~~-a-~~'],
    ['<p><s>a <del>b</del> c</s></p>', '~~a b c~~'],
    ['<p><code>a\n b</code><code>c</code></p>', '`a bc`'],
    ['<p>A <b></b>b<i> </i> c</p>', 'A b c'],
    ['<h2> <b>A</b><br></h2>', '## **A**'],
    ['<h2><br></h2>One', 'One'],
    ['<h2>A<img src="a.jpg"><p>b</p></h2>', '## A b\n\n![](picture-1.jpg)'],
    [
      '<h3>A</h3><h3>B</h3><h2>C</h2><h3>D</h3><h5>E</h5>',
      '## A\n\n### B\n\n## C\n\n### D\n\n#### E',
    ],
    ['<blockquote>a<br><br>b</blockquote>', '> a\n>\n> b'],
    ['<blockquote><blockquote> </blockquote></blockquote>a', 'a'],
    ['<pre>a\n  b</pre>', '```\na\n  b\n```'],
    ['<xmp>a</xmp>', '```\na\n```'],
    ['<p>x<sup>2n</sup></p>', 'x²ⁿ'],
    ['<p>x<sub>2n</sub></p>', 'x₂n'],
    ['<p>x<sub>n</sub></p>', 'xn'],
    ['<p>x<sup> <a href="https://a.example/">1</a></sup></p>', 'x[1](https://a.example/)'],
  ])('are as they were: %s', (html, markdown) => expect(told(html)).toBe(markdown));
});

describe('what HTML says besides its words', () => {
  it.each([
    ['<p title="T">One</p>', [{ what: 'title of p', text: 'T' }]],
    ['<p>x<sup>2x</sup></p>', [{ what: 'superscript', text: '2x' }]],
    ['<p>x<sub>2x</sub></p>', [{ what: 'subscript', text: '2x' }]],
    ['<p><s><p>One</p></s></p>', []],
    ['<s><p>One</p></s>', [{ what: 'struck out', text: 'One' }]],
    ['<button>Go</button><button> </button>', [{ what: 'button', text: 'Go' }]],
    ['<a href="x">One</a>', [{ what: 'link', text: 'One → x' }]],
    ['<a href="javascript:x">One</a>', []],
    ['<a href="">One</a><a>two</a>', []],
    [
      '<a href="https://a.example/"><img src="b.jpg"></a>',
      [{ what: 'link around a picture', text: 'https://a.example/' }],
    ],
    [
      '<a href="https://a.example/"><p><img src="b.jpg"></p></a>',
      [{ what: 'link', text: 'https://a.example/' }],
    ],
    ['<a href="https://a.example/"><p>One</p></a>', []],
    ['<img src="a.jpg" title="T">', [{ what: 'title of a picture', text: 'T' }]],
    [
      '<figure><img src="a.jpg"><figcaption>A <a href="/b">b</a></figcaption></figure>',
      [{ what: 'link in a caption', text: 'b → /b' }],
    ],
    [
      '<video src="https://a.example/v">No film</video>',
      [{ what: 'words in video', text: 'No film' }],
    ],
  ])('is told: %s', (html, lost) => expect(markdownOf(html).lost).toEqual(lost));

  it.each([
    ['<h1>A</h1>', '1 × h1 turned into h2'],
    ['<p onclick="x" onload="y">One</p>', '2 × event handler'],
    ['<input><input>One', '2 × input'],
    ['<a href=" data:x">One</a>', '1 × link that would run a script'],
    ['<a href="x">One</a>', '1 × link without a known address'],
    ['<img alt="A">', '1 × picture without an address'],
    ['<iframe></iframe>One', '1 × iframe'],
    ['<iframe src="mailto:a@a.example"></iframe>One', '1 × iframe'],
    ['<audio><source src="https://a.example/a"></audio>', '1 × audio turned into a link'],
    ['<select><option>a</select>One', '1 × select'],
  ])('is counted: %s', (html, note) => {
    expect(markdownOf(html).notes).toEqual([`The HTML had ${note}.`]);
  });
});

describe('frames and figures', () => {
  it.each([
    ['<a href="https://a.example/" title="T">One</a>', '[One](https://a.example/ "T")'],
    [
      '<a href="https://a.example/"><p>One</p><img src="a.jpg"></a>',
      '[One](https://a.example/)\n\n![](picture-1.jpg)',
    ],
    ['<a href="#x">One</a>', 'One'],
    [
      '<audio><source src="https://a.example/a"></audio>',
      '[https://a.example/a](https://a.example/a)',
    ],
    ['<video src="https://a.example/v" title="T"></video>', '[T](https://a.example/v)'],
    ['<figure><figcaption>Now</figcaption><p>One</p></figure>', 'Now\n\nOne'],
    ['<figure><p>One</p><figcaption>Now</figcaption></figure>', 'One\n\nNow'],
    ['<figure><p>One</p></figure>', 'One'],
    [
      '<figure><img src="a.jpg"><img src="b.jpg"><figcaption>Now</figcaption></figure>',
      '![](picture-1.jpg "Now")\n\n![](picture-2.jpg)',
    ],
    [
      '<div class="wp-caption"><img src="a.jpg"><p class="wp-caption-text">Now</p></div>',
      '![](picture-1.jpg "Now")',
    ],
    [
      '<figure><table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table><p>One</p><figcaption>Now</figcaption></figure>',
      '- a | b\n- c | d\n\nOne\n\nNow',
    ],
    ['<table><tr><td>a</td><td>b</td></tr></table>', 'a | b'],
    [
      '<table><tr><td>a<img src="a.jpg"></td></tr><tr><td>b</td></tr></table>',
      '- a\n- b\n\n![](picture-1.jpg)',
    ],
    ['<table></table>One', 'One'],
    ['<tr><td>a</td></tr>', 'a'],
    ['<p>One <img src="a.jpg"></p>', 'One\n\n![](picture-1.jpg)'],
    ['<p><img src="a.jpg"> <br> two</p>', '![](picture-1.jpg)\n\ntwo'],
    ['<ul><li><img src="a.jpg"></li><li>b</li><li>c</li></ul>', '- b\n- c\n\n![](picture-1.jpg)'],
    ['<blockquote><img src="a.jpg"></blockquote>', '![](picture-1.jpg)'],
    [
      '<ul><li><b>a</b> <i>b</i> <img src="a.jpg"></li><li>c</li></ul>',
      '- **a** _b_\n- c\n\n![](picture-1.jpg)',
    ],
    ['<p><b><img src="a.jpg">a</b></p>', '![](picture-1.jpg)\n\n**a**'],
  ])('keep their words and pictures: %s', (html, markdown) => expect(told(html)).toBe(markdown));
});
