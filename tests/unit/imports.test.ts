import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(?:ts|astro|mjs|js)$/.test(name))
  .map((name) => {
    const path = join('src', name);
    return { path, text: readFileSync(path, 'utf8') };
  });

/** What a file imports: a path from the project’s root, or a package’s name. */
function importsOf({ path, text }: { path: string; text: string }): string[] {
  const found = text.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*['"]([^'"]+)['"]/g);
  return [...found].map(([, name = '']) =>
    name.startsWith('.') ? join(dirname(path), name) : name,
  );
}

const within = (folders: string[]) => (name: string) =>
  folders.some((folder) => name.startsWith(`src/${folder}/`));
const isAstro = (name: string) => /^@?astro(?:$|[/:]|js\/)/.test(name);

/** Imports of a folder’s files that are not allowed, as `file imports name`. */
function strays(folder: string, folders: string[], packages: string[]): string[] {
  const own = files.filter(({ path }) => path.startsWith(`src/${folder}/`));
  expect(own.length).toBeGreaterThan(0);
  const allowed = within(folders);
  return own.flatMap((file) =>
    importsOf(file)
      .filter((name) =>
        name.startsWith('src/') || name.startsWith('..')
          ? !allowed(name)
          : isAstro(name) && !packages.includes(name),
      )
      .map((name) => `${file.path} imports ${name}`),
  );
}

describe('imports lead one way', () => {
  it('what handles files knows nothing of what is in them', () => {
    expect(strays('files', ['files'], [])).toEqual([]);
  });

  it('the desk knows only itself', () => {
    expect(strays('desk', ['desk', 'files'], ['astro/zod'])).toEqual([]);
  });

  it('the edition knows only the desk', () => {
    expect(strays('edition', ['edition', 'desk'], [])).toEqual([]);
  });

  it('the outputs know the edition and the desk', () => {
    const own = ['outputs', 'edition', 'desk', 'files'];
    expect(strays('outputs', own, ['@astrojs/rss'])).toEqual([]);
  });

  it('the import knows only the desk', () => {
    expect(strays('import', ['import', 'desk'], [])).toEqual([]);
  });

  it('nothing imports the commands', () => {
    const others = files.filter(({ path }) => !path.startsWith('src/cli/'));
    expect(others.flatMap(importsOf).filter(within(['cli']))).toEqual([]);
  });

  it('is seen in every way of writing an import', () => {
    const text = `import { a } from './a.ts';\nimport type { b } from "../b.ts";\nimport 'astro';\nexport { c } from 'astro:content';\nawait import('astro/zod');`;
    const names = importsOf({ path: 'src/desk/x.ts', text });
    expect(names).toEqual(['src/desk/a.ts', 'src/b.ts', 'astro', 'astro:content', 'astro/zod']);
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
