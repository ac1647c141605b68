import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readContent } from '../../src/desk/desk.ts';
import { hosts } from '../../src/desk/schema/publication.ts';
import { storyWith } from '../../src/desk/schema/story.ts';
import { run } from './command.ts';
import { anchorsOf, codeOf, fencesOf, guideAt, guides, linksOf } from '../guides.ts';

const all = guides();
const readme = guideAt('README.md');

it.each([
  ['README.md', 8_000],
  ['CONTRIBUTING.md', 12_000],
  ['docs/story.webp', 100_000],
])('%s has at most %i bytes', (path, most) => {
  expect(statSync(path).size).toBeLessThanOrEqual(most);
});

const anchors = new Map<string, string[]>();
/** The anchors of a file; read once, as many links lead to the same. */
function anchorsAt(file: string): string[] {
  const found = anchors.get(file) ?? anchorsOf(guideAt(file));
  anchors.set(file, found);
  return found;
}

/** What is wrong with a link of a guide: nothing, or why it leads nowhere. */
function brokenLink(from: string, link: string): string[] {
  if (/^(?:https:|mailto:)/.test(link)) return [];
  const [path = '', anchor] = link.split('#');
  const file = path === '' ? from : join(dirname(from), decodeURI(path));
  if (file.startsWith('..') || !existsSync(file)) return [`${from}: there is no ${link}`];
  if (anchor === undefined) return [];
  const hasAnchor = file.endsWith('.md') && anchorsAt(file).includes(decodeURI(anchor));
  return hasAnchor ? [] : [`${from}: ${file} has no #${anchor}`];
}

describe('links of the guides', () => {
  it('lead to files that exist, and to headings in them, in the editors’ reference too', () => {
    const linking = [...all, guideAt('content/README.md')];
    expect(linking.flatMap(linksOf).length).toBeGreaterThan(60);
    expect(
      linking.flatMap((one) => linksOf(one).flatMap((to) => brokenLink(one.path, to))),
    ).toEqual([]);
  });

  it('are distinguished from those that lead nowhere', () => {
    expect(brokenLink('docs/writing.md', 'importing.md#dates-and-embargoes')).toEqual([]);
    const wrong = [
      'importing.md#dates',
      'imports.md',
      '../../elsewhere.md',
      '#nowhere',
      'story.webp#a',
    ];
    expect(wrong.flatMap((link) => brokenLink('docs/writing.md', link))).toHaveLength(wrong.length);
  });

  it('lead from README to every guide', () => {
    const linked = linksOf(readme).map((link) => link.split('#')[0]);
    const others = all.map(({ path }) => path).filter((path) => path !== 'README.md');
    expect(others.filter((path) => !linked.includes(path))).toEqual([]);
  });
});

/** The npm scripts that a text names, with `npm run` or as npm’s own words. */
const scriptsIn = (text: string) => [
  ...[...text.matchAll(/\bnpm run (?:-\S+ )*([a-z][\w-]*)/g)].map(([, name]) => name!),
  ...[...text.matchAll(/\bnpm (start|test)\b/g)].map(([, name]) => name!),
];

describe('commands in the guides', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    scripts: Record<string, string>;
  };

  it('are scripts of package.json', () => {
    const named = new Set(all.flatMap(({ text }) => scriptsIn(text)));
    expect([...named].filter((name) => !(name in scripts))).toEqual([]);
  });

  it('are all explained in the table of Getting started', () => {
    const { text } = guideAt('docs/getting-started.md');
    const table = text.split('\n').filter((line) => line.startsWith('| `npm'));
    expect(table.flatMap((row) => scriptsIn(row.split('|')[1]!)).sort()).toEqual(
      // npm itself runs one of them.
      Object.keys(scripts)
        .filter((name) => name !== 'postinstall')
        .sort(),
    );
  });

  it('are seen however they are written', () => {
    const text = 'npm run --silent next-release, `npm run -s check -- --json`, npm start.';
    expect(scriptsIn(text)).toEqual(['next-release', 'check', 'start']);
  });
});

