import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { Root } from 'hast';
import { toText } from 'hast-util-to-text';
import { visit } from 'unist-util-visit';
import { expect, it } from 'vitest';
import { archive, filesOf, home, pagesOf, type Site } from '../sites.ts';
import { attribute, inLine, kuwait, Page } from './page.ts';

// What is left of a page without styles, faces, pictures and scripts.

/** The text of a page by HTML’s own rules, with what stands for its pictures. */
function plain(root: Root): string {
  visit(root, 'element', (element) => {
    if (element.tagName !== 'img') return;
    const value = attribute(element, 'alt');
    Object.assign(element, {
      tagName: 'span',
      properties: {},
      children: [{ type: 'text', value }],
    });
  });
  return toText(root);
}

/** The programs that show a page as text, and what a page is for each of them. */
const browsers = [
  ['lynx', ['-dump', '-nolist', '-width=1000', '-assume_charset=utf-8', '-display_charset=utf-8']],
  ['w3m', ['-dump', '-cols', '1000', '-I', 'UTF-8', '-O', 'UTF-8', '-T', 'text/html']],
] as const;
const shown = (browser: string, args: readonly string[], file: string) =>
  spawnSync(browser, [...args, file], { encoding: 'utf8' });
const ways = [
  [
    'by HTML’s own rules',
    (site: Site, path: string) => plain(new Page(filesOf(site).get(path)!.toString()).root),
  ],
  ...browsers.map(
    ([browser, args]) =>
      [
        `in ${browser}`,
        spawnSync(browser, ['-version']).error
          ? undefined
          : (site: Site, path: string) => shown(browser, args, join(site.folder, path)).stdout,
      ] as const,
  ),
] as const;

/** Each with a line, or lines, of its own. */
const stories: [string, Site, string, string[]][] = [
  [
    'the story',
    home,
    kuwait,
    [
      'Skip to content',
      'ANH',
      'Military',
      'Topics',
      'Subscribe',
      'Military',
      'Kosovo sends troops to Kuwait on 1st peacekeeping mission; KSF to operate under US Central Command',
      'A platoon is to serve',
      'By Anthony Barnett',
      'Reporting: Llazar Semini, The Associated Press (AP), Tirana, Albania',
      'March 9, 2021',
      'PRISTINA, Kosovo — A military platoon went to Kuwait',
      'The country’s top leaders',
      'Acting President Vjosa Osmani said',
      'The tour lasts six months',
      '“… we’re not just importing',
      'Vjosa Osmani, acting president',
      'The Defense Ministry said',
      'Where exactly in Kuwait',
      'Thirty-two soldiers in camouflage',
      'Members of the KSF, in protective face masks',
      'Illustration: Drawing: ANH',
      'Kuwait and the United States',
      'In about ten years',
      'A soldier in helmet and vest',
      'A member of the KSF trains',
      'Illustration: Drawing: ANH',
      'The 1998-1999 war',
      'Tension over Kosovo',
      'Original source',
      'The Associated Press (AP)',
      'Topics',
      'Kosovo',
      'About the author',
      'Anthony Barnett is the author',
      'About ANH',
      'Corrections',
    ],
  ],
  [
    'a story with a lead',
    archive,
    '2026/11/22/pictures/',
    [
      'Military · Reportage',
      'Pictures above the text and in it',
      'What happened',
      'By Anthony Barnett',
      'November 22, 2026',
      'An even field of colour lead',
      'The colour of lead, seen from close by.',
      'Photograph: Somebody/LEAD',
      'TIRANA, Albania — Before.',
      'A field of colour',
      'One.',
      'Photograph: Somebody/ONE',
      '“Said.”',
      'Somebody, once',
      'Another field',
      'Two (of two).',
      'Illustration: Drawing: Somebody (staff)',
      'After.',
    ],
  ],
  [
    'a corrected story',
    archive,
    '2026/11/11/corrected/',
    [
      'A story with every kind of note',
      'Published November 11, 2026',
      'Updated November 11, 2026',
      'Correction, November 12, 2026',
      'A paragraph of text.',
      'Update, November 11, 2026',
      'Clarification, November 12, 2026',
    ],
  ],
];

for (const [way, read] of ways)
  it.skipIf(!read).each(stories)(
    `reads %s in the right order ${way}${read ? '' : ', which is not on this machine'}`,
    (_, site, path, parts) => {
      const lines = read!(site, `${path}index.html`)
        .split('\n')
        .map((line) => inLine(line).replace(/^[•*○+-] /, ''));
      let at = -1;
      for (const part of parts) {
        const next = lines.findIndex((line, index) => index > at && line.startsWith(part));
        expect(next, `“${part}” after “${lines[at]}”, of ${lines.join('\n')}`).toBeGreaterThan(at);
        at = next;
      }
    },
  );

it.each([home, archive])('lets no words run together on any page of $folder', (site) => {
  for (const [path, html] of pagesOf(site)) {
    const { root } = new Page(html);
    // A mark where an element begins or ends; a part of a word may stand out or be a link, but two
    // links are two words.
    visit(root, 'element', (element) => {
      const isPart = /^(?:em|strong|code|a)$/.test(element.tagName);
      const mark = { type: 'text', value: isPart ? '\uE001' : '\uE000' } as const;
      element.children = [mark, ...element.children, mark];
    });
    const together = plain(root).match(
      /[\p{L}\p{N}]+(?:\uE001*\uE000|\uE001\uE001)[\uE000\uE001]*[\p{L}\p{N}]+/gu,
    );
    expect(together, path).toBeNull();
  }
});
