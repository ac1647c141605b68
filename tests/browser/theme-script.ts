import { createHash } from 'node:crypto';
import { toString } from 'hast-util-to-string';
import { kuwait, openPage, Page } from '../site/page.ts';
import { home } from '../sites.ts';

/** The scripts that stand in a page, but for data and modules. */
export const scriptIn = (page: Page) => page.all('script:not([type])').map(toString);

/** The script of the theme. */
export const [themeScript = ''] = scriptIn(openPage(home, kuwait));

/** What a policy has to say for the script of the theme to run. */
export const allowed = `'sha256-${createHash('sha256').update(themeScript).digest('base64')}'`;
