import { uuidFrom } from './uuid.ts';
import { readParsedText } from './parsed-texts.ts';
import { provisional, type Fields } from './provisional.ts';
import { storyWith, type StoryFrontmatter } from './schema/story.ts';
import type { StoryCopy } from './story-copy.ts';
import type { Vocabulary } from './schema/vocabulary.ts';

/**
 * Completes the frontmatter of a story with problems: placeholders stand for missing fields, and keys that
 * are not in the vocabulary are left out. Fields keep their last valid values.
 * @param vocabulary undefined when it has problems itself; then any key is valid
 */
export function provisionalStories(vocabulary: Vocabulary | undefined) {
  // Keys are checked one by one, so that the valid ones in a list stay.
  const schema = storyWith(vocabulary ? { publication: vocabulary.publication } : {});
  return (name: string, last: StoryCopy | undefined) =>
    (fields: Fields): StoryFrontmatter => {
      const before = last && readParsedText(last.textKey)?.data;
      const blank = blankStory(name);
      const frontmatter = provisional(schema, fields, before ? { ...blank, ...before } : blank);
      frontmatter.draft = (fields.data as Partial<StoryFrontmatter> | undefined)?.draft === true;
      const isKnown = (kind: 'tags' | 'authors') => (key: string) =>
        key !== '' && (vocabulary?.[kind].has(key) ?? true);
      const { section, series } = frontmatter;
      if (vocabulary && !vocabulary.sections.has(section))
        frontmatter.section = [...vocabulary.sections.keys()][0] ?? section;
      if (vocabulary && series !== undefined && !vocabulary.series.has(series)) {
        delete frontmatter.series;
        delete frontmatter.part;
      }
      return {
        ...frontmatter,
        tags: frontmatter.tags.filter(isKnown('tags')),
        authors: frontmatter.authors.filter(isKnown('authors')),
      };
    };
}

/** Placeholders for missing required fields. */
function blankStory(name: string): Record<string, unknown> {
  const [, year, month] = /(?:^|\/)(\d{4})\/(0[1-9]|1[0-2])\//.exec(name) ?? [];
  return {
    id: uuidFrom(name),
    headline: '(no headline yet)',
    standfirst: '(no standfirst yet)',
    section: 'unfiled',
    tags: [''],
    authors: [''],
    published: year ? `${year}-${month}-01` : '2000-01-01',
  };
}
