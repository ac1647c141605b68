import { expect, it } from 'vitest';
import { previewTags } from '../../src/outputs/preview-tags.ts';
import { editionOf, publication, story, storyFile, type Fields } from './content.ts';

const told = { title: 'A title', description: 'A sentence.', address: '/a/' };

/** The tags of the one story, by property or name. */
async function tagsOf(
  fields: Fields = {},
  picture?: Parameters<typeof previewTags>[2],
): Promise<[string, string][]> {
  const edition = await editionOf({
    [storyFile]: story(fields),
    'authors/ada.yaml': 'name: Ada\ndescription: Ada writes.\nfediverse: "@ada@social.example"\n',
    'authors/zoe.yaml': 'name: Zoë\ndescription: Zoë writes.\nfediverse: "@zoe@social.example"\n',
  });
  const tags = previewTags(
    edition,
    { ...told, language: edition.language, story: edition.stories[0] },
    picture,
  );
  return tags.map((tag) => ['name' in tag ? tag.name : tag.property, tag.content]);
}

it('tells of a story everything that Open Graph has for an article', async () => {
  const tags = await tagsOf({ authors: '[ada, anthony-barnett, zoe]', updated: '2021-03-10' });
  expect(tags).toEqual([
    ['og:title', 'A title'],
    ['og:type', 'article'],
    ['og:url', 'https://anh.example/a/'],
    ['og:site_name', 'ANH'],
    ['og:description', 'A sentence.'],
    ['og:locale', 'en_US'],
    ['article:published_time', '2021-03-09'],
    ['article:modified_time', '2021-03-10'],
    ['article:section', 'Military'],
    ['article:author', 'https://anh.example/authors/ada/'],
    ['article:author', 'https://anh.example/authors/anthony-barnett/'],
    ['article:author', 'https://anh.example/authors/zoe/'],
    ['article:tag', 'Kosovo'],
    ['twitter:card', 'summary'],
    ['author', 'Ada'],
    ['author', 'Anthony Barnett'],
    ['author', 'Zoë'],
    ['fediverse:creator', '@ada@social.example'],
    ['fediverse:creator', '@zoe@social.example'],
  ]);
});

it('shows the picture large, with an alt text that X takes', async () => {
  const alt = '🎉'.repeat(500);
  const tags = new Map(
    await tagsOf({}, { url: 'https://anh.example/_astro/a.jpg', width: 1200, height: 800, alt }),
  );
  expect(tags.get('og:image')).toBe('https://anh.example/_astro/a.jpg');
  expect(tags.get('og:image:width')).toBe('1200');
  expect(tags.get('og:image:height')).toBe('800');
  expect(tags.get('og:image:alt')).toBe(alt);
  expect(tags.get('twitter:card')).toBe('summary_large_image');
  expect(tags.get('twitter:image:alt')).toBe(`${'🎉'.repeat(419)}…`);
});

it.each([
  ['en-US', 'en_US'],
  ['sq', 'sq_AL'],
  ['zh-Hant-TW', 'zh_TW'],
])('names the language %s as Open Graph does, %s', async (language, locale) => {
  const edition = await editionOf({ 'publication.yaml': publication({ language }) });
  const tags = previewTags(edition, { ...told, language: edition.language }, undefined);
  expect(tags).toContainEqual({ property: 'og:locale', content: locale });
});

it('calls an author’s page a profile, and every other a part of a website', async () => {
  const edition = await editionOf();
  const [author] = edition.authors;
  const typeOf = (list: typeof author) =>
    previewTags(edition, { ...told, language: edition.language, list }, undefined).find(
      (tag) => 'property' in tag && tag.property === 'og:type',
    )?.content;
  expect([author, edition.sections[0], undefined].map(typeOf)).toEqual([
    'profile',
    'website',
    'website',
  ]);
});
