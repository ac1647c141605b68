import { readFileSync } from 'node:fs';
import { z } from 'astro/zod';
import { expect, it } from 'vitest';
import { blockKinds } from '../../src/desk/blocks/kinds.ts';
import { setBody } from '../../src/desk/body.ts';
import { reference } from '../../src/desk/reference.ts';
import { figure } from '../../src/desk/schema/figure.ts';
import { page } from '../../src/desk/schema/page.ts';
import { publication } from '../../src/desk/schema/publication.ts';
import { storyWith } from '../../src/desk/schema/story.ts';
import { author, tags } from '../../src/desk/schema/vocabulary.ts';
import { publication as publicationFile, read, story, storyFile, type Fields } from './content.ts';

/** The part under a heading. */
const part = (heading: string) =>
  reference()
    .split(/^#+ /m)
    .find((text) => text.startsWith(`${heading}\n`))!;

const namesIn = (text: string, indent = '') =>
  [...text.matchAll(new RegExp(`^${indent}- \\*\\*\`(\\w+)\`\\*\\* ·`, 'gm'))].map(
    ([, name]) => name,
  );

it('content/README.md is what the schemas say; `npm run reference` writes it', () => {
  expect(readFileSync('content/README.md', 'utf8')).toBe(reference());
});

it.each<[string, z.ZodObject]>([
  ['A story', storyWith({})],
  ['A page', page],
  ['The publication', publication],
  ['Sections, tags and series', tags.valueType],
  ['An author', author],
])('%s: every field is in the order of the schema', (heading, { shape }) => {
  expect(namesIn(part(heading))).toEqual(Object.keys(shape));
});

it('the fields of a group stand below it', () => {
  const lead = part('A story').split('- **`lead`**')[1]!.split('\n- ')[0]!;
  expect(namesIn(lead, '  ')).toEqual(Object.keys(figure.shape));
});

it('a field says whether it is required, its form, what it is for and an example', () => {
  expect(part('A story')).toContain(
    [
      '- **`dateline`** · optional · text of up to 100 characters\\',
      '  Where the story was reported; it opens the first paragraph.\\',
      '  For example `dateline: PRISTINA, Kosovo`',
      '- **`published`** · required · text\\',
    ].join('\n'),
  );
  expect(part('A story')).toContain('`published: 2021-03-09` or `published: 2021-03-09 14:30` or');
  expect(part('A story')).toContain('- **`id`** · required · a UUID\\');
  expect(part('A story')).toContain('- **`tags`** · required · a list\\');
  expect(part('A story')).toContain(
    '- **`draft`** · optional · true or false; the default is false',
  );
  expect(part('The publication')).toContain('- **`url`** · required · a web address\\');
});

const examplesIn = (heading: string): Fields =>
  Object.fromEntries(
    [...part(heading).matchAll(/^ {2}For example `(\w+): (.*?)`/gm)].map(([, name, value]) => [
      name!,
      value!,
    ]),
  );

it('the desk passes the examples', async () => {
  const examples = examplesIn('A story');
  expect(Object.keys(examples)).toContain('updated');
  const series = { 'series.yaml': `${examples['series']}:\n  name: A new army\n` };
  const { stories } = await read({ ...series, [storyFile]: story(examples) });
  expect(stories[0]?.frontmatter.headline).toBe(examples['headline']);
  const files = { 'publication.yaml': publicationFile(examplesIn('The publication')) };
  expect((await read(files)).vocabulary.publication.url).toBe('https://anh.example/news/');
});

it('the desk passes the Markdown', () => {
  const blocks = [...reference().matchAll(/^```markdown\n(.*?)^```/gms)].map(([, text]) => text!);
  expect(blocks.flatMap((text) => setBody(text).problems)).toEqual([]);
  const types = blocks
    .map((text) => setBody(text).body.blocks.map(({ type }) => type))
    .filter((found) => !found.includes('footnotes'));
  expect(types).toEqual([['prose'], ['figure'], ...blockKinds.map(({ name }) => [name])]);
});
