import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { run, type Ended } from './command.ts';
import { contentFolder, idOf, png, story, storyFile, type Files } from './content.ts';

async function check(files: Files, words: string[], environment: Record<string, string> = {}) {
  const CONTENT = contentFolder(files);
  const ended = await run('check', words, { CONTENT, ...environment });
  return { ...ended, home: `${relative('', CONTENT)}/` };
}

const lead = '{ image: wide.png, alt: A river, caption: "The Ibar, 2021.", credit: A/AP }';
const faulty: Files = { [storyFile]: story({ section: 'militry' }, '[a](/nowhere/)') };
const wordy: Files = {
  [storyFile]: story({ headline: 'Long '.repeat(23), lead }),
  [`${dirname(storyFile)}/wide.png`]: png,
};

describe('--json', { concurrent: true, timeout: 180_000 }, () => {
  it('prints an empty array and nothing else when all is in order', async () => {
    const { code, stdout, stderr } = await check({}, ['--json']);
    expect([code, stdout, stderr]).toEqual([0, '[]\n', '']);
  });

  it('prints every problem with its place and nothing else, on GitHub too, and ends with 1', async () => {
    const environment = { GITHUB_ACTIONS: 'true' };
    const { code, stdout, stderr, home } = await check(faulty, ['--json'], environment);
    expect([code, stderr]).toEqual([1, '']);
    expect(JSON.parse(stdout)).toEqual([
      {
        file: `${home}${storyFile}`,
        line: 5,
        column: 10,
        severity: 'error',
        summary: 'There is no section “militry”.',
        fix: 'The nearest one is `military`.',
      },
    ]);
  });

  it('prints warnings and ends with 0', async () => {
    const { code, stdout, home } = await check(wordy, ['--json']);
    const file = `${home}${storyFile}`;
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual([
      {
        file,
        line: 3,
        column: 11,
        severity: 'warning',
        summary: 'The headline has 114 characters.',
        fix: 'Shorten it to 110: search results and previews cut what is longer.',
      },
      {
        file,
        line: 9,
        column: 16,
        severity: 'warning',
        summary: 'The lead picture is 8 px wide.',
        fix: 'Use one that is at least 1200 px wide, so that it is sharp on wide screens and in previews.',
      },
    ]);
  });

  it('prints what is missing in a draft as a warning, behind the others, and ends with 0', async () => {
    const draft = story(
      { id: idOf(1), published: '2021-03-10', standfirst: '', draft: 'true' },
      '',
    );
    const files = { ...wordy, 'articles/2021/03/draft.md': draft };
    const { code, stdout } = await check(files, ['--json']);
    const told = (JSON.parse(stdout) as { severity: string; summary: string }[]).map(
      ({ severity, summary }) => `${severity}: ${summary}`,
    );
    expect([code, told.slice(2)]).toEqual([
      0,
      ['warning: There is no text.', 'warning: `standfirst` is empty.'],
    ]);
  });

  it('prints warnings beside the problems of other files, and beside links that lead nowhere', async () => {
    const other = { 'pages/about.md': 'No fields.' };
    const severities = ({ stdout }: Ended) =>
      (JSON.parse(stdout) as { severity: string }[]).map(({ severity }) => severity);
    expect(severities(await check({ ...wordy, ...other }, ['--json']))).toEqual([
      'error',
      'warning',
      'warning',
    ]);
    const text = story({ headline: 'Long '.repeat(23) }, '[a](/nowhere/)');
    expect(severities(await check({ [storyFile]: text }, ['--json']))).toEqual([
      'error',
      'warning',
    ]);
  });

  it('does not warn of 110 characters, nor of 1200 px', async () => {
    const wide = { width: 1200, height: 6, channels: 3, background: '#246' } as const;
    const files = {
      [storyFile]: story({ headline: '😀'.repeat(110), lead }),
      [`${dirname(storyFile)}/wide.png`]: await sharp({ create: wide }).png().toBuffer(),
    };
    expect((await check(files, ['--json'])).stdout).toBe('[]\n');
  });
});

