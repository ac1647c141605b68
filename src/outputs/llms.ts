import type { PhrasingContent, RootContent } from 'mdast';
import type { Edition } from '../edition/model.ts';
import { link, list, paragraph, toMarkdown, words } from './markdown.ts';

/** The number of stories listed, the same as in a feed. */
const listed = 30;

/**
 * llms.txt (https://llmstxt.org): an overview of the site for programs that read Markdown. It has a
 * heading, a description of the publication, and lists of links with short notes.
 * @returns Markdown
 */
export function llms({ publication, addresses, sections, stories, pages }: Edition): string {
  const entry = (path: string, name: string, note?: string): PhrasingContent[] => [
    link(addresses.absolute(path), name),
    ...(note ? [words(`: ${note}`)] : []),
  ];
  const part = (name: string, entries: PhrasingContent[][]): RootContent[] =>
    entries.length > 0
      ? [{ type: 'heading', depth: 2, children: [words(name)] }, list(entries)]
      : [];
  return toMarkdown([
    { type: 'heading', depth: 1, children: [words(publication.name)] },
    { type: 'blockquote', children: [paragraph(words(publication.description))] },
    paragraph(
      words('Every story is also available as plain Markdown: add index.md to its address.'),
    ),
    ...part(
      'Newest stories',
      stories
        .slice(0, listed)
        .map(({ address, frontmatter }) =>
          entry(`${address}index.md`, frontmatter.headline, frontmatter.standfirst),
        ),
    ),
    ...part(
      'Sections',
      sections.map(({ address, name, description }) => entry(address, name, description)),
    ),
    ...part('Everything', [
      entry(addresses.path('feed.xml'), 'Feed', 'the newest stories in full, as RSS'),
      entry(addresses.path('feeds/'), 'Feeds', 'for every section, topic and author'),
      entry(addresses.path('sitemap.xml'), 'Sitemaps', 'every story, month by month'),
    ]),
    ...part(
      'About',
      pages.map(({ address, frontmatter }) =>
        entry(address, frontmatter.title, frontmatter.description),
      ),
    ),
  ]);
}
