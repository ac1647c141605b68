import { Document, isCollection, isMap, isScalar } from 'yaml';

/** A field’s value; null stands for what the editor still has to write. */
export type Field = string | string[] | boolean | null | { [field: string]: Field };

/**
 * The file of a story that is still to be written: its fields, and no text.
 * @param adviceFor what to write into an empty field, by its path; stands beside it as a comment
 */
export function draftText(
  fields: Record<string, Field>,
  adviceFor: (path: string[]) => string | undefined,
): string {
  const document = new Document(fields);
  const annotate = (path: string[]) => {
    const node = document.getIn(path, true);
    if (isMap(node))
      for (const { key } of node.items) annotate([...path, isScalar(key) ? String(key.value) : '']);
    // Lists stand on one line, as in the reference.
    else if (isCollection(node)) node.flow = true;
    else if (isScalar(node) && node.value === null) {
      const advice = adviceFor(path);
      if (advice) node.comment = ` ${advice}`;
    }
  };
  for (const name of Object.keys(fields)) annotate([name]);
  // No folding: a long headline stays on its line, where problems in it have their place.
  const yaml = document.toString({ nullStr: '', lineWidth: 0, flowCollectionPadding: false });
  return `---\n${yaml}---\n`;
}
