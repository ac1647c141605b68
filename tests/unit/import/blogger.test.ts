import { describe, expect, it } from 'vitest';
import { importInto, storiesIn, storyText } from '../../imported.ts';
import { contentFolder } from '../content.ts';
import { written } from './imported.ts';

async function feed(text: string) {
  const content = contentFolder();
  const reports = await importInto(content, [written(content, 'feed.atom', text)]);
  const stories = storiesIn(reports).map((story) => ({ ...story, text: storyText(story) }));
  const asides = reports.flatMap((report) => (report.kind === 'aside' ? report.lost : []));
  return { reports, stories, asides };
}

const takeout = (...entries: string[]) =>
  `<?xml version='1.0' encoding='utf-8'?><feed xmlns='http://www.w3.org/2005/Atom' xmlns:blogger='http://schemas.google.com/blogger/2018'><id>tag:blogger.com,1999:blog-1</id><title>Port</title>${entries.join('')}</feed>`;

const entry = (id: number, type: string, status: string, rest: string) =>
  `<entry><id>tag:blogger.com,1999:blog-1.post-${id}</id><blogger:type>${type}</blogger:type><blogger:status>${status}</blogger:status><author><name>Anthony Barnett</name><uri/><blogger:type>BLOGGER</blogger:type></author><title>Boat ${id}</title><content type='html'>&lt;div dir="ltr"&gt;One&lt;br /&gt;&lt;br /&gt;two &amp;amp; three&lt;/div&gt;</content><blogger:created>2019-05-01T08:00:00Z</blogger:created><published>2019-05-02T08:00:00Z</published><updated>2019-06-01T08:00:00Z</updated>${rest}<blogger:trashed/></entry>`;

describe('Blogger’s Takeout', () => {
  it('has posts that are stories, and comments and pages that are none', async () => {
    const { stories, asides } = await feed(
      takeout(
        entry(
          9,
          'COMMENT',
          'LIVE',
          '<blogger:parent>tag:blogger.com,1999:blog-1.post-1</blogger:parent>',
        ),
        entry(
          1,
          'POST',
          'LIVE',
          "<category scheme='tag:blogger.com,1999:blog-1' term='Kosovo'/><blogger:filename>/2019/05/the-old-boat.html</blogger:filename><blogger:metaDescription>A boat &amp;amp; its crew.</blogger:metaDescription><blogger:location><blogger:name>Porto</blogger:name><blogger:latitude>41.15</blogger:latitude><blogger:longitude>-8.61</blogger:longitude><blogger:span>1,2</blogger:span></blogger:location>",
        ),
        entry(2, 'PAGE', 'LIVE', ''),
        entry(3, 'POST', 'SOFT_TRASHED', ''),
      ),
    );
    expect(stories).toHaveLength(1);
    const [{ text, path, lost } = stories[0]!] = stories;
    expect(text).toContain('standfirst: A boat & its crew.\n');
    expect(text).toContain(
      'tags: [kosovo]\nauthors: [anthony-barnett]\npublished: 2019-05-02T08:00:00Z\n',
    );
    expect(text).toContain('- name: Porto\n    at: [41.15, -8.61]\n');
    expect(text).toMatch(/\n\nOne\n\ntwo & three\n$/);
    expect(path).toMatch(/2019\/05\/the-old-boat\/index\.md$/);
    expect(lost).toContainEqual({ what: 'when it was last saved', text: '2019-06-01T08:00:00Z' });
    expect(asides).toEqual([
      { what: 'Blogger page', text: 'Boat 2' },
      { what: 'Blogger post, in the trash', text: 'Boat 3' },
      { what: 'comment by Anthony Barnett on “Boat 1”', text: 'One two & three' },
    ]);
  });

  it.each([
    ['DRAFT', false, 'It was a draft in Blogger, and was not published there.'],
    ['SCHEDULED', true, 'It was scheduled in Blogger: until that time it is under embargo.'],
  ])('says of one that is %s so', async (status, isDated, note) => {
    const { stories } = await feed(takeout(entry(1, 'POST', status, '')));
    const { notes, held } = stories[0]!;
    expect([...notes, held]).toContain(note);
    expect(held !== undefined).toBe(isDated);
    expect(/^published:/m.test(stories[0]!.text)).toBe(isDated);
  });

  it('is known in its older form', async () => {
    const kind = (name: string) =>
      `<category scheme='http://schemas.google.com/g/2005#kind' term='http://schemas.google.com/blogger/2008/kind#${name}'/>`;
    const old = (id: string, name: string, rest: string) =>
      `<entry><id>${id}</id>${kind(name)}<title type='text'>${id}</title><content type='html'>Words</content><published>2019-05-02T08:00:00Z</published>${rest}</entry>`;
    const { stories, asides } = await feed(
      `<feed xmlns='http://www.w3.org/2005/Atom' xmlns:app='http://purl.org/atom/app#' xmlns:thr='http://purl.org/syndication/thread/1.0'><id>b</id>${old('tag:b,1:settings', 'settings', '')}${old('tag:b,1:a', 'post', "<category scheme='http://www.blogger.com/atom/ns#' term='Kosovo'/><link rel='alternate' href='https://port.blogspot.com/2019/05/boat.html'/><link rel='replies' href='https://port.blogspot.com/r'/>")}${old('tag:b,1:b', 'post', '<app:control><app:draft>yes</app:draft></app:control>')}${old('tag:b,1:c', 'comment', "<author><name>Reader</name></author><thr:in-reply-to ref='tag:b,1:a'/>")}</feed>`,
    );
    expect(stories.map(({ text }) => /^tags: (.*)$/m.exec(text)?.[1])).toEqual([
      '[kosovo]',
      undefined,
    ]);
    expect(stories[1]?.notes).toContain('It was a draft in Blogger, and was not published there.');
    expect(asides).toEqual([{ what: 'comment by Reader on “tag:b,1:a”', text: 'Words' }]);
  });

  it('has its kind in a category only', async () => {
    const mark =
      "<mark scheme='http://schemas.google.com/g/2005#kind' term='http://schemas.google.com/blogger/2008/kind#comment'/>";
    const { stories } = await feed(
      `<feed xmlns='http://www.w3.org/2005/Atom'><entry><id>a</id>${mark}<title>Boat</title><content>Words</content></entry></feed>`,
    );
    expect(stories).toHaveLength(1);
  });

  it('has a standfirst of its own before one for search engines, which is told', async () => {
    const about = '<blogger:metaDescription>A boat for sale.</blogger:metaDescription>';
    const { stories } = await feed(
      takeout(entry(1, 'POST', 'LIVE', `<summary>A boat.</summary>${about}`)),
    );
    expect(stories[0]?.text).toContain('\nstandfirst: A boat.\n');
    expect(stories[0]?.lost).toContainEqual({
      what: 'description for search engines',
      text: 'A boat for sale.',
    });
  });

  it.each([
    ['https://port.blogspot.com/2019/05/old-boat.html', 'old-boat'],
    // Of another site nobody knows that names stand there.
    ['https://port.example/2019/05/old-boat.html', 'the-boat-sails'],
  ])('is named as in its address only where that is Blogger’s: %s', async (link, name) => {
    const { stories } = await feed(
      `<feed xmlns='http://www.w3.org/2005/Atom'><entry><id>a</id><title>The boat sails</title><link href='${link}'/><content>Words</content><published>2019-05-02T08:00:00Z</published></entry></feed>`,
    );
    expect(stories[0]?.path).toMatch(new RegExp(`/${name}/index\\.md$`));
  });
});

