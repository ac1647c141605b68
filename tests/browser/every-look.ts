import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { archive } from '../sites.ts';
import type { Engine, Open } from './engine.ts';
import { isSaid } from './seen.ts';

/** What stands for our own properties: an engine takes anything that has one of them. */
const plainValues: Record<string, string> = {
  serif: 'serif',
  sans: 'serif',
  system: 'serif',
  stix: 'serif',
  naskh: 'serif',
  origin: "''",
  ...Object.fromEntries(
    ['paper', 'ink', 'soft', 'rule', 'accent', 'wash'].map((color) => [color, 'red']),
  ),
};

/** What our styles declare, with each property of our own replaced by a value of its kind. */
function declarations(): [property: string, value: string][] {
  const styles = readdirSync('src/styles').map((name) =>
    readFileSync(join('src/styles', name), 'utf8').replaceAll(/\/\*[^]*?\*\//g, ''),
  );
  return styles.flatMap((text) =>
    [...text.matchAll(/^\s*([a-z][\w-]*):\s([^;{]+);/gm)].map(([, property, value]) => [
      property!,
      value!.replaceAll(/var\(--(\w+)\)/g, (_, name: string) => plainValues[name] ?? '1rem'),
    ]),
  ) as [string, string][];
}

/** What an engine may lack: without it, text is as well read. */
const niceties =
  /^(?:hanging-punctuation|hyphenate-limit-chars|hyphens|text-wrap|text-size-adjust|orphans|widows|break-after|forced-color-adjust)$/;

/**
 * Tests that what looks the same by our styles looks the same in an engine.
 * @param open opens a page of a site, so wide
 */
export function testLook(engine: Engine, open: Open): void {
  it('knows what our styles say', async () => {
    await open(archive, '');
    const all = declarations();
    expect(all.length).toBeGreaterThan(500);
    const unknown = await engine.run(
      (all: [string, string][]) =>
        all.filter(([property, value]) => !CSS.supports(property, value)),
      all,
    );
    expect(unknown.filter(([property]) => !niceties.test(property))).toEqual([]);
  });

  it('tears no word of a small table on a phone', async () => {
    await open(archive, '2026/11/17/blocks/', 320);
    const { words, torn } = await engine.run(() => {
      const texts = document.createTreeWalker(
        document.querySelector('.narrow tbody')!.parentElement!,
        NodeFilter.SHOW_TEXT,
      );
      const found = { words: 0, torn: [] as string[] };
      while (texts.nextNode()) {
        const node = texts.currentNode as Text;
        for (const word of node.data.matchAll(/[^\s-]+/g)) {
          const range = document.createRange();
          range.setStart(node, word.index);
          range.setEnd(node, word.index + word[0].length);
          found.words++;
          const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
          if (lines.size > 1) found.torn.push(word[0]);
        }
      }
      return found;
    });
    expect(words).toBeGreaterThan(10);
    expect(torn).toEqual([]);
  });

  it('gives links to notes and back the room of a finger', async () => {
    await open(archive, '2026/11/17/blocks/', 320);
    const sizes = await engine.run(() =>
      [...document.querySelectorAll('sup a, [role=doc-backlink]')].map((link) => {
        const { width, height } = link.getBoundingClientRect();
        return Math.min(width, height);
      }),
    );
    expect(sizes.length).toBeGreaterThan(4);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(24);
  });

  it('keeps links beside each other further apart than words', async () => {
    await open(archive, 'about/', 320);
    const gaps = await engine.run(() => {
      const sides = [...document.querySelectorAll('.masthead li a, .colophon li a')].map((link) => {
        const range = document.createRange();
        range.selectNodeContents(link);
        return range.getBoundingClientRect();
      });
      return sides.flatMap(({ left, top }, at) => {
        const before = sides[at - 1];
        return before && Math.abs(before.top - top) < 4 ? [left - before.right] : [];
      });
    });
    expect(gaps.length).toBeGreaterThan(4);
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(15);
  });

  it.each([320, 390, 1280])('keeps the forms of a feed in one row at %i px', async (width) => {
    await open(archive, 'feeds/', width);
    const rows = await engine.run(() =>
      [...document.querySelectorAll('.feeds li')].map(
        (item) =>
          new Set(
            [...item.querySelectorAll('a')].map((link) =>
              Math.round(link.getBoundingClientRect().top),
            ),
          ).size,
      ),
    );
    expect(rows.length).toBeGreaterThan(5);
    expect(rows.filter((count) => count !== 1)).toEqual([]);
  });

  it('keeps the kind of a related story far nearer to it than to the one before', async () => {
    await open(archive, '2026/11/20/hostile/', 320);
    const gaps = await engine.run(() => {
      const sides = (one: Element) => {
        const range = document.createRange();
        range.selectNodeContents(one);
        return range.getBoundingClientRect();
      };
      return [...document.querySelectorAll('.related .kind')].map((kind) => {
        const item = kind.closest('li')!;
        const before = item.previousElementSibling?.lastElementChild;
        const { top, bottom } = sides(kind);
        return {
          above: before ? top - sides(before).bottom : Infinity,
          below: sides(item.querySelector('a')!).top - bottom,
        };
      });
    });
    expect(gaps.length).toBeGreaterThan(0);
    expect(gaps.filter(({ above, below }) => !(above > 1.8 * below))).toEqual([]);
  });

  it('shows whole what is chosen in the search, on phones and on desks', async () => {
    for (const width of [320, 1280]) {
      await open(archive, 'search/?q=council', width);
      expect(await engine.run(isSaid, '#results mark')).toMatch(/^council$/i);
      const cut = await engine.run(() =>
        [...document.querySelectorAll<HTMLSelectElement>('.search select')].map((select) => {
          const alone = select.cloneNode() as HTMLSelectElement;
          const chosen = select.selectedOptions[0]!;
          alone.append(chosen.cloneNode(true));
          alone.style.inlineSize = 'max-content';
          select.after(alone);
          const needed = alone.getBoundingClientRect().width;
          alone.remove();
          return needed > select.getBoundingClientRect().width + 0.5 ? chosen.text : '';
        }),
      );
      expect(cut.length).toBeGreaterThan(3);
      expect(cut.filter(Boolean)).toEqual([]);
    }
  });

  it('keeps what is not to be broken in one line, within its list', async () => {
    for (const [path, selector] of [
      ['2026/11/17/blocks/', '.documents small'],
      ['2013/07/01/lake-two/', '.in-series span'],
    ] as const)
      for (const width of [316, 318, 320, 322, 324]) {
        await open(archive, path, width);
        const { out, height, line } = await engine.run((selector: string) => {
          const one = document.querySelector(selector)!;
          const box = one.getBoundingClientRect();
          const range = document.createRange();
          range.selectNodeContents(one);
          const { height } = range.getBoundingClientRect();
          const out = box.right - one.parentElement!.getBoundingClientRect().right;
          return { out, height, line: parseFloat(getComputedStyle(one).fontSize) };
        }, selector);
        expect(out, `${selector}, ${width} px`).toBeLessThan(0.5);
        expect(height, `${selector}, ${width} px`).toBeLessThan(2 * line);
      }
  });
}
