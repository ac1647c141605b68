import { createHash } from 'node:crypto';
import { toString } from 'hast-util-to-string';
import { Page } from '../site/page.ts';
import { filesOf, home } from '../sites.ts';

/** The scripts that stand in a page. */
export const scriptsIn = (html: string): string[] =>
  new Page(html).all('script:not([type])').map(toString);

/** The theme’s script, which is the same on every page. */
export const [themeScript = ''] = scriptsIn(filesOf(home).get('index.html')!.toString());

/** What allows it in a policy of content (https://www.w3.org/TR/CSP3/#grammardef-hash-source). */
export const themeHash = `'sha256-${createHash('sha256').update(themeScript).digest('base64')}'`;
