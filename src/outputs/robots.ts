import type { Publication } from '../desk/schema/publication.ts';
import type { Addresses } from '../edition/addresses.ts';

/** Crawlers that gather text to train models, by the names that their makers tell them by. */
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

/** Programs that look stories up to answer somebody who asks. */
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

/** What all others may do with what they read, in the words of Content Signals (contentsignals.org). */
const signals: Record<Publication['ai'], string> = {
  allow: 'search=yes, ai-input=yes, ai-train=yes',
  search: 'search=yes, ai-input=yes, ai-train=no',
  refuse: 'search=yes, ai-input=no, ai-train=no',
};

/**
 * robots.txt (RFC 9309): everybody may read everything but those whom the publication refuses. It holds
 * at the root of a host only; its rules name the path of this site, so that they hold there too.
 * Signals know no path, so that a site below one gives none: others’ pages may be beside it.
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
