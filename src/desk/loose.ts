import { conflictsIn, withoutConflicts } from './conflict.ts';
import { readYaml } from './yaml.ts';

/**
 * What can be told of a file whose frontmatter cannot be read as a whole, because it is half written, no
 * valid YAML, no UTF-8 or in conflict: the fields that stand on one line each.
 * @param text the file, as far as it can be decoded
 * @returns the fields by name. `draft` is only among them when it is true beyond doubt: a story must not
 *   be taken for a draft, and be left out in silence, because of a problem
 */
export function looseFields(text: string): Record<string, unknown> {
  const lines = headOf(text.replaceAll(/\r\n?/g, '\n'));
  const fields: Record<string, unknown> = {};
  for (const line of lines) {
    const { key, value = '' } = /^(?<key>[A-Za-z]+):[ \t]+(?<value>\S.*)$/.exec(line)?.groups ?? {};
    if (key === undefined || key in fields) continue;
    const { problems, data } = readYaml(line);
    if (problems.length === 0) Object.assign(fields, data);
    // Text with a colon in it, most often.
    else if (/^[\p{L}\p{N}]/u.test(value)) fields[key] = value;
  }
  const drafts = lines.filter((line) => /^["']?draft\b/.test(line)).length;
  const isSure = fields['draft'] === true && drafts === 1 && !/^draft\b/m.test(conflictsIn(text));
  const { draft: _, ...others } = fields;
  return isSure ? { ...others, draft: true } : others;
}

/** The lines of the frontmatter; of one without an end those to the first empty line. */
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
