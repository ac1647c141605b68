import type { Publication } from '../desk/schema/publication.ts';
import type { Addresses } from '../edition/addresses.ts';

/** Crawlers that collect text to train models, by the names that their operators publish. */
const trainers = [
  'Amazonbot',
  'Applebot-Extended',
  'Bytespider',
  'CCBot',
  'ClaudeBot',
  'Google-Extended',
  'GPTBot',
  'Meta-ExternalAgent',
];

/** Programs that look up stories to answer a user’s question. */
const answerers = [
  'ChatGPT-User',
  'Claude-SearchBot',
  'Claude-User',
  'OAI-SearchBot',
  'Perplexity-User',
  'PerplexityBot',
];

const refused: Record<Publication['ai'], string[]> = {
  allow: [],
  search: trainers,
  refuse: [...trainers, ...answerers],
};

/** The permitted uses for all other programs, as Content Signals (contentsignals.org). */
const signals: Record<Publication['ai'], string> = {
  allow: 'search=yes, ai-input=yes, ai-train=yes',
  search: 'search=yes, ai-input=yes, ai-train=no',
  refuse: 'search=yes, ai-input=no, ai-train=no',
};

/**
 * robots.txt (RFC 9309): everybody may read everything, except programs that the publication refuses. The
 * file works only at the root of a host. Its rules contain the site’s path, so that they can be copied
 * there. Signals have no path, so a site in a subfolder states none: other sites may share the host.
 */
export function robots({ ai }: Pick<Publication, 'ai'>, addresses: Addresses): string {
  const { home } = addresses;
  const sitemaps = ['sitemap.xml', 'sitemaps/news.xml'].map(
    (path) => `Sitemap: ${addresses.absolute(addresses.path(path))}`,
  );
  const group = (agents: string[], rule: string) => [
    ...agents.map((agent) => `User-agent: ${agent}`),
    rule,
  ];
  return [
    ...group(['*'], `Allow: ${home}`),
    ...(home === '/' ? [`Content-Signal: ${signals[ai]}`] : []),
    '',
    ...(refused[ai].length > 0 ? [...group(refused[ai], `Disallow: ${home}`), ''] : []),
    ...sitemaps,
    '',
  ].join('\n');
}
