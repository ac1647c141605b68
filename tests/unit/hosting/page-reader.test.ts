import { describe, expect, it } from 'vitest';
import { pageReader, type Need } from '../../../src/hosting/page-reader.ts';

const read = pageReader('https://a.example/news/');
const page = 'https://a.example/news/a/';
const needsOf = (html: string) => read(html, page).facts.needs;

// printf 'f()' | openssl dgst -sha256 -binary | base64, and so on
const hashes = {
  'f()': "'sha256-GcEEE0IkDzIP5EQ6DXZaDPORqT5RTBELX8Fyzyg9yvo='",
  'b{}': "'sha256-7yqHVAesot11p6HczDsgKRipvI5UPgs97z80zNXlans='",
};

describe('a script in a page', () => {
  it.each([
    ['<script>f()</script>'],
    ['<SCRIPT data-words="<script>">f()</SCRIPT >'],
    ['<script type="module">f()</script>'],
    ['<script type=" Text/JavaScript ">f()</script>'],
    ['<script type="importmap">f()</script>'],
    ['<script type="speculationrules">f()</script>'],
    ['<script language="javascript">f()</script>'],
    ['<svg><script>f&#40;)</script></svg>'],
    ['<p>a < b</p><script>f()</script>'],
    ['<iframe srcdoc="<script>f()</script>"></iframe>'],
    ['<script>f()</script><script async>f()</script>'],
  ])('is known by its hash: %s', (html) => {
    expect(read(html, page).facts.scripts).toEqual([hashes['f()']]);
  });

  it.each([
    ['<script type="application/ld+json">f()</script>'],
    ['<script type="text/plain">f()</script>'],
    ['<script src="/news/x.js">f()</script>'],
    ['<!-- <script>f()</script> -->'],
    ['<p title="<script>f()</script>">'],
    ['<textarea><script>f()</script></textarea>'],
    ['<style><script>f()</script></style>'],
  ])('has no hash where it is no code in the page: %s', (html) => {
    expect(read(html, page).facts.scripts).toEqual([]);
  });

  it('has the hash of what a browser reads, whatever ends its lines', () => {
    expect(read('<script>f()\r\ng()\rh()</script>', page).facts).toEqual(
      read('<script>f()\ng()\nh()</script>', page).facts,
    );
  });

  it('has the hash of all of its text when there is something like a tag in it', () => {
    // printf 'a="<b>&amp;</b>"' | openssl dgst -sha256 -binary | base64
    expect(read('<script>a="<b>&amp;</b>"</script>', page).facts.scripts).toEqual([
      "'sha256-Fe50ATLyacbwadAz96MM28j4XjJL7ubdQUuApRfe5BI='",
    ]);
  });

  it('is a file of the site, or needs the origin of another', () => {
    expect(read('<script type="module" src="/news/_astro/x.js"></script>', page).facts).toEqual({
      styles: [],
      scripts: [],
      hasScriptFile: true,
    });
    expect(read('<link rel="modulepreload" href="x.js">', page).facts.hasScriptFile).toBe(true);
    expect(read('<script type="text/plain" src="x.js"></script>', page).facts).toEqual({
      styles: [],
      scripts: [],
    });
  });
});

it.each([
  ['<style>b{}</style>'],
  ['<style media="print">b{}</style>'],
  ['<svg><style>b&#123;}</style></svg>'],
  ['<noscript><style>b{}</style></noscript>'],
])('a style is known by its hash: %s', (html) => {
  expect(read(html, page).facts).toEqual({ styles: [hashes['b{}']], scripts: [] });
});

