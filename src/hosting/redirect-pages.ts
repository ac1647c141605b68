import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Edition } from '../edition/model.ts';
import { handedOverFile, type HandedOver } from './built-site.ts';
import type { CspAdditions } from './csp.ts';
import { xml } from '../files/xml.ts';

/**
 * Writes an HTML page for each old path of a site, which redirects on every host.
 * @throws {Error} if a file of the site has the same path
 */
export function writeRedirects(edition: Edition, site: string): void {
  const { addresses, oldAddresses } = edition;
  for (const { from, to } of oldAddresses.moved) {
    const file = join(site, from.slice(addresses.home.length), 'index.html');
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, pageTo(to, edition), { flag: 'wx' });
  }
}

/** Writes the facts about a site that only the build knows, for `npm run host` and `npm run verify`. */
export function handOver(edition: Edition, csp: CspAdditions, site: string): void {
  const { addresses, gone, oldAddresses } = edition;
  const handedOver: HandedOver = {
    url: addresses.absolute(addresses.home),
    csp,
    gone: gone.map(({ address }) => address).sort(),
    ...oldAddresses,
  };
  writeFileSync(join(site, handedOverFile), `${JSON.stringify(handedOver, null, 1)}\n`);
}

/** A page that redirects. */
function pageTo(to: string, { addresses, language }: Edition): string {
  const { moved, movedText, movedTo } = language.words.nothing;
  const { lang } = language.wordsIn;
  // English text is left-to-right, whatever the language of the page.
  const dir = !lang && language.dir === 'rtl' ? xml` dir="rtl"` : '';
  const link = xml`<a href="${to}">${movedTo}</a>`;
  const text = movedText(link).map((part) => (typeof part === 'string' ? xml`${part}` : part));
  const page = xml`<html lang="${lang ?? language.tag}"${dir}><head><meta charset="utf-8"><title>${moved}</title><meta http-equiv="refresh" content="0; url=${to}"><link rel="canonical" href="${addresses.absolute(to)}"><meta name="robots" content="noindex"></head><body><p>${text}</p></body></html>`;
  return `<!DOCTYPE html>${page.text}\n`;
}
