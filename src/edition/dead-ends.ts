import type { Content } from '../desk/desk.ts';
import type { Problem } from '../desk/problem.ts';
import type { Redirect } from '../desk/redirects.ts';
import { comparable } from '../desk/schema/old-address.ts';
import type { Edition } from './model.ts';
import { livingPaths } from './links.ts';
import { fitsPattern } from './old-addresses.ts';

/** Folders of files that the build names, and so no editor can look for. */
const builtFolders = ['_astro', 'cards', 'maps', 'media', 'search', 'sitemaps'];

/**
 * What is wrong with addresses of before: those at which something is now, and those that lead nowhere.
 * @param files paths of files that are served as they are, `documents/report.pdf`
 */
export function deadEnds(edition: Edition, content: Content, files: string[]): Problem[] {
  const { addresses, oldAddresses } = edition;
  if (content.formerly.length + content.redirects.length === 0) return [];
  const living = livingPaths(edition);
  for (const file of [...files, '404.html', 'manifest.webmanifest'])
    living.add(addresses.path(file));
  const taken = new Map([...living].map((path) => [comparable(path), path]));
  // On disk an old address is a folder, which no file can hold.
  const isFile = (path: string) => !path.endsWith('/');
  const inTheWay = (path: string) =>
    [...path.matchAll(/\/(?=.)|$/g)]
      .map(({ index }) => taken.get(comparable(path.slice(0, index))))
      .find((found, at, all) => found && (at === all.length - 1 || isFile(found)));
  const problems = [
    ...content.formerly,
    ...content.redirects.map(({ from, file, fromPlace }) => ({
      address: from,
      file,
      place: fromPlace,
    })),
  ].flatMap(({ address, file, place }): Problem[] => {
    if (address.includes('?')) return [];
    const path = addresses.fromText(address);
    const found = path.includes('*') ? fitting(path) : inTheWay(path);
    if (found === undefined) return [];
    return [
      {
        file,
        ...place(),
        summary: `${address} ${path.includes('*') ? 'fits' : 'is'} an address at which something is now: ${found}.`,
        fix: 'Only what nothing answers at can lead on. Write it otherwise, or take it out.',
      },
    ];
  });

  function fitting(pattern: string): string | undefined {
    const built = builtFolders.map((name) => addresses.path(`${name}/`));
    const before = pattern.slice(0, pattern.indexOf('*'));
    return (
      [...living].find((path) => fitsPattern(pattern, path)) ??
      built.find((folder) => before.startsWith(folder) || folder.startsWith(before))
    );
  }

  return [...problems, ...content.redirects.flatMap((redirect) => leadingNowhere(redirect))];

  function leadingNowhere({ to, file, toPlace }: Redirect): Problem[] {
    if (!to?.startsWith('/')) return [];
    const path = addresses.fromText(to);
    const isAlive = path.includes('*')
      ? [...living].some((one) => fitsPattern(path, one))
      : living.has(path);
    if (isAlive) return [];
    const onward = oldAddresses.moved.find(({ from }) => from === path)?.to;
    return [
      {
        file,
        ...toPlace(),
        summary: `The redirect to ${to} leads nowhere.`,
        fix: onward
          ? `What was there has moved: lead to ${onward}.`
          : 'Use the address of a published page, such as /about/, or write `gone`.',
      },
    ];
  }
}
