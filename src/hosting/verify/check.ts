import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BuiltSite } from '../built-site.ts';
import { hostPolicy } from '../policy.ts';
import { said, type Answer, type Line } from './ask.ts';
import { differentHeaders, differentPlace, differentStatus, type Finding } from './difference.ts';
import { differentBytes, encodings, isText } from './encoding.ts';
import type { Promised } from './promised.ts';

/** Reports how the response of an address differs from what was promised. */
export type Check = (promised: Promised, address: URL) => Promise<Finding[]>;

/** Creates the check for the addresses of a site. */
export function checkOf(site: BuiltSite, folder: string, line: Line): Check {
  const names = hostPolicy(site).rules.flatMap(({ headers }) => Object.keys(headers));
  const known = new Set(names.map((name) => name.toLowerCase()));
  const unserved = new Set(site.unserved);

  const ask = (address: URL, accepted: string[], more?: Record<string, string>) =>
    line.ask(address, { 'accept-encoding': accepted.join(', ') || 'identity', ...more });

  async function compare(answer: Answer, promised: Promised, asked: URL, accepted: string[]) {
    const findings = differentStatus(answer, promised);
    // An error response is not the page, so comparing more of it is pointless.
    if (findings.length > 0 && answer.status !== 200) return findings;
    findings.push(...differentPlace(answer, promised, asked));
    findings.push(...differentHeaders(answer, promised, known));
    if (promised.file !== undefined) {
      const bytes = readFileSync(join(folder, promised.file));
      findings.push(...(await differentBytes(answer, bytes, accepted, promised.what)));
    }
    return findings;
  }

  /** Requests a file as browsers do, then in each precompressed encoding, then for revalidation. */
  async function checkFile(plain: Answer, promised: Promised, address: URL) {
    const findings: Finding[] = [];
    const askFor = async (accepted: string[]) => {
      const answer = await ask(address, accepted);
      findings.push(...(await compare(answer, promised, address, accepted)));
      return answer;
    };
    const all = isText(promised) ? encodings.map(({ name }) => name) : [];
    const usual = all.length > 0 ? await askFor(all) : plain;
    for (const { name, ending } of encodings) {
      if (!unserved.has(`${promised.file}.${ending}`)) continue;
      if (!said(await askFor([name]), 'content-encoding'))
        findings.push({
          what: `compression ${name} of file`,
          problem: `The precompressed .${name} file is not being served.`,
        });
    }
    const [etag, plainEtag] = [said(usual, 'etag'), said(plain, 'etag')];
    // A strong ETag states that the bytes are the same (RFC 9110, section 8.8.3.3).
    if (said(usual, 'content-encoding') && etag?.startsWith('"') && etag === plainEtag)
      findings.push({
        what: 'compression of file',
        problem: 'The compressed and the uncompressed response have the same ETag.',
      });
    const validator = validatorOf(usual);
    const { 'content-type': _, ...headers } = promised.headers!;
    const kept: Promised = { ...promised, what: 'unchanged', status: [304], headers };
    if (!validator) return [...findings, withoutValidator];
    const again = await ask(address, all, validator);
    const status = differentStatus(again, kept);
    return [...findings, ...(status.length > 0 ? status : differentHeaders(again, kept, known))];
  }

  return async (promised, address) => {
    const plain = await ask(address, []);
    const findings = await compare(plain, promised, address, []);
    const isThere = !findings.some(({ what }) => /^(?:status|body) /.test(what));
    if (promised.what === 'file' && isThere)
      findings.push(...(await checkFile(plain, promised, address)));
    // Reports the same problem only once per address.
    const told = new Set<string>();
    return findings.filter(({ problem }) => !told.has(problem) && told.add(problem));
  };
}

const withoutValidator: Finding = {
  what: 'status of unchanged',
  problem: 'A file has neither an ETag nor a Last-Modified.',
};

/** The headers with which a browser revalidates a file (RFC 9110, section 13.1). */
function validatorOf(answer: Answer): Record<string, string> | undefined {
  const [etag, date] = [said(answer, 'etag'), said(answer, 'last-modified')];
  if (etag) return { 'if-none-match': etag };
  return date ? { 'if-modified-since': date } : undefined;
}
