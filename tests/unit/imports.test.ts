import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(?:ts|astro|mjs|js)$/.test(name))
  .map((name) => {
    const path = join('src', name);
    return { path, text: readFileSync(path, 'utf8') };
  });

/** What a file imports or starts as a worker: a path from the project’s root, or a package’s name. */
function importsOf({ path, text }: { path: string; text: string }): string[] {
  const found = text.matchAll(/(?:\bfrom|\bimport|\bnew URL)\s*\(?\s*['"]([^'"]+)['"]/g);
  return [...found].map(([, name = '']) =>
    name.startsWith('.') ? join(dirname(path), name) : name,
  );
}

/** The rooms of `src`, and which others each may import. */
const rooms: Record<string, string[]> = {
  files: [],
  i18n: [],
  desk: ['files'],
  edition: ['desk', 'i18n'],
  raster: ['desk', 'files'],
  maps: ['desk', 'edition', 'files', 'raster'],
  outputs: ['desk', 'edition', 'files', 'i18n', 'maps', 'raster'],
  search: ['desk', 'edition', 'files', 'outputs'],
  hosting: ['desk', 'edition', 'files'],
  build: ['desk', 'edition', 'files', 'hosting', 'outputs'],
  import: ['desk', 'files'],
  site: ['desk', 'edition', 'files', 'hosting', 'maps', 'outputs', 'raster'],
  integration: [
    'build',
    'desk',
    'edition',
    'files',
    'hosting',
    'maps',
    'outputs',
    'search',
    'site',
  ],
  styles: [],
  components: ['desk', 'edition', 'maps', 'outputs', 'search', 'site', 'styles'],
  layouts: ['components', 'desk', 'edition', 'outputs', 'site', 'styles'],
  pages: ['components', 'desk', 'edition', 'layouts', 'maps', 'outputs', 'site', 'styles'],
  cli: ['build', 'desk', 'edition', 'files', 'hosting', 'import', 'outputs', 'site'],
  // Where Astro looks for the collections.
  'content.config.ts': ['integration'],
};

/** What rooms that know nothing else of Astro may import of it. */
const ofAstro: Record<string, string[]> = {
  files: [],
  i18n: [],
  desk: ['astro/zod'],
  edition: [],
  raster: [],
  maps: [],
  outputs: ['@astrojs/rss'],
  search: [],
  hosting: ['astro/zod'],
  build: [],
  import: [],
};

const isAstro = (name: string) => /^@?astro(?:$|[/:]|js\/)/.test(name);
const roomOf = (path: string) => path.split('/')[1]!;

/** Modules that import each other in a circle, `a → b → a`; types count. */
function cyclesIn(imports: Map<string, string[]>): string[] {
  const cycles: string[] = [];
  const done = new Set<string>();
  const follow = (path: string, way: string[]) => {
    const at = way.indexOf(path);
    if (at >= 0) cycles.push([...way.slice(at), path].join(' → '));
    if (at >= 0 || done.has(path)) return;
    for (const next of imports.get(path) ?? []) follow(next, [...way, path]);
    done.add(path);
  };
  for (const path of imports.keys()) follow(path, []);
  return cycles;
}

describe('imports lead one way', () => {
  it('every folder and every file at the root of src is a room of the table', () => {
    expect(new Set(files.map(({ path }) => roomOf(path)))).toEqual(
      new Set(Object.keys(rooms).filter((room) => room !== 'styles')),
    );
  });

  it.each(Object.keys(rooms))('%s imports only rooms that it may know', (room) => {
    const own = files.filter(({ path }) => roomOf(path) === room);
    const strays = own.flatMap((file) =>
      importsOf(file)
        .filter((name) =>
          name.startsWith('src/')
            ? ![room, ...rooms[room]!].includes(roomOf(name))
            : name.startsWith('..') || (isAstro(name) && ofAstro[room]?.includes(name) === false),
        )
        .map((name) => `${file.path} imports ${name}`),
    );
    expect(strays).toEqual([]);
  });

  it('no module is imported by one that it imports, not even for a type', () => {
    expect(cyclesIn(new Map(files.map((file) => [file.path, importsOf(file)])))).toEqual([]);
  });

  it('finds a circle of three modules, and none where two ways lead to one', () => {
    const circle = new Map([
      ['a', ['b']],
      ['b', ['c']],
      ['c', ['a']],
    ]);
    expect(cyclesIn(circle)).toEqual(['a → b → c → a']);
    const fork = new Map([
      ['a', ['b', 'c']],
      ['b', ['c']],
    ]);
    expect(cyclesIn(fork)).toEqual([]);
  });

  it('is seen in every way of writing an import', () => {
    const text = `import { a } from './a.ts';\nimport type { b } from "../b.ts";\nimport 'astro';\nexport { c } from 'astro:content';\nawait import('astro/zod');\nnew URL('./c.ts', import.meta.url);`;
    const names = importsOf({ path: 'src/desk/x.ts', text });
    expect(names).toEqual([
      'src/desk/a.ts',
      'src/b.ts',
      'astro',
      'astro:content',
      'astro/zod',
      'src/desk/c.ts',
    ]);
    expect(names.filter(isAstro)).toHaveLength(3);
    expect(['@astrojs/rss', 'astrolabe'].map(isAstro)).toEqual([true, false]);
  });
});

it('only the newsroom’s clock looks at the clock', () => {
  const looks =
    /\bDate\.now\b|\bnew Date\b(?!\s*\(\s*[^)\s])|\bTemporal\.Now\b|\bperformance\.now\b/;
  const looking = files.filter(({ text }) => looks.test(text)).map(({ path }) => path);
  expect(looking).toEqual(['src/edition/clock.ts']);
});

it('no module takes a path from the folder where a command runs', () => {
  const takes =
    /\bprocess\.cwd\b|\b(?:relative|resolve)\(''|\bresolve\('\.|Sync\((?:'(?!\/)|`(?![/$]))/;
  const taking = files.filter(({ text }) => takes.test(text)).map(({ path }) => path);
  // npm runs it in the project, whatever the folder in which npm runs.
  expect(taking).toEqual(['src/cli/own-node.js']);
});

it('no module is over 200 lines and no component over 150', () => {
  const longest = (path: string) => (path.endsWith('.astro') ? 150 : 200);
  const long = files
    .map(({ path, text }) => ({ path, lines: text.trimEnd().split('\n').length }))
    .filter(({ path, lines }) => lines > longest(path));
  expect(long).toEqual([]);
});

it('no file has a name that says nothing', () => {
  const empty = /^(?:index\.[jt]s|(?:helpers?|utils?|common)(?:\..*)?)$/;
  const parts = files.flatMap(({ path }) => [basename(path), ...dirname(path).split('/')]);
  expect(parts.filter((part) => empty.test(part))).toEqual([]);
});
