import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { copyProject } from '../project.ts';
import { build, filesOf, type Site } from '../sites.ts';
import { openPage } from './page.ts';

const root = mkdtempSync(join(tmpdir(), 'newsroom-'));
const project = copyProject('editions');
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** The real vocabulary and pages without a picture, with a story, as a publication in a language. */
async function editionIn(language: string): Promise<Site> {
  const content = join(root, `${language}-content`);
  cpSync('content', content, {
    recursive: true,
    filter: (name) => !/articles|addresses\.lock/.test(name),
  });
  const file = join(content, 'publication.yaml');
  const text = readFileSync(file, 'utf8').replace('language: en-US', `language: ${language}`);
  writeFileSync(file, text);
  cpSync('tests/site/editions-story.md', join(content, 'articles/story.md'));
  const folder = join(root, language);
  // Apart from the other builds, which may be at work.
  await build(folder, { CONTENT: content, CACHE: join(root, 'cache') }, project);
  return { folder, base: '/', url: 'https://anh.example/' };
}

it.each([
  ['ar', 'rtl', 'الأقسام', 'المواضيع'],
  ['sq', undefined, 'Rubrikat', 'Temat'],
  ['sr', undefined, 'Рубрике', 'Теме'],
])(
  'builds a whole edition in %s',
  async (language, dir, sections, topics) => {
    const site = await editionIn(language);
    for (const path of filesOf(site).keys()) {
      if (!path.endsWith('.html')) continue;
      const { properties } = openPage(site, path).one('html');
      expect([properties['lang'], properties['dir']], path).toEqual([language, dir]);
    }
    const frontmatter = openPage(site, '');
    expect(frontmatter.one('.masthead nav').properties['ariaLabel']).toBe(sections);
    expect(frontmatter.text('.masthead')).toContain(topics);
    expect(openPage(site, 'tags/').text('h1')).toBe(topics);
    expect(filesOf(site).get('feed.xml')!.toString()).toContain(`<language>${language}</language>`);
    expect(JSON.parse(filesOf(site).get('manifest.webmanifest')!.toString())).toMatchObject({
      lang: language,
      dir: dir ?? 'ltr',
    });
  },
  240_000,
);
