import { z } from 'astro/zod';
import type { ProblemText, Problem } from './problem.ts';
import { nearest } from './nearest.ts';
import type { YamlSource } from './yaml.ts';

/**
 * Checks YAML against a schema.
 * @param problems receives every problem, with its place in the file
 * @param fixes advice for a field, in place of the schema’s
 * @returns the schema’s output, or undefined if it was refused
 */
export function validate<Schema extends z.ZodType>(
  schema: Schema,
  yaml: YamlSource,
  file: string,
  problems: Problem[],
  fixes: Record<string, string> = {},
): z.output<Schema> | undefined {
  problems.push(...yaml.problems.map((problem) => ({ file, ...problem })));
  const cut = yaml.commented.filter(({ path }) => isRunningText(fieldAt(schema, path)));
  for (const { line, column, comment } of cut)
    problems.push({
      file,
      line,
      column,
      summary: `YAML reads ${comment} as a comment: readers would not see it.`,
      fix: 'Put the whole value in quotation marks. Put a comment of your own on a line above it.',
    });
  if (yaml.problems.length > 0) return undefined;
  const result = schema.safeParse(yaml.data ?? {}, { reportInput: true });
  if (result.success) return cut.length > 0 ? undefined : result.data;
  for (const issue of result.error.issues) {
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys)
        problems.push({
          file,
          ...yaml.placeOfKey(issue.path, key),
          ...unknownField(schema, issue.path, key),
        });
    } else if (issue.code === 'invalid_key') {
      const key = String(issue.path.at(-1));
      problems.push({
        file,
        ...yaml.placeOfKey(issue.path.slice(0, -1), key),
        ...problemTextOf(schema, { ...issue.issues[0]!, path: [key] }),
      });
    } else {
      const { summary, fix } = problemTextOf(schema, issue, yaml);
      const place = yaml.placeOf(issue.path);
      const field = issue.path.filter((step) => typeof step === 'string').join('.');
      problems.push({
        file,
        ...place,
        summary,
        fix: fixes[issue.path.join('.')] ?? fix,
        ...(field && { field }),
      });
    }
  }
  return undefined;
}

/**
 * One of zod's issues, in words for editors.
 * @param yaml the fields as written, if they are from a file
 */
export function problemTextOf(
  schema: z.ZodType,
  issue: z.core.$ZodIssue,
  yaml?: Pick<YamlSource, 'writtenAt'>,
): ProblemText {
  const params = issue.code === 'custom' ? issue.params : undefined;
  const field = issue.path.filter((step) => typeof step === 'string').join('.');
  const name = issue.path.length > 0 ? `\`${field}\`` : 'This file';
  const wrongType = issue.code === 'invalid_type';
  const summary = params?.['whole']
    ? issue.message
    : wrongType && issue.input === undefined
      ? `${name} is missing.`
      : wrongType && issue.input === null
        ? `${name} is empty.`
        : wrongType
          ? `${name} is not ${kinds[issue.expected] ?? `of the type ${issue.expected}`}.`
          : `${name} ${issue.message}.`;
  const fix: unknown = params?.['fix'] ?? quoted(schema, issue, yaml);
  return { summary, fix: typeof fix === 'string' ? fix : explain(schema, issue.path) };
}

/** The fix for text that YAML reads as a number or as true or false: `headline: 1984`. */
function quoted(
  schema: z.ZodType,
  issue: z.core.$ZodIssue,
  yaml?: Pick<YamlSource, 'writtenAt'>,
): string | undefined {
  if (issue.code !== 'invalid_type' || issue.expected !== 'string') return undefined;
  if (typeof issue.input !== 'number' && typeof issue.input !== 'boolean') return undefined;
  const text = yaml?.writtenAt(issue.path) ?? String(issue.input);
  if (!fieldAt(schema, issue.path)?.safeParse(text).success) return undefined;
  const key = String(issue.path.findLast((step) => typeof step === 'string'));
  const value = typeof issue.path.at(-1) === 'number' ? `["${text}"]` : `"${text}"`;
  return `YAML reads it as ${typeof issue.input === 'number' ? 'a number' : 'true or false'}. Put it in quotation marks: \`${key}: ${value}\`.`;
}

const kinds: Record<string, string> = {
  string: 'text',
  array: 'a list',
  number: 'a number',
  object: 'a group of fields',
  record: 'a group of fields',
  boolean: 'true or false',
};

/** The schema’s documentation of a field, as a fix. */
function explain(schema: z.ZodType, path: readonly PropertyKey[]): string {
  const meta = fieldAt(schema, path)?.meta();
  if (!meta?.description && path.length > 0) return explain(schema, path.slice(0, -1));
  const [example] = (meta?.['examples'] ?? []) as unknown[];
  const key = path.findLast((step) => typeof step === 'string');
  return [
    meta?.description ?? 'Write it as the editors’ reference shows.',
    ...(example === undefined ? [] : [`For example: \`${String(key)}: ${String(example)}\``]),
  ].join(' ');
}

function unknownField(schema: z.ZodType, path: readonly PropertyKey[], key: string): ProblemText {
  const parent = unwrap(fieldAt(schema, path));
  const known = Object.keys(parent instanceof z.ZodObject ? parent.shape : {});
  const near = nearest(key, new Map(known.map((name) => [name, []])));
  return {
    summary: `There is no field \`${key}\`.`,
    fix: `The nearest one is \`${near}\`; the fields are ${known.join(', ')}.`,
  };
}

/** The part of a schema at a path. */
function fieldAt(schema: z.ZodType, path: readonly PropertyKey[]): z.ZodType | undefined {
  let field: z.core.$ZodType | undefined = schema;
  for (const step of path) {
    field = unwrap(field);
    if (field instanceof z.ZodObject) field = field.shape[String(step)];
    else if (field instanceof z.ZodArray) field = field.element;
    else if (field instanceof z.ZodRecord) field = field.valueType;
    else return undefined;
  }
  // The documentation is on the outermost layer, the fields below it on the innermost.
  const documented = field instanceof z.ZodType && field.meta() ? field : unwrap(field);
  return documented instanceof z.ZodType ? documented : undefined;
}

function unwrap(schema: z.core.$ZodType | undefined): z.core.$ZodType | undefined {
  while (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault)
    schema = schema.def.innerType;
  return schema;
}

/** Whether a field contains text for readers (schema/text.ts), not a key, date or address. */
function isRunningText(schema: z.ZodType | undefined): boolean {
  const field = unwrap(schema);
  return field instanceof z.ZodString && field.maxLength !== null;
}
