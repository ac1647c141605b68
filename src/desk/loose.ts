import { conflictsIn, withoutConflicts } from './conflict.ts';
import { readYaml } from './yaml.ts';

/**
 * Reads the one-line fields of a frontmatter that cannot be read as a whole: it is half written, not valid
 * YAML, not UTF-8 or has a merge conflict.
 * @param text the file, as far as it can be decoded
 * @returns the fields by name. `draft` is included only when it is clearly true: a story must not be
 *   mistaken for a draft, and silently left out, because of a problem.
 */
export function looseFields(text: string): Record<string, unknown> {
  const lines = headOf(text.replaceAll(/\r\n?/g, '\n'));
  const fields: Record<string, unknown> = {};
  for (const line of lines) {
    const { key, value = '' } = /^(?<key>[A-Za-z]+):[ \t]+(?<value>\S.*)$/.exec(line)?.groups ?? {};
    if (key === undefined || key in fields) continue;
    const { problems, data } = readYaml(line);
    if (problems.length === 0) Object.assign(fields, data);
    // Usually text with a colon in it.
    else if (/^[\p{L}\p{N}]/u.test(value)) fields[key] = value;
  }
  const drafts = lines.filter((line) => /^["']?draft\b/.test(line)).length;
  const isSure = fields['draft'] === true && drafts === 1 && !/^draft\b/m.test(conflictsIn(text));
  const { draft: _, ...others } = fields;
  return isSure ? { ...others, draft: true } : others;
}

/** The lines of the frontmatter; if it is not closed, those up to the first empty line. */
function headOf(text: string): string[] {
  const [first, ...lines] = withoutConflicts(text)
    .replace(/^\uFEFF/, '')
    .split('\n');
  if (first?.trimEnd() !== '---') return [];
  const end = lines.findIndex((line) => line.trimEnd() === '---');
  const blank = lines.findIndex((line) => line.trim() === '');
  const last = end >= 0 ? end : blank >= 0 ? blank : lines.length;
  return lines.slice(0, last);
}