describe('for people', { concurrent: true, timeout: 180_000 }, () => {
  it('tells problems and warnings, how to fix them and how many there are', async () => {
    const files = { ...wordy, 'pages/about.md': 'No fields.' };
    const { code, stdout, stderr, home } = await check(files, []);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr.replaceAll(home, '')).toBe(
      [
        'pages/about.md:1:1 This file does not begin with frontmatter.',
        '    Put the fields at the top, between two lines of ---. Every .md file here is read, except README.md and hidden files.',
        `${storyFile}:3:11 Warning: The headline has 114 characters.`,
        '    Shorten it to 110: search results and previews cut what is longer.',
        `${storyFile}:9:16 Warning: The lead picture is 8 px wide.`,
        '    Use one that is at least 1200 px wide, so that it is sharp on wide screens and in previews.',
        '',
        '1 problem, 2 warnings.\n',
      ].join('\n'),
    );
  });

  it('annotates on GitHub, with nothing that could end an annotation early', async () => {
    const files = {
      'articles/a,b:c.md': story({ section: '"100%\\n::x"' }),
      [storyFile]: undefined,
    };
    const { code, stdout, home } = await check(files, [], { GITHUB_ACTIONS: 'true' });
    expect(code).toBe(1);
    expect(stdout.replaceAll(home, '')).toBe(
      [
        '::error file=articles/a%2Cb%3Ac.md,line=1,col=1::“a,b:c” is not valid in an address.%0ARename the folder or the file. Use lowercase letters a to z, digits and single hyphens.',
        '::error file=articles/a%2Cb%3Ac.md,line=5,col=10::There is no section “100%25U+000A::x”.%0AThe nearest one is `military`.\n',
      ].join('\n'),
    );
  });

  it('prints its usage and ends with 0', async () => {
    const { code, stdout } = await check(faulty, ['--help']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^npm run check .*(?:Ends|Exits) with 0 .* with 1 .* with 2 /s);
  });

  it.each([[['--jsn']], [['story.md']]])('ends with 2 when called with %s', async (words) => {
    const { code, stdout, stderr } = await check({}, words);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/(?:--jsn|“story\.md”).*\nAdd --help/);
  });

  it('ends with 2 when it cannot do its work', async () => {
    const { code, stdout, stderr } = await check({}, ['--json'], { NEWSROOM_CLOCK: 'noon' });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('NEWSROOM_CLOCK is “noon”');
  });
});

describe('types', { concurrent: true, timeout: 180_000 }, () => {
  /** A project of one module, to be checked as the newsroom checks itself. */
  function project(text: string) {
    const folder = mkdtempSync(join(tmpdir(), 'newsroom-'));
    const write = (name: string, data: string) => {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), data);
    };
    symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
    write('tsconfig.json', '{ "include": ["src"], "compilerOptions": { "strict": true } }');
    write('public/robots.txt', '');
    write('tests/one.ts', '');
    write('src/one.ts', text);
    const CONTENT = contentFolder();
    const environment = { CONTENT, CACHE: join(folder, '.cache') };
    const told = (more = {}) => run('check', [], { ...environment, ...more }, folder);
    return { write, told };
  }

  it('are checked again only after a change, and until they are right', async () => {
    const { write, told } = project('export const one: string = 1;');
    const [wrong, stillWrong] = [await told(), await told()];
    expect([wrong.code, stillWrong.code]).toEqual([1, 1]);
    expect(stillWrong.stdout).toContain('1 error');
    write('src/one.ts', 'export const one = 1;');
    const [right, again] = [await told(), await told()];
    expect([right.code, again.code]).toEqual([0, 0]);
    expect(right.stdout).toContain('0 errors');
    expect(again.stdout).toBe('No errors in the content; 1 published.\n');
  });

  it('end with 2 when what checks them is missing', async () => {
    const without = `import { registerHooks } from 'node:module';
      registerHooks({ resolve(name, context, next) {
        if (name === '@astrojs/check') throw new Error('It is gone.');
        return next(name, context);
      } });`;
    const NODE_OPTIONS = `--import=data:text/javascript,${encodeURIComponent(without)}`;
    const { code, stderr } = await project('').told({ NODE_OPTIONS });
    expect(code).toBe(2);
    expect(stderr).toContain('It is gone.');
  });
});