describe('what an element needs beyond the site', () => {
  it.each([
    ['<script src="https://x.example/a.js"></script>', 'script-src', 'https://x.example'],
    ['<script src="//x.example:8443/a.js"></script>', 'script-src', 'https://x.example:8443'],
    ['<script src="/\\x.example/a.js"></script>', 'script-src', 'https://x.example'],
    ['<script src="/\t/x.example/a.js"></script>', 'script-src', 'https://x.example'],
    ['<script src=" HTTPS://X.example/a.js"></script>', 'script-src', 'https://x.example'],
    [
      '<script src="https://a.example.x.example/"></script>',
      'script-src',
      'https://a.example.x.example',
    ],
    ['<script src="data:text/javascript,f()"></script>', 'script-src', 'data:'],
    [
      '<svg><script href="https://x.example/a.js"></script></svg>',
      'script-src',
      'https://x.example',
    ],
    ['<link rel="modulepreload" href="https://x.example/a.js">', 'script-src', 'https://x.example'],
    [
      '<link rel="preload" as="script" href="https://x.example/a.js">',
      'script-src',
      'https://x.example',
    ],
    ['<link rel="stylesheet" href="/news/a.css">', 'style-src', "'self'"],
    ['<link rel="preload stylesheet" as="style" href="a.css">', 'style-src', "'self'"],
    ['<style>@import "https://x.example/a.css";</style>', 'style-src', 'https://x.example'],
    ['<style>@import url(https://x.example/a.css);</style>', 'style-src', 'https://x.example'],
    [
      '<style>@font-face{src:url(https://x.example/a.woff2)}</style>',
      'font-src',
      'https://x.example',
    ],
    ['<link rel="preload" as="font" href="https://x.example/a">', 'font-src', 'https://x.example'],
    ['<style>b{}p{background:url("https://x.example/a")}</style>', 'img-src', 'https://x.example'],
    ['<img src="http://x.example/a.png">', 'img-src', 'http://x.example'],
    ['<img src="data:image/png;base64,AA">', 'img-src', 'data:'],
    ['<img srcset="/news/a.png 1x, https://x.example/a.png 2x">', 'img-src', 'https://x.example'],
    ['<source srcset="https://x.example/a.png">', 'img-src', 'https://x.example'],
    ['<input type="image" src="https://x.example/a.png">', 'img-src', 'https://x.example'],
    ['<video poster="https://x.example/a.png"></video>', 'img-src', 'https://x.example'],
    ['<td background="https://x.example/a.png">', 'img-src', 'https://x.example'],
    ['<svg><image href="https://x.example/a.png"/></svg>', 'img-src', 'https://x.example'],
    ['<svg><use xlink:href="https://x.example/a.svg#b"/></svg>', 'img-src', 'https://x.example'],
    ['<link rel="icon" href="https://x.example/a.png">', 'img-src', 'https://x.example'],
    ['<link rel="apple-touch-icon" href="https://x.example/a">', 'img-src', 'https://x.example'],
    ['<link rel="mask-icon" href="https://x.example/a">', 'img-src', 'https://x.example'],
    ['<svg><feImage href="https://x.example/a"/></svg>', 'img-src', 'https://x.example'],
    [
      '<link rel="preload" as="image" imagesrcset="https://x.example/a 2x">',
      'img-src',
      'https://x.example',
    ],
    ['<audio src="https://x.example/a.mp3"></audio>', 'media-src', 'https://x.example'],
    ['<video src="blob:https://a.example/1"></video>', 'media-src', 'blob:'],
    ['<video><source src="https://x.example/a.mp4"></video>', 'media-src', 'https://x.example'],
    ['<video><track src="https://x.example/a.vtt"></video>', 'media-src', 'https://x.example'],
    [
      '<link rel="preload" as="fetch" href="https://x.example/a">',
      'connect-src',
      'https://x.example',
    ],
    ['<a href="/" ping="/news/ https://x.example/">', 'connect-src', 'https://x.example'],
    ['<link rel="manifest" href="https://x.example/a">', 'manifest-src', 'https://x.example'],
    ['<iframe src="https://x.example/"></iframe>', 'frame-src', 'https://x.example'],
    ['<frame src="https://x.example/">', 'frame-src', 'https://x.example'],
    ['<iframe src="/news/b/"></iframe>', 'frame-src', "'self'"],
    ['<iframe srcdoc="<img src=https://x.example/a>"></iframe>', 'img-src', 'https://x.example'],
    ['<object data="/news/a.pdf"></object>', 'object-src', "'self'"],
    ['<embed src="https://x.example/a">', 'object-src', 'https://x.example'],
    ['<form action="https://x.example/"></form>', 'form-action', 'https://x.example'],
    ['<form action="mailto:a@x.example"></form>', 'form-action', 'mailto:'],
    ['<button formaction="https://x.example/">', 'form-action', 'https://x.example'],
    ['<base href="/news/">', 'base-uri', "'self'"],
    ['<p style="">', 'style-src-attr', 'style'],
    ['<p ONCLICK="f()">', 'script-src-attr', 'onclick'],
    ['<svg onload="f()"></svg>', 'script-src-attr', 'onload'],
    ['<a href="javascript:f()">', 'script-src-attr', 'javascript:'],
    ['<map><area href="javascript:f()"></map>', 'script-src-attr', 'javascript:'],
    ['<a href=" java&Tab;script:f()">', 'script-src-attr', 'javascript:'],
    ['<form action="javascript:f()"></form>', 'script-src-attr', 'javascript:'],
    ['<iframe src="javascript:f()"></iframe>', 'script-src-attr', 'javascript:'],
  ])('is told: %s', (html, directive, source) => {
    expect(needsOf(html)).toEqual({ [directive]: [source] });
  });

  it.each([
    ['<img src="/news/a.png" srcset="b.png 1x, ../c.png 2x"><img src="https://a.example/x.png">'],
    [
      '<img alt="no address" src=""><iframe src="about:blank"></iframe><iframe src=""></iframe><iframe></iframe>',
    ],
    ['<form action=""></form><form action="/news/search/"></form><form></form>'],
    ['<a href="https://x.example/">a</a><a href="mailto:a@x.example">b</a><a href="#javascript:">'],
    [
      '<link rel="canonical" href="https://x.example/"><link rel="alternate" href="https://x.example/">',
    ],
    ['<link rel="preconnect" href="https://x.example/"><link rel="manifest" href="/news/m">'],
    ['<meta property="og:image" content="https://x.example/a"><meta content="javascript: a tale">'],
    ['<my-player once only>'],
    ['<style>p{background:url(/news/a.png)}@font-face{src:url(a.woff2)}</style>'],
    ['<img src="https://[">'],
    ['<p title=" style= onclick=&quot;f()&quot;"> onclick="f()"</p>'],
    ['<x-a constructor="a" tostring="b" src="https://x.example/">'],
  ])('is nothing of %s', (html) => {
    expect(needsOf(html)).toBeUndefined();
  });

  it('is told once for all elements, and with the place of each to who asks', () => {
    const html = '<p>\n<img src="https://x.example/a">\n<img src="https://x.example/b">';
    const told: Need[] = [];
    expect(read(html, page, (need) => told.push(need)).facts.needs).toEqual({
      'img-src': ['https://x.example'],
    });
    expect(told.map(({ element, start, end }) => [element, html.slice(start, end)])).toEqual([
      ['img', '<img src="https://x.example/a">'],
      ['img', '<img src="https://x.example/b">'],
    ]);
  });
});

