import type { Edition } from '../edition/model.ts';
import { likelyLocale } from '../edition/language.ts';
import { xml } from '../files/xml.ts';

/** How long a story is news to Google, in ms: two days. */
const fresh = 2 * 86_400_000;
/** Stories that a news sitemap may hold. */
const longest = 1_000;

/**
 * The stories of the last two days, newest first, as Google News wants them
 * (https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap). When there is
 * none the file stays, empty: search engines come back for it, and Google takes that for no problem
 * though its schema asks for one story. A retracted one stays in, so that its new headline is known.
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

/** Google’s schema knows languages without a region (ISO 639), but for the two ways to write Chinese. */
function languageOf(tag: string): string {
  const { language, script } = likelyLocale(tag);
  if (language !== 'zh') return language;
  return script === 'Hant' ? 'zh-tw' : 'zh-cn';
}
