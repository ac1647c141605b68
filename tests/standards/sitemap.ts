import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { memoryPages, validateXML } from 'xmllint-wasm';

const schema = (name: string) => ({
  fileName: name,
  contents: readFileSync(join(import.meta.dirname, 'xsd', name), 'utf8'),
});

/**
 * What is wrong with a sitemap by the schemas of sitemaps.org and Google.
 * @param main `all.xsd` for a sitemap, `siteindex.xsd` for an index
 * @returns the first problems
 */
export async function problemsOf(
  xml: string,
  main: 'all.xsd' | 'siteindex.xsd' = 'all.xsd',
): Promise<string[]> {
  const { errors } = await validateXML({
    xml: [{ fileName: 'sitemap.xml', contents: xml }],
    schema: [schema(main)],
    preload: ['sitemap.xsd', 'sitemap-image.xsd', 'sitemap-news.xsd', 'xhtml-link.xsd'].map(schema),
    maxMemoryPages: 2 * memoryPages.GiB,
  });
  return errors.map(({ message }) => message).slice(0, 5);
}
