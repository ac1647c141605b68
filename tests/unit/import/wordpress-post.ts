import type { StoryReport } from '../../../src/import/report.ts';
import { importInto, storiesIn, storyText } from '../../imported.ts';
import { contentFolder } from '../content.ts';
import { written } from './imported.ts';
import { wordPressExport, type WordPressItem } from './wordpress-export.ts';

/** What becomes of a post, with others of the export beside it. */
export async function post(item: WordPressItem, others: WordPressItem[] = [], withUpdates = false) {
  const content = contentFolder();
  const file = written(content, 'wordpress.xml', wordPressExport([item, ...others]));
  const reports = await importInto(content, [file], { withUpdates });
  const [story] = storiesIn(reports);
  return { reports, ...(story ? told(story) : nothing) };
}

const nothing: ReturnType<typeof told> = {
  ...{ frontmatter: '', body: '', path: '', held: undefined },
  ...{ lost: [], notes: [], fields: [], pictures: [] },
};

function told(story: StoryReport) {
  const [, frontmatter = '', body = ''] = /^---\n(.*?)\n---\n\n(.*)$/s.exec(storyText(story)) ?? [];
  const { lost, notes, fields, pictures, path, held } = story;
  return { frontmatter, body: body.trim(), lost, notes, fields, pictures, path, held };
}

/** The text that becomes of a post. */
export const bodyOf = async (content: string, others: WordPressItem[] = []) =>
  (await post({ content }, others)).body;
