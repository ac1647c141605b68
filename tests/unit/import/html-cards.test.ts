import { describe, expect, it } from 'vitest';
import { markdownOf, told } from './as-markdown.ts';

describe('what publishing systems write', () => {
  it.each([
    ['a link to it', '<a href="/u/a.jpg"><img src="/u/a-300x200.jpg"></a>', 'u/a.jpg'],
    ['a link to more', '<a href="/s1600/a.jpg"><img src="/s320/a.jpg"></a>', 's1600/a.jpg'],
    [
      'the largest copy',
      '<img src="/a.jpg?w=3" srcset="/a.jpg?w=3 300w, /a.jpg?w=9 900w">',
      'a.jpg?w=9',
    ],
    ['lazy loading', '<img src="data:image/gif;base64,R0" data-src="/a.jpg">', 'a.jpg'],
    [
      'Ghost’s sizes',
      '<img src="/content/images/size/w600/2024/a.jpg">',
      'content/images/2024/a.jpg',
    ],
  ])('takes the largest file of a picture: %s', (_, html, address) => {
    const { pictures, lost } = markdownOf(html, 'https://town.example/');
    expect(pictures.map((picture) => picture.address)).toEqual([`https://town.example/${address}`]);
    expect(lost).toEqual([]);
  });

  const blogger = 'https://blogger.googleusercontent.com/img';
  it.each([
    [`<img src="${blogger}/b/R2/s320/a.jpg">`, `${blogger}/b/R2/s1600/a.jpg`],
    [`<img src="${blogger}/a/AV=w400-h300">`, `${blogger}/a/AV=s1600`],
    [
      `<a href="${blogger}/a/AV=s4032"><img src="${blogger}/a/AV=s320"></a>`,
      `${blogger}/a/AV=s4032`,
    ],
    [
      '<img src="https://i2.wp.com/town.example/a.jpg?resize=300%2C200">',
      'https://town.example/a.jpg',
    ],
  ])('knows the largest file that a service has: %s', (html, address) => {
    expect(markdownOf(html).pictures.map((picture) => picture.address)).toEqual([address]);
  });

  it.each([
    [
      'Gutenberg',
      '<figure class="wp-block-gallery"><figure class="wp-block-image"><a href="/a.jpg"><img src="/a-300x200.jpg"></a><figcaption>One</figcaption></figure><figure class="wp-block-image"><img src="/b.jpg"><figcaption>Two</figcaption></figure><figcaption class="blocks-gallery-caption">The day</figcaption></figure>',
    ],
    [
      'older Gutenberg',
      '<figure class="wp-block-gallery"><ul class="blocks-gallery-grid"><li><figure><img src="/a.jpg"><figcaption>One</figcaption></figure></li><li><figure><img src="/b.jpg"><figcaption>Two</figcaption></figure></li></ul><figcaption>The day</figcaption></figure>',
    ],
    [
      'Ghost',
      '<figure class="kg-card kg-gallery-card"><div class="kg-gallery-container"><div class="kg-gallery-row"><div class="kg-gallery-image"><img src="/a.jpg" title="One"></div><div class="kg-gallery-image"><img src="/b.jpg" title="Two"></div></div></div><figcaption>The day</figcaption></figure>',
    ],
  ])('makes a gallery of one of %s', (_, html) => {
    const { markdown, lost, pictures } = markdownOf(html, 'https://town.example/');
    expect(markdown).toMatch(
      /^:::gallery\[The day\]\n!\[\]\(picture-1.jpg.*\n\n!\[\]\(picture-2.jpg.*\n:::\n$/,
    );
    expect(`${markdown}${lost.map(({ text }) => text).join()}`).toMatch(/One.*Two/s);
    expect(pictures[0]?.address).toBe('https://town.example/a.jpg');
  });

  it('keeps a gallery without a title, and says that it has none', () => {
    const { markdown, notes } = markdownOf(
      '<div class="wp-block-gallery"><img src="a.jpg"><img src="b.jpg"></div>',
    );
    expect(markdown).toBe(':::gallery\n![](picture-1.jpg)\n\n![](picture-2.jpg)\n:::\n');
    expect(notes).toEqual(['A gallery has no title. Write one: :::gallery[Title].']);
  });

  it.each([
    [
      '<figure class="wp-block-pullquote"><blockquote><p>We did.</p><cite>Ana</cite></blockquote></figure>',
      ':::pull-quote{speaker="Ana"}\nWe did.\n:::',
    ],
    [
      '<figure class="wp-block-pullquote"><blockquote><p>We did.</p></blockquote></figure>',
      '> We did.',
    ],
    [
      '<figure class="wp-block-embed"><div class="wp-block-embed__wrapper">\nhttps://v.example/1\n</div><figcaption>A film</figcaption></figure>',
      '[A film](https://v.example/1)',
    ],
    [
      '<div class="wp-block-file"><a href="https://a.example/x.pdf">Report</a><a href="https://a.example/x.pdf" class="wp-block-file__button">Download</a></div>',
      '[Report](https://a.example/x.pdf)',
    ],
    [
      '<div class="kg-card kg-file-card"><a class="kg-file-card-container" href="https://a.example/x.pdf"><div class="kg-file-card-title">Report</div><div class="kg-file-card-caption">Of 2024</div><div class="kg-file-card-filename">x.pdf</div><div class="kg-file-card-filesize">2 MB</div></a></div>',
      '[Report](https://a.example/x.pdf)\n\nOf 2024',
    ],
    [
      '<figure class="kg-card kg-bookmark-card"><a class="kg-bookmark-container" href="https://a.example/"><div class="kg-bookmark-title">Other</div><div class="kg-bookmark-description">A town.</div><img class="kg-bookmark-icon" src="i.png"><span class="kg-bookmark-author">Ana</span></a></figure>',
      '[Other](https://a.example/)\n\nA town.',
    ],
    [
      '<div class="kg-card kg-audio-card"><audio src="https://a.example/x.mp3"></audio><div class="kg-audio-title">Talk</div><div class="kg-audio-player"><span>0:00</span></div></div>',
      '[Talk](https://a.example/x.mp3)',
    ],
    [
      '<table class="tr-caption-container"><tr><td><img src="a.jpg"></td></tr><tr><td class="tr-caption">The quay</td></tr></table>',
      '![](picture-1.jpg "The quay")',
    ],
  ])('reads what a publishing system wrote: %s', (html, markdown) => {
    expect(told(html)).toBe(markdown);
  });
});
