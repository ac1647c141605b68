import { typeset } from './typeset.ts';

/** The fields with text for readers, at any depth of the frontmatter. */
const read = new Set(
  'headline, standfirst, updateNote, title, description, caption, alt, text'.split(', '),
);

/**
 * Applies a language’s typography to the fields of a frontmatter. Spaces stay as they are: programs search
 * headlines and break their lines themselves.
 * @param language BCP 47 tag
 */
export function setFrontmatter(frontmatter: object, language: string): void {
  for (const [name, value] of Object.entries(frontmatter)) {
    if (typeof value === 'string' && read.has(name))
      Object.assign(frontmatter, { [name]: typeset(value, language) });
    else if (typeof value === 'object' && value !== null) setFrontmatter(value as object, language);
  }
}
