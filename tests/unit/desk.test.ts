import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { page, png, read, readStory, story, storyFile } from './content.ts';

const picture = 'articles/2021/03/troops/a.png';
const lead = '\n  image: a.png\n  alt: Soldiers stand\n  caption: In Pristina.\n  credit: AP';

describe('the desk passes', () => {
  it('the smallest story, with what it makes of it', async () => {
    expect(await readStory()).toMatchObject({
      id: '2021/03/troops',
      slug: 'troops',
      frontmatter: {
        id: 'b082b392-279c-4638-81bd-00da3af204db',
        headline: 'Kosovo sends troops to Kuwait',
        standfirst: 'A platoon leaves Pristina.',
        section: 'military',
        tags: ['kosovo'],
        authors: ['anthony-barnett'],
        published: { iso: '2021-03-09' },
        draft: false,
      },
      pictures: [],
      links: [],
      words: 5,
    });
  });

  it('a story with every field', async () => {
    const fields = {
      dateline: 'PRISTINA, Kosovo',
      published: '2021-03-09 14:30',
      updated: '2021-03-09T14:30+01:00',
      lead,
      source:
        '\n  name: The Associated Press (AP)\n  byline: Llazar Semini\n  place: Tirana, Albania\n  url: https://apnews.com/a',
      draft: 'true',
    };
    const { stories } = await read({ [storyFile]: story(fields), [picture]: png });
    expect(stories[0]?.frontmatter).toMatchObject({
      dateline: 'PRISTINA, Kosovo',
      published: { iso: '2021-03-09T14:30:00+01:00' },
      updated: { iso: '2021-03-09T14:30:00+01:00' },
      lead: { image: './a.png', alt: 'Soldiers stand', caption: 'In Pristina.', credit: 'AP' },
      source: {
        name: 'The Associated Press (AP)',
        byline: 'Llazar Semini',
        place: 'Tirana, Albania',
        url: 'https://apnews.com/a',
      },
      draft: true,
    });
  });

  it.each([
    ['headline', 200],
    ['standfirst', 500],
    ['dateline', 100],
  ])('a %s of %i characters', async (field, length) => {
    const { frontmatter } = await readStory({ [field]: 'x'.repeat(length) });
    expect(frontmatter[field as 'headline']).toHaveLength(length);
  });

  it('a file with Windows line ends, as the same text', async () => {
    const text = story({}, 'One two.\n\nSee [about](/about/).');
    const [unix, windows] = await Promise.all(
      [text, text.replaceAll('\n', '\r\n')].map((written) => read({ [storyFile]: written })),
    );
    const { file: _, placeOf: __, ...copy } = unix!.stories[0]!;
    expect(windows!.stories[0]).toMatchObject(copy);
    expect(copy.links).toEqual([{ href: '/about/', place: { line: 13, column: 5 } }]);
  });

  it('a file that begins with a byte order mark', async () => {
    expect((await read({ [storyFile]: `\uFEFF${story()}` })).stories).toHaveLength(1);
  });

  it('a text about 9:30 and a ratio of 3:1, as it stands', async () => {
    expect((await readStory({}, 'It began at 9:30. Note:this, 3:1.')).words).toBe(6);
  });

  it('stories as folders and as files, and pages', async () => {
    const { stories, pages } = await read({
      'articles/2022/a-file.md': story({ id: '00000000-0000-4000-8000-000000000001' }),
      'pages/about.md': page(),
      'pages/corrections-policy/index.md': page(),
    });
    expect(stories.map(({ id, slug }) => [id, slug])).toEqual([
      ['2021/03/troops', 'troops'],
      ['2022/a-file', 'a-file'],
    ]);
    expect(pages.map(({ id }) => id)).toEqual(['about', 'corrections-policy']);
  });

  it('two stories of one name on different days', async () => {
    const other = story({ id: '00000000-0000-4000-8000-000000000001', published: '2021-03-10' });
    expect((await read({ 'articles/2021/04/troops/index.md': other })).stories).toHaveLength(2);
  });

  it('a folder without articles and pages', async () => {
    expect(await read({ [storyFile]: undefined })).toMatchObject({ stories: [], pages: [] });
  });
});

describe('the pictures of a story', () => {
  const text = (file: string) => `One.\n\n![Two soldiers](${file} "In Kuwait. (AP)")`;

  it('are told once each, with their size', async () => {
    const written = story({ lead }, `${text('./a.png')}\n\n${text('b.png')}`);
    const { stories } = await read({
      [storyFile]: written,
      [picture]: png,
      'articles/2021/03/troops/b.png': png,
    });
    expect(stories[0]?.pictures).toEqual([
      { path: './a.png', width: 8, height: 6 },
      { path: './b.png', width: 8, height: 6 },
    ]);
    expect(stories[0]?.firstFigure?.image).toBe('./a.png');
  });

  it('have the size as seen when the camera was turned', async () => {
    const turned = await sharp(png).jpeg().withMetadata({ orientation: 6 }).toBuffer();
    const { stories } = await read({
      [storyFile]: story({}, text('turned.jpg')),
      'articles/2021/03/troops/turned.jpg': turned,
    });
    expect(stories[0]?.pictures).toEqual([{ path: './turned.jpg', width: 6, height: 8 }]);
  });

  it('may lie elsewhere within the articles', async () => {
    const { stories } = await read({
      [storyFile]: story({}, text('../shared/a.png')),
      'articles/2021/03/shared/a.png': png,
    });
    expect(stories[0]?.pictures[0]?.path).toBe('../shared/a.png');
  });

  it('have no first figure when only the lead is one', async () => {
    const { stories } = await read({ [storyFile]: story({ lead }), [picture]: png });
    expect(stories[0]).not.toHaveProperty('firstFigure');
  });
});
