import type { Edition, Listing, Story } from '../edition/model.ts';
import { called, namesOf } from '../edition/listing.ts';
import { likelyLocale, type Language } from '../edition/language.ts';
import { versionsIn } from '../edition/versions.ts';

/** A page for link previews. */
interface Previewed {
  title: string;
  description: string;
  /** The page’s path. */
  address: string;
  language: Language;
  /** The story, on its own page. */
  story?: Story | undefined;
  /** The list, on its pages. */
  list?: Listing | undefined;
}

/** The preview picture. */
interface PreviewPicture {
  /** Its absolute URL. */
  url: string;
  /** In px. */
  width: number;
  height: number;
  alt: string;
}

/** The attributes of a meta element. */
type Tag = { property: string; content: string } | { name: string; content: string };

/** The maximum length of alternative text on X, in characters. */
const longestAlt = 420;

/**
 * The tags that messengers and social networks read: Open Graph (https://ogp.me), tags for what X does
 * not take from it, and one tag per author for the fediverse
 * (https://docs.joinmastodon.org/user/network/#author-attribution).
 * @param picture the preview picture of the page
 */
export function previewTags(
  edition: Edition,
  { title, description, address, language, story, list }: Previewed,
  picture: PreviewPicture | undefined,
): Tag[] {
  const { publication, addresses } = edition;
  const lists = story && edition.filed(story);
  const properties = {
    'og:title': title,
    'og:type': story ? 'article' : list?.author ? 'profile' : 'website',
    'og:url': addresses.absolute(address),
    'og:site_name': publication.name,
    'og:description': description,
    'og:locale': localeOf(language.tag),
    'og:locale:alternate': (story ? versionsIn(edition, story).others : []).map((version) =>
      localeOf(version.language),
    ),
    ...(picture && {
      'og:image': picture.url,
      'og:image:width': `${picture.width}`,
      'og:image:height': `${picture.height}`,
      'og:image:alt': picture.alt,
    }),
    ...(story &&
      lists && {
        'article:published_time': story.frontmatter.published.iso,
        ...(story.modified.at > story.frontmatter.published.at && {
          'article:modified_time': story.modified.iso,
        }),
        'article:section': called(lists.section, language.tag).name,
        'article:author': lists.authors.map((author) => addresses.absolute(author.address)),
        'article:tag': namesOf(lists.tags, language.tag),
      }),
  };
  const names = {
    'twitter:card': picture ? 'summary_large_image' : 'summary',
    ...(picture && { 'twitter:image:alt': shorten(picture.alt) }),
    ...(lists && {
      author: namesOf(lists.authors, language.tag),
      'fediverse:creator': lists.authors.flatMap(({ author }) => author?.fediverse ?? []),
    }),
  };
  return [
    ...each(properties).map(([property, content]) => ({ property, content })),
    ...each(names).map(([name, content]) => ({ name, content })),
  ];
}

function each(tags: Record<string, string | string[]>): [string, string][] {
  return Object.entries(tags).flatMap(([key, value]) =>
    [value].flat().map((content): [string, string] => [key, content]),
  );
}

/** A language in the format of Open Graph, with its territory: `sq` becomes `sq_AL`. */
function localeOf(tag: string): string {
  const { language, region } = likelyLocale(tag);
  return `${language}_${region}`;
}

function shorten(text: string): string {
  const characters = [...text];
  return characters.length > longestAlt ? `${characters.slice(0, longestAlt - 1).join('')}…` : text;
}