/** What a newsroom may have and the project has not. */
const optional = [
  ...['content/redirects.yaml', 'content/series.yaml', 'content/imports.lock'],
  'public/files/',
];
/** A story that serves as an example. */
const example = /^content\/articles\/20\d\d\/[01]\d\/[a-z-]+\//;

/** The paths of the project that a piece of code names. */
const pathsIn = (code: string) =>
  code
    .split(/[\s,;:'"]+/)
    .filter((word) => /^(?:src|tests|docs|content|public|findings|\.ci|\.github)\/./.test(word));

it('every path that the guides name exists', () => {
  const named = all.flatMap((one) => codeOf(one).flatMap(pathsIn));
  expect(new Set(named).size).toBeGreaterThan(100);
  const gone = named.filter(
    (path) => !optional.includes(path) && !example.test(path) && !existsSync(path),
  );
  expect(gone).toEqual([]);
});

describe('a story in the guides', () => {
  const { shape } = storyWith({});
  const required = Object.entries(shape)
    .filter(([, field]) => !field.safeParse(undefined).success)
    .map(([name]) => name);
  const fieldsOf = (story: string) =>
    parse(/^---\n(.*?)^---$/ms.exec(story)![1]!, { schema: 'failsafe' }) as Record<string, unknown>;

  it('has in README the required fields and no other', () => {
    const [story, ...more] = fencesOf(readme, 'markdown');
    expect(more).toEqual([]);
    expect(Object.keys(fieldsOf(story!)).sort()).toEqual([...required].sort());
    expect(readme.text).toContain(
      `A story has ${['six', 'seven', 'eight', 'nine'][required.length - 6]} required fields`,
    );
  });

  it('is published as README has it, beside the real content', async () => {
    const content = mkdtempSync(join(tmpdir(), 'content-'));
    cpSync('content', content, { recursive: true });
    const file = join(
      content,
      codeOf(readme)
        .find((code) => example.test(code))!
        .slice('content/'.length),
    );
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, fencesOf(readme, 'markdown')[0]!);
    const { stories } = await readContent(content);
    expect(stories.map((story) => story.path)).toContain('/2026/11/23/parliament-passes-budget/');
  });

  it('has in Writing stories only fields that there are, and names the required ones', () => {
    const { text, tree } = guideAt('docs/writing.md');
    const guide = { path: '', text, tree };
    const fields = fieldsOf(fencesOf(guide, 'markdown')[0]!);
    expect(Object.keys(fields).filter((name) => !(name in shape))).toEqual([]);
    const sentence = /^Seven fields are required:([^.]*)\./m.exec(text)![1]!;
    expect([...sentence.matchAll(/`(\w+)`/g)].map(([, name]) => name).sort()).toEqual(
      [...required].sort(),
    );
  });
});

describe('a table in the guides', () => {
  /** The first cells of the rows of a guide’s tables that begin with code. */
  const rowsOf = (path: string) =>
    [...guideAt(path).text.matchAll(/^\| (`[^|]*?) +\|/gm)].map(([, cell = '']) => cell);

  it('has in Hosting every host', () => {
    const named = rowsOf('docs/hosting.md').map((cell) => cell.replaceAll('`', ''));
    expect(named.slice(0, hosts.length)).toEqual(hosts);
  });

  it('has in Importing every flag of the command', async () => {
    const { stdout } = await run('import', ['--help']);
    const flags = [...stdout.matchAll(/^ +(--[\w-]+(?: [A-Z]+)?)/gm)].map(([, flag]) => flag);
    const named = rowsOf('docs/importing.md').map((cell) => cell.replaceAll('`', ''));
    expect(named.sort()).toEqual(flags.filter((flag) => flag !== '--help').sort());
  });

  it('has in Architecture every folder of src', () => {
    const folders = readdirSync('src', { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => `\`src/${name}/\``);
    const cells = rowsOf('docs/architecture.md').flatMap((cell) => cell.split(', '));
    expect(cells.sort()).toEqual(folders.sort());
  });
});
