import { describe, expect, it } from 'vitest';
import { readCopy } from '../../src/desk/copy.ts';
import { compareNotes } from '../../src/desk/picture-notes.ts';
import { storyWith } from '../../src/desk/schema/story.ts';
import { contentFolder, png, story, storyFile } from './content.ts';
import { picture, xmp } from './noted-pictures.ts';

describe('a credit', () => {
  const figure = { image: './a.jpg', alt: 'A', caption: 'C', credit: 'Visar Kryeziu/AP' };
  const compare = (credit: string | undefined) =>
    compareNotes(figure, { hasGps: false, ...(credit && { credit }) });

  it.each([undefined, 'AP', 'visar  kryeziu / ap', 'Photo: Visar Kryeziu/AP', 'VISAR KRYEZIU'])(
    'is the one in the file where that says %s',
    (credit) => {
      expect(compare(credit)).toEqual([]);
    },
  );

  it('is another than the one in the file', () => {
    expect(compare('Getty Images')).toEqual([
      {
        field: 'credit',
        summary: 'The credit is “Visar Kryeziu/AP”, but the file of ./a.jpg says “Getty Images”.',
        fix: 'Find out whose picture it is; correct the credit here, or let the agency know.',
      },
    ]);
  });

  it('is held to the creator where the file has no credit', () => {
    const [told] = compareNotes(figure, { hasGps: false, creator: 'Ada Noted' });
    expect(told?.summary).toMatch(/says “Ada Noted”\.$/);
    expect(compareNotes(figure, { hasGps: false, creator: 'Visar Kryeziu' })).toEqual([]);
  });

  it('is compared for every figure of a story, with its place', async () => {
    const lead = '\n  image: a.jpg\n  alt: Soldiers\n  caption: In Pristina.\n  credit: Getty';
    const text = '![A](a.jpg "B. (AP)")\n\n![A](a.jpg "B. (EPA)")\n\n![A](b.png "B. (EPA)")';
    const root = contentFolder({
      [storyFile]: story({ lead }, text),
      'articles/2021/03/troops/a.jpg': await picture()
        .withXmp(xmp({ 'photoshop:Credit': 'AP' }))
        .jpeg()
        .toBuffer(),
      'articles/2021/03/troops/b.png': png,
    });
    const kind = { schema: storyWith({}), root: `${root}/articles`, language: 'en' };
    const unused = () => expect.unreachable();
    const { warnings } = await readCopy(kind, '2021/03/troops/index.md', unused);
    expect(warnings.map(({ line, column, summary }) => `${line}:${column} ${summary}`)).toEqual([
      '13:11 The credit is “Getty”, but the file of ./a.jpg says “AP”.',
      '18:1 The credit is “EPA”, but the file of ./a.jpg says “AP”.',
    ]);
    expect(warnings[0]?.file).toMatch(/articles\/2021\/03\/troops\/index\.md$/);
  });
});

describe('a caption', () => {
  const caption = 'Soldiers line up in Pristina on March 9, 2021.';
  const figure = { image: './a.jpg', alt: 'Three rows with masks', caption, credit: 'AP' };
  const compare = (notes: { caption?: string; alt?: string }) =>
    compareNotes(figure, { hasGps: false, ...notes });

  it.each([
    { caption: 'PRISTINA, KOSOVO: A ceremony before the departure' },
    { alt: 'Women and men wearing MASKS on a parade ground' },
    { caption: 'A ceremony before the departure', alt: 'Women with masks' },
    {},
  ])('may be in other words than the file’s: %j', (notes) => {
    expect(compare(notes)).toEqual([]);
  });

  it('has nothing of what the file says', () => {
    expect(compare({ caption: 'Goalkeeper saves penalty during final', alt: 'A match' })).toEqual([
      {
        field: 'caption',
        summary:
          'The file of ./a.jpg describes the picture as “Goalkeeper saves penalty during final A match”, but the caption here says none of that.',
        fix: 'Check that this is the right picture and the right caption.',
      },
    ]);
  });
});
