import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { markAsBuilt } from '../../../src/build/build-marker.ts';
import { outputFolder } from '../../../src/build/output-folder.ts';
import { setProjectFolder } from '../../../src/files/project.ts';
import { run } from '../command.ts';

const before = process.cwd();
let project = '';
beforeEach(() => {
  project = join(realpathSync(mkdtempSync(join(tmpdir(), 'output-'))), 'news');
  for (const name of ['content/articles', 'src', 'public', '.git', 'node_modules', '.cache'])
    mkdirSync(join(project, name), { recursive: true });
  process.chdir(project);
  setProjectFolder(project);
  delete process.env.CONTENT;
  process.env.CACHE = join(project, '.cache');
});
afterEach(() => {
  process.chdir(before);
  setProjectFolder(before);
});

const write = (folder: string, ...names: string[]) => {
  mkdirSync(folder, { recursive: true });
  for (const name of names) writeFileSync(join(folder, name), '');
};

describe('a folder for the site', () => {
  it.each([
    ['is the content', 'content', /^content is the content/],
    ['is it by another way', 'src/../content/', /is the content/],
    ['lies in the content', 'content/articles/dist', /lies in the content/],
    [
      'holds the content that is elsewhere',
      '../elsewhere',
      /holds the content/,
      '../elsewhere/content',
    ],
    ['is the code', 'src', /is the project’s src/],
    ['lies among the files that are served', 'public/site', /lies in the project’s public/],
    ['is the history', '.git', /is the project’s \.git/],
    ['lies among the packages', 'node_modules/site', /lies in the project’s node_modules/],
    ['is the cache', '.cache', /is the cache/],
    ['lies in the cache', '.cache/site', /lies in the cache/],
    ['is the project', '.', /is or holds the project itself/],
    ['holds the project', '..', /is or holds the project itself/],
  ])('is refused when it %s', (_, given, message, content = 'content') => {
    mkdirSync(join(project, content), { recursive: true });
    process.env.CONTENT = content;
    const there = readdirSync(project, { recursive: true });
    expect(() => outputFolder(given)).toThrow(message);
    expect(readdirSync(project, { recursive: true })).toEqual(there);
  });

  it('is refused as a link to what is kept, and as one that leads nowhere', () => {
    symlinkSync('content', 'dist');
    expect(() => outputFolder('dist')).toThrow(/^dist is the content/);
    symlinkSync('nowhere', 'site');
    expect(() => outputFolder('site')).toThrow(/^site is a link that leads nowhere/);
  });

  it('is refused when it is a file, or holds what no build made', () => {
    write(project, 'dist');
    expect(() => outputFolder('dist')).toThrow(/^dist is a file/);
    write(join(project, 'www'), 'index.html', 'wire.json', '404.html', 'llms.txt', '_astro');
    expect(() => outputFolder('www')).toThrow(/^www is not empty and was not made by a build/);
    expect(readdirSync('www')).toHaveLength(5);
  });

  it('may be new, empty, or made by a build, with what hosts and systems add to it', () => {
    for (const given of ['new', 'a/b/new/', '../news-out']) {
      const { folder, next } = outputFolder(given);
      expect([folder, next]).toEqual([resolve(given), `${resolve(given)}.newsroom-next`]);
    }
    write(join(project, 'dist'));
    expect(outputFolder('dist').folder).toBe(join(project, 'dist'));
    write(join(project, 'dist'), 'index.html', 'about');
    markAsBuilt('dist');
    write(join(project, 'dist'), '_headers', '.DS_Store', '.host');
    expect(outputFolder('dist').folder).toBe(join(project, 'dist'));
    write(join(project, 'dist'), 'uploads');
    expect(() => outputFolder('dist')).toThrow(
      /^dist holds what no build made and the next one would remove: uploads\. Move it/,
    );
  });

  it('may be the dist/ of a build that left no mark yet', () => {
    write(join(project, 'dist'), 'index.html', '404.html', 'wire.json', 'llms.txt', '_astro');
    expect(outputFolder('dist/').folder).toBe(join(project, 'dist'));
  });

  it('is where a link leads', () => {
    write(join(project, '../www'));
    symlinkSync('../www', 'dist');
    expect(outputFolder('dist').folder).toBe(resolve('../www'));
  });
});

const canMount = (() => {
  try {
    execFileSync('unshare', ['--map-root-user', '--mount', 'mount', '-t', 'tmpfs', 'x', tmpdir()], {
      stdio: 'ignore',
    });
    return true;
  } catch {
    return false;
  }
})();
const skipped = canMount ? '' : 'skipped, as no file system can be mounted here: ';

describe.skipIf(skipped)(`${skipped}a file system that is in the way`, { concurrent: true }, () => {
  /** Runs the build where a file system with these options is mounted on a folder. */
  async function build(options: string, given: string, environment = {}) {
    const folder = mkdtempSync(join(tmpdir(), 'mount-'));
    const cli = join(before, 'src/cli');
    const command = `mount -t tmpfs -o ${options} x ${folder} && exec ${process.execPath} ${cli}/build.ts ${folder}${given}`;
    const ended = await run(
      'build',
      [],
      { CONTENT: join(before, 'content'), ...environment },
      before,
      ['unshare', ...['--map-root-user', '--mount', 'sh', '-c', command]],
    );
    return { ...ended, stderr: ended.stderr.replaceAll(folder, 'MOUNT') };
  }

  it.each([
    [
      'is mounted on the folder',
      'size=64k',
      '',
      /^\nMOUNT is where another file system is mounted.*MOUNT\/site\.\n$/,
    ],
    ['can only be read', 'ro', '/site', /^\nThis file system is read-only: MOUNT\.\n {4}Use /],
  ])('is told of before anything is made, when it %s', async (_, options, given, message) => {
    const { code, stdout, stderr } = await build(options, given);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(message);
  });
});

it('a finished site says what a build made of it, always the same', () => {
  write(join(project, 'dist'), 'b', 'a');
  markAsBuilt('dist');
  const said = readFileSync('dist/.newsroom', 'utf8');
  expect(said).toMatch(/:\na\nb\n$/);
  markAsBuilt('dist');
  expect(readFileSync('dist/.newsroom', 'utf8')).toBe(said);
  expect(existsSync('dist/.newsroom')).toBe(true);
});
