import { parseRssFeed } from 'feedsmith';
import { describe, expect, it } from 'vitest';
import { png, story, storyFile } from './content.ts';
import { contentOf, itemsOf, opening, textsOf } from './feed-texts.ts';

describe('the pictures', () => {
  const lead = '\n  image: a.png\n  alt: Soldiers stand\n  caption: In Pristina.\n  credit: AP';
  const text = 'One.\n\n![Two](b.png "Three. (Drawing: ANH)")';
  const files = { 'articles/2021/03/troops/b.png': png };
  const picture = (name: string) => ({
    url: `https://anh.example/_astro/${name}.jpg`,
    fileSize: 54_321,
    type: 'image/jpeg',
    medium: 'image',
    width: 1200,
    height: 900,
  });

  it('are told of with size, length, caption and credit, the lead first', async () => {
    const { rss, atom, json } = await itemsOf({ lead }, text, files);
    const contents = [
      {
        ...picture('a'),
        description: { value: 'In Pristina.', type: 'plain' },
        credits: [{ value: 'AP', role: 'photographer', scheme: 'urn:ebu' }],
      },
      {
        ...picture('b'),
        description: { value: 'Three.', type: 'plain' },
        credits: [{ value: 'Drawing: ANH', role: 'illustrator', scheme: 'urn:ebu' }],
      },
    ];
    expect(rss.media).toEqual({ contents });
    expect(atom.media).toEqual({ contents });
    expect(json.image).toBe('https://anh.example/_astro/a.jpg');
    expect(json.attachments).toEqual(
      contents.map(({ url, description }) => ({
        url,
        mime_type: 'image/jpeg',
        title: description.value,
        size_in_bytes: 54_321,
      })),
    );
  });

  it('are left out where they may not be republished', async () => {
    const rights = '\n  a.png: { syndicate: false }';
    const { rss, atom, json } = await itemsOf({ lead, rights }, text, files);
    expect(rss.media?.contents?.map(({ url }) => url)).toEqual([picture('b').url]);
    expect(atom.media?.contents?.map(({ url }) => url)).toEqual([picture('b').url]);
    expect(json.attachments?.map(({ url }) => url)).toEqual([picture('b').url]);
    expect(json.image).toBe(picture('b').url);
    for (const one of Object.values(await textsOf({ [storyFile]: story({ lead, rights }) })))
      expect(one).not.toContain('a.jpg');
  });
});

describe('the content', () => {
  const lead = '\n  image: a.png\n  alt: Soldiers stand\n  caption: In Pristina.\n  credit: AP';

  it('has the lead picture first, with caption and credit', async () => {
    expect(await contentOf('One.', { lead, dateline: 'PRISTINA, Kosovo' })).toBe(
      '<figure><img src="https://anh.example/_astro/a.jpg" alt="Soldiers stand">' +
        '<figcaption>In Pristina. <small>Photograph: AP</small></figcaption></figure>' +
        '<p><span class="dateline">PRISTINA, Kosovo</span> — One.</p>',
    );
  });

  it('leaves out a picture that may not be republished, and says so', async () => {
    const text = 'One.\n\n![Two](b.png "Three. (ANH)")';
    const files = {
      [storyFile]: story({ lead, rights: '\n  a.png: { syndicate: false }' }, text),
      'articles/2021/03/troops/b.png': png,
    };
    const { rss } = await textsOf(files, 'https://anh.example/news/');
    expect(parseRssFeed(rss).items?.[0]?.content?.encoded).toBe(
      opening +
        '<figure><p>This image may not be republished. See it in ' +
        '<a href="https://anh.example/news/2021/03/09/troops/">the story</a>.</p>' +
        '<figcaption>In Pristina. <small>Photograph: AP</small></figcaption></figure>' +
        '<p>One.</p><figure><img src="https://anh.example/news/_astro/b.jpg" alt="Two">' +
        '<figcaption>Three. <small>Photograph: ANH</small></figcaption></figure>',
    );
    expect(rss).not.toContain('a.jpg');
  });

  it('has the warning and the way to the story in place of a picture that has to be covered', async () => {
    const pictures = '\n  a.png: { warning: "Shows a body & more" }';
    const { rss, json } = await textsOf({ [storyFile]: story({ lead, pictures }, 'One.') });
    expect(parseRssFeed(rss).items?.[0]?.content?.encoded).toBe(
      opening +
        '<figure><p><strong>Content warning:</strong> Shows a body &amp; more</p>' +
        '<p>See the image in <a href="https://anh.example/2021/03/09/troops/">the story</a>.</p>' +
        '<figcaption>In Pristina. <small>Photograph: AP</small></figcaption></figure><p>One.</p>',
    );
    expect(`${rss}${json}`).not.toMatch(/a\.(?:jpg|png)/);
  });

  it('has the figures and pull quotes of the text in their places', async () => {
    const text =
      'One.\n\n![Two](a.png "Three <b>. (Drawing: ANH)")\n\n:::pull-quote{speaker="Four & Five"}\nSix.\n:::\n\nSeven.';
    expect(await contentOf(text)).toBe(
      '<p>One.</p><figure><img src="https://anh.example/_astro/a.jpg" alt="Two">' +
        '<figcaption>Three &lt;b>. <small>Illustration: Drawing: ANH</small></figcaption></figure>' +
        '<figure class="pull-quote"><blockquote><p>Six.</p></blockquote><figcaption>Four &amp; Five</figcaption></figure>' +
        '<p>Seven.</p>',
    );
  });

  it.each([
    ['/about/', 'https://anh.example/about/'],
    ['/', 'https://anh.example/'],
    ['https://apnews.com/a?b=c', 'https://apnews.com/a?b=c'],
    ['mailto:desk@anh.example', 'mailto:desk@anh.example'],
  ])('has whole addresses: %s', async (href, whole) => {
    expect(await contentOf(`[a](${href})`)).toBe(`<p><a href="${whole}">a</a></p>`);
  });

  it('has whole addresses below a base path', async () => {
    const text = '[a](/about/) [b](https://apnews.com/)';
    expect(await contentOf(text, {}, 'https://anh.example/news/')).toBe(
      '<p><a href="https://anh.example/news/about/">a</a> <a href="https://apnews.com/">b</a></p>',
    );
  });
});