it.each([
  ['<img src="/news/_astro/a.webp">', ['_astro/a.webp']],
  [
    '<img srcset="/news/_astro/a.avif 1x, /news/_astro/b.avif 2x">',
    ['_astro/a.avif', '_astro/b.avif'],
  ],
  ['<img src="/news/_astro/_x_(y).webp">', ['_astro/_x_(y).webp']],
  ['<img src="/news/_astro/a&amp;b.webp">', ['_astro/a&b.webp']],
  ['<meta property="og:image" content="https://a.example/news/cards/1.png">', ['cards/1.png']],
  [
    '<script type="application/ld+json">{"a":"https://a.example/news/_astro/a.jpg"}</script>',
    ['_astro/a.jpg'],
  ],
  ['<style>p{background:url(/news/_astro/a.png)}</style>', ['_astro/a.png']],
  ['<object data="/news/maps/1.svg#lines"></object>', ['maps/1.svg']],
  ['<a href="/news/media/1-%C3%A9%20a.mp3?b">', ['media/1-é a.mp3']],
  ['<link rel="preload" as="image" imagesrcset="/news/_astro/a.avif 1x">', ['_astro/a.avif']],
  ['<img src="/news/_astro/a.webp"><img src="/news/_astro/a.webp">', ['_astro/a.webp']],
  ['<link rel="preload" as="font" href="/news/_astro/fonts/a.woff2">', []],
  ['<a href="https://x.example/news/_astro/a.jpg">', []],
  ['<p title="/news/_astro/a.jpg">/news/_astro/a.jpg</p>', []],
])('the files that a page shows are found in %s', (html, assets) => {
  expect(read(html, page).assets).toEqual(assets);
});

it('forgets nothing between pages, and takes nothing from one to the next', () => {
  const many = Array.from({ length: 250 }, (_, at) => `<style>b{order:${at}}</style>`);
  const once = many.map((html) => read(html, page).facts.styles);
  expect(new Set(once.flat()).size).toBe(250);
  expect(many.map((html) => read(html, page).facts.styles)).toEqual(once);
});
