import type { Edition } from '../edition/model.ts';
import { likelyLocale } from '../edition/language.ts';
import { xml } from '../files/xml.ts';

/** How long Google considers a story news, in ms: two days. */
const fresh = 2 * 86_400_000;
/** The maximum number of stories in a news sitemap. */
const longest = 1_000;

/**
 * The stories of the last two days, newest first, in the format of Google News
 * (https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap). If there is none,
 * the file stays, empty: search engines request it again, and Google accepts it although its schema
 * requires one story. Retracted stories stay in the list, so that Google learns their new headline.
 * @param now milliseconds since 1970
 */
export function newsSitemap(
  { stories, publication, addresses }: Pick<Edition, 'stories' | 'publication' | 'addresses'>,
  now: number,
): string {
  const news = stories
    .filter(({ frontmatter }) => frontmatter.published.at > now - fresh)
    .slice(0, longest)
    .map(
      ({ address, frontmatter, language }) =>
        xml`<url><loc>${addresses.absolute(address)}</loc><news:news><news:publication><news:name>${publication.name}</news:name><news:language>${languageOf(language)}</news:language></news:publication><news:publication_date>${frontmatter.published.iso}</news:publication_date><news:title>${frontmatter.headline}</news:title></news:news></url>
`,
    );
  return xml`<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
${news}</urlset>
`.text;
}

/**
 * Google’s schema accepts languages without a region (ISO 639), except for the two scripts of Chinese.
 */
function languageOf(tag: string): string {
  const { language, script } = likelyLocale(tag);
  if (language !== 'zh') return language;
  return script === 'Hant' ? 'zh-tw' : 'zh-cn';
}
