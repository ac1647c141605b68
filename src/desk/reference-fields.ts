import { z } from 'astro/zod';

/** The part of a JSON Schema that matters to editors. */
interface Documented {
  type?: string;
  format?: string;
  maxLength?: number;
  enum?: unknown[];
  default?: unknown;
  description?: string;
  examples?: unknown[];
  properties?: Record<string, Documented>;
  required?: string[];
  items?: Documented;
  /** The schema of each entry in a mapping with free keys. */
  additionalProperties?: Documented | false;
}

/** The fields of a schema as a list in Markdown. */
export function fieldsOf(schema: z.ZodType): string {
  const documented = z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
    override({ zodSchema, jsonSchema }) {
      // zod omits the examples of transformed values, such as dates.
      const examples = z.globalRegistry.get(zodSchema)?.['examples'];
      if (Array.isArray(examples)) jsonSchema.examples = examples;
    },
  });
  return listFields(documented as Documented).join('\n');
}

function listFields({ properties = {}, required = [] }: Documented, indent = ''): string[] {
  return Object.entries(properties).flatMap(([name, field]) => {
    const need = required.includes(name) ? 'required' : 'optional';
    const examples = field.examples?.map((example) => `\`${name}: ${String(example)}\``) ?? [];
    const lines = [
      `- **\`${name}\`** · ${need} · ${formOf(field)}`,
      ...(field.description ? [`  ${field.description}`] : []),
      ...(examples.length > 0 ? [`  For example ${examples.join(' or ')}`] : []),
    ];
    // A backslash at the end of a line is a line break.
    const item = lines.map((line, at) => indent + line + (at < lines.length - 1 ? '\\' : ''));
    const group = field.properties ? field : field.items || field.additionalProperties || {};
    return [...item, ...listFields(group, `${indent}  `)];
  });
}

/** The form of a field, in words for editors. */
function formOf(field: Documented): string {
  if (field.enum) return `one of ${field.enum.join(', ')}`;
  if (field.format === 'uuid') return 'a UUID';
  if (field.format === 'uri') return 'a web address';
  if (field.type === 'boolean') return `true or false; the default is ${String(field.default)}`;
  if (field.type === 'array')
    return field.items?.type === 'object' ? 'a list of groups of fields' : 'a list';
  if (field.type === 'object')
    return field.properties
      ? 'a group of fields'
      : `for each name, ${formOf(field.additionalProperties || {})}`;
  if (field.type === 'number' || field.type === 'integer') return 'a number';
  return field.maxLength ? `text of up to ${field.maxLength} characters` : 'text';
}