describe('the language of a feed', () => {
  const rss = (channel: string, item: string, text = '&lt;p&gt;Words&lt;/p&gt;') =>
    `<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>${channel}<item><guid>g</guid><title>T</title>${item}<description>${text}</description></item></channel></rss>`;
  it.each([
    ['of an entry', rss('', '<dc:language>ar</dc:language>'), 'ar'],
    ['of the feed', rss('<language>sq</language>', ''), 'sq'],
    [
      'of an entry before that of the feed',
      rss('<language>en</language>', '<dc:language>sr-cyrl</dc:language>'),
      'sr-Cyrl',
    ],
    ['of the feed, if it is ours anyway', rss('<language>en-gb</language>', ''), undefined],
    [
      'of the text',
      rss(
        '<language>en-us</language>',
        '',
        '&lt;div lang="ar" dir="rtl"&gt;&lt;p&gt;كلمات من النص&lt;/p&gt;&lt;/div&gt;',
      ),
      'ar',
    ],
    [
      'of a part only',
      rss('', '', '&lt;p&gt;One two three &lt;i lang="fr"&gt;mot&lt;/i&gt;&lt;/p&gt;'),
      undefined,
    ],
    [
      'of Atom',
      '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="pt"><entry><id>g</id><title>T</title><content>Words</content></entry></feed>',
      'pt',
    ],
    [
      'of Atom’s text',
      '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><entry><id>g</id><title>T</title><content xml:lang="fa">Words</content></entry></feed>',
      'fa',
    ],
  ])('is that %s', async (_, text, language) => {
    const { stories } = await feed(text);
    expect(/^language: (.*)$/m.exec(stories[0]!.text)?.[1]).toBe(language);
  });

  it('is asked for where the text is set from the right and says nothing else', async () => {
    const { stories } = await feed(rss('', '', '&lt;p dir="rtl"&gt;كلمات&lt;/p&gt;'));
    expect(stories[0]?.notes).toContain(
      'The text runs from right to left but does not state its language: write `language`.',
    );
  });
});
