import { FixableError } from '../../desk/problem.ts';
import { readBuiltSite } from '../built-site.ts';
import { openLine } from './ask.ts';
import type { Difference, Finding } from './difference.ts';
import { checkOf } from './check.ts';
import { promisedBy, type Promised } from './promised.ts';

/** The number of parallel requests, and the number of unanswered ones at which the check stops. */
const [atOnce, enough] = [8, 10];

/** The result of a verification. */
export interface Verified {
  /** In the order of the files. */
  differences: Difference[];
  /** The number of addresses requested. */
  addresses: number;
  /** The address of the site according to the build. */
  url: string;
}

/**
 * Requests everything that was built from a live site and compares every response.
 * @param live the address of its front page
 * @param folder the built site
 * @param tell receives the number of finished addresses and the total
 * @throws {FixableError} if the site was built for another path, if nobody answers, or if there is no
 * built site in the folder
 */
export async function verify(
  live: URL,
  folder: string,
  tell: (done: number, total: number) => void = () => {},
): Promise<Verified> {
  const site = readBuiltSite(folder);
  const { pathname: base } = new URL(site.url);
  if (live.pathname !== base)
    throw new FixableError(
      `The site in ${folder}/ is built for ${base}, not for ${live.pathname}.`,
      'Give the address of its front page, or change `url` in publication.yaml and build again.',
    );
  const line = openLine(live, atOnce);
  const check = checkOf(site, folder, line);
  const promised = promisedBy(site);
  const found: Difference[][] = [];
  let [begun, done, unanswered] = [0, 0, 0];

  async function work(): Promise<void> {
    while (begun < promised.length) {
      const at = begun;
      begun += 1;
      const one = promised[at]!;
      const path = one.path.split('/').map(encodeURIComponent).join('/');
      const address = new URL(one.query ? `${path}?${one.query}` : path, live);
      const findings = await check(one, address).catch((error: NodeJS.ErrnoException) => [
        noAnswer(one, address, error.code ?? error.message),
      ]);
      found[at] = findings.map((finding) => ({ address: address.href, ...finding }));
      tell((done += 1), promised.length);
    }
  }

  /**
   * Reports an unanswered request. Many of them would take long and have one cause, so the check stops.
   */
  function noAnswer({ what }: Promised, { href }: URL, reason: string): Finding {
    unanswered += 1;
    if (unanswered === enough || done === 0) {
      begun = promised.length;
      throw new FixableError(
        `${href} does not answer (${reason}).`,
        'Check that the host is running and reachable.',
      );
    }
    return { what: `answer of ${what}`, problem: `The response is incomplete (${reason}).` };
  }

  await Promise.all(Array.from({ length: atOnce }, work)).finally(line.close);
  return { differences: found.flat(), addresses: promised.length, url: site.url };
}
