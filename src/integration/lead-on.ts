import type { IncomingMessage, ServerResponse } from 'node:http';
import { livingPaths } from '../edition/links.ts';
import { leadFrom } from '../edition/old-addresses.ts';
import { buildContext } from '../site/build-context.ts';

/**
 * Leads on from old addresses while an editor writes, as hosts do with what is built. What is said to be
 * gone for good is left to the page that says that nothing is there.
 */
export async function leadOn(
  { url = '' }: IncomingMessage,
  response: ServerResponse,
  next: () => void,
): Promise<void> {
  const to = await leadingTo(url).catch(() => undefined);
  if (to === undefined) return next();
  // Not for good: a browser would go on leading there after the line is changed.
  response.writeHead(302, { Location: to, 'Cache-Control': 'no-store' }).end();
}

async function leadingTo(url: string): Promise<string | undefined> {
  const edition = await buildContext.newsroom!.theEdition();
  const [asked = '', query] = url.split('?');
  const path = decodeURIComponent(asked);
  // What Vite serves to the pages themselves.
  if (/^(?:@|src\/|node_modules\/)/.test(path.slice(edition.addresses.home.length)))
    return undefined;
  const known = edition.oldAddresses;
  const byQuery = { ...known, moved: [], patterns: [], removed: [] };
  const exact = leadFrom(byQuery, path, new URLSearchParams(query));
  const to = exact ?? leadFrom(known, path);
  // A page that is there is shown; gathering their addresses takes a while, with many stories.
  if (!exact && to && livingPaths(edition).has(path)) return undefined;
  // Two slashes would lead to another host, by words of whoever asks.
  return to === 'gone' || to?.startsWith('//') ? undefined : to;
}
