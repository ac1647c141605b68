import { describe, expect, it } from 'vitest';
import { newsArticle } from '../../src/outputs/json-ld.ts';
import type { SharedPicture } from '../../src/outputs/picture.ts';
import { editionOf, publication, story, storyFile, type Fields } from './content.ts';

async function jsonOf(fields: Fields = {}, url = 'https://anh.example/', picture?: SharedPicture) {
  const edition = await editionOf({
    'publication.yaml': publication({ url }),
    [storyFile]: story(fields),
  });
  return newsArticle(edition.articles[0]!, edition, picture);
}

it('says what the story says', async () => {
  expect(JSON.parse(await jsonOf())).toEqual({
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    '@id': 'https://anh.example/2021/03/09/troops/',
    headline: 'Kosovo sends troops to Kuwait',
    description: 'A platoon leaves Pristina.',
    mainEntityOfPage: 'https://anh.example/2021/03/09/troops/',
    inLanguage: 'en-US',
    datePublished: '2021-03-09',
    dateModified: '2021-03-09',
    articleSection: 'Military',
    keywords: ['Kosovo'],
    wordCount: 5,
    isAccessibleForFree: true,
    author: [
      {
        '@type': 'Person',
        name: 'Anthony Barnett',
        url: 'https://anh.example/authors/anthony-barnett/',
      },
    ],
    publisher: { '@type': 'NewsMediaOrganization', name: 'ANH', url: 'https://anh.example/' },
  });
});

it('says when the story was updated, where it was reported, and shows its picture', async () => {
  const fields = {
    published: '2021-03-09 14:30',
    updated: '2021-03-10',
    dateline: 'PRISTINA, Kosovo',
  };
  const picture: SharedPicture = {
    url: 'https://anh.example/_astro/a.jpg',
    width: 1200,
    height: 800,
    figure: { image: './a.png', alt: 'Soldiers', caption: 'In Pristina.', credit: 'AP' },
    rights: { holder: 'The AP', licenceUrl: 'https://cc.example/by', syndicate: true },
  };
  expect(JSON.parse(await jsonOf(fields, undefined, picture))).toMatchObject({
    datePublished: '2021-03-09T14:30:00+01:00',
    dateModified: '2021-03-10',
    dateline: 'PRISTINA, Kosovo',
    image: {
      '@type': 'ImageObject',
      url: 'https://anh.example/_astro/a.jpg',
      width: '1200',
      height: '800',
      caption: 'In Pristina.',
      creditText: 'AP',
      copyrightNotice: 'The AP',
      license: 'https://cc.example/by',
    },
  });
});

it('has addresses below a base path', async () => {
  expect(JSON.parse(await jsonOf({}, 'https://anh.example/news/'))).toMatchObject({
    '@id': 'https://anh.example/news/2021/03/09/troops/',
    author: [{ url: 'https://anh.example/news/authors/anthony-barnett/' }],
    publisher: { url: 'https://anh.example/news/' },
  });
});

describe('in a script element', () => {
  it.each([
    '</script><script>alert(1)</script>',
    '<!-- <script> it would hide the rest',
    ']]> & "quoted" \\ \u2028 é',
  ])('a headline stays data: %s', async (headline) => {
    const json = await jsonOf({ headline: JSON.stringify(headline) });
    expect(json).not.toContain('<');
    expect(JSON.parse(json)).toMatchObject({ headline });
  });
});
