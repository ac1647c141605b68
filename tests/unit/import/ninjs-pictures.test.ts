import { describe, expect, it } from 'vitest';
import type { ImportedStory } from '../../../src/import/imported-story.ts';
import { readNinjs } from '../../../src/import/ninjs.ts';
import { toMarkdown } from '../../../src/import/to-markdown.ts';

/** The story with items that are associated with it. */
function read(associations: object[], body_html = '<p>It.</p>'): ImportedStory & { body: string } {
  const item = { uri: 'urn:1', headline: 'A boat', body_html, associations };
  const [story] = readNinjs(JSON.stringify(item));
  if (!story || !('sourceId' in story)) throw new Error(JSON.stringify(story));
  return { ...story, body: toMarkdown(story.text).trim() };
}

const picture = (parts: object = {}) => ({
  name: 'photo',
  type: 'picture',
  headline: 'The quay',
  renditions: [{ href: 'a.jpg' }],
  ...parts,
});

describe('a picture of ninjs', () => {
  it.each([
    [{ name: 'featured' }],
    [{ name: 'mainpicture' }],
    [{ name: '', rel: 'lead' }],
    [{ name: 'main', type: '' }],
    [{ name: 'main', type: 'graphic' }],
    [{ name: 'main', type: 'image' }],
  ])('leads where it is called so: %j', (parts) => {
    const { lead, body } = read([picture(parts)]);
    expect(lead).toEqual({ address: 'a.jpg', alt: '', caption: 'The quay' });
    expect(body).toBe('It.');
  });

  it('is at the end where it does not lead, or another does', () => {
    const { lead, body } = read([
      picture({ name: 'main' }),
      picture({ name: 'main', renditions: [{ href: 'b.jpg' }] }),
      picture({ renditions: [{ href: 'c.jpg' }], altText: 'Two boats' }),
    ]);
    expect(lead?.address).toBe('a.jpg');
    expect(body).toBe('It.\n\n![](b.jpg "The quay")\n\n![Two boats](c.jpg "The quay")');
  });

  it('stays where the text has it, with the alternative text that it lacks there', () => {
    const alt = { altText: 'Two boats' };
    expect(read([picture(alt)], '<img src="a.jpg" alt="">').body).toBe('![Two boats](a.jpg)');
    expect(read([picture(alt)], '<img src="a.jpg" alt="A boat">').body).toBe('![A boat](a.jpg)');
    const waiting = '<figure><figcaption>The quay</figcaption></figure>';
    const same = read([picture({ ...alt, renditions: [] })], waiting);
    expect(same.body).toBe('![Two boats](<> "The quay")');
    const other = read([picture({ ...alt, headline: 'The port', renditions: [] })], waiting);
    expect(other.body).toBe('![](<> "The quay")');
    expect(other.lost).toContainEqual({ what: 'associated item photo', text: 'The port' });
  });

  it('is lost where it is not one, or has no address', () => {
    expect(read([picture({ type: 'video', uri: 'urn:v' })])).toMatchObject({
      body: 'It.',
      lost: [{ what: 'associated item photo', text: 'The quay urn:v' }],
    });
    expect(read([picture({ renditions: [], uri: 'urn:p', more: 'x' })]).lost).toEqual([
      { what: 'photo’s more', text: 'x' },
      { what: 'associated item photo', text: 'The quay urn:p' },
    ]);
  });

  it('is the widest copy that a story can have', () => {
    const renditions = [
      { href: 's.jpg', width: 300 },
      { href: 'l.jpg', width: '2000' },
      { href: '' },
      { href: 'none.jpg' },
    ];
    expect(read([picture({ name: 'main', renditions })]).lead?.address).toBe('l.jpg');
    const raw = { href: 'xl.heic', width: 4000 };
    const { lead, lost } = read([picture({ name: 'main', renditions: [...renditions, raw] })]);
    expect(lead?.address).toBe('l.jpg');
    expect(lost).toEqual([{ what: 'larger picture that stories can’t use', text: 'xl.heic' }]);
  });

  it.each([
    [{ poi: { x: 500, y: 250 }, width: 2000, height: 1000 }, '25% 25%'],
    [{ poi: { x: 0, y: 1000 }, width: 2000, height: 1000 }, '0% 100%'],
    [{ poi: { x: 2010, y: 0 }, width: 2000, height: 1000 }, undefined],
    [{ poi: { x: 0, y: -10 }, width: 2000, height: 1000 }, undefined],
    [{ poi: { x: 500 }, width: 2000, height: 1000 }, undefined],
    [{ poi: { x: 500, y: 250 }, width: 2000 }, undefined],
    [{ width: 2000, height: 1000 }, undefined],
  ])('has a point of interest within it: %j', (rendition, focus) => {
    const { focused } = read([picture({ renditions: [{ href: 'a.jpg', ...rendition }] })]);
    expect(focused).toEqual(focus ? [{ address: 'a.jpg', focus }] : []);
  });

  it.each([
    [{ byline: 'Ana', copyrightHolder: 'AP', creditline: 'x' }, 'The quay (Ana/AP)'],
    [{ by: 'Ana', creditline: 'AP' }, 'The quay (Ana/AP)'],
    [{ copyrightHolder: 'AP' }, 'The quay (AP)'],
    [{ by: 'Ana' }, 'The quay (Ana)'],
    [
      { by: 'Ana', infoSources: [{ name: 'x' }, { role: 'credit', name: 'Ana for AP' }] },
      'The quay (Ana for AP)',
    ],
    [{ by: 'Ana', infoSources: [{ role: 'credit' }] }, 'The quay (Ana)'],
    [{ description_text: 'At night.' }, 'At night.'],
    [
      {
        descriptions: [
          { role: 'alt', value: 'x' },
          { role: 'caption', value: 'At night.' },
        ],
      },
      'At night.',
    ],
  ])('has a caption with its credit: %j', (parts, caption) => {
    expect(read([picture({ name: 'main', ...parts })]).lead?.caption).toBe(caption);
  });

  it('has an alternative text of its own before one in a field', () => {
    const descriptions = [{ role: 'alt', value: 'Two boats' }];
    const both = picture({ name: 'main', descriptions, altText: 'x' });
    expect(read([both]).lead?.alt).toBe('Two boats');
  });
});

describe('what a story of ninjs rests on', () => {
  const source = {
    ...{ rel: 'source', name: 'n', type: 'text', uri: 'https://b.example/1', language: 'en' },
    ...{ by: 'Ana', located: 'Lowport', infoSources: [{ name: 'EFE' }] },
  };

  it('is taken from an item of its own, which takes precedence', () => {
    expect(read([source])).toMatchObject({
      source: {
        name: { value: 'EFE' },
        byline: { value: 'Ana' },
        place: { value: 'Lowport' },
        url: { value: 'https://b.example/1' },
      },
      lost: [],
    });
    expect(read([{ rel: 'source', uri: 'urn:x', more: 'y' }])).toMatchObject({
      source: {},
      lost: [{ what: 'source’s more', text: 'y' }],
    });
  });

  it('leaves the address at the sender, which is reported', () => {
    const item = {
      uri: 'urn:1',
      headline: 'A',
      url: 'https://a.example/1',
      associations: [source],
    };
    const [story] = readNinjs(JSON.stringify(item));
    expect(story).toMatchObject({
      source: { url: { value: 'https://b.example/1' } },
      lost: [{ what: 'address at the sender', text: 'https://a.example/1' }],
    });
  });
});
