import type { z } from 'astro/zod';
import type { Block } from './blocks.ts';

/** The part of a frontmatter that could be read. */
export interface Fields {
  data: unknown;
  /** Whether the file may have more than could be read. */
  isPartial: boolean;
}

/**
 * Completes a frontmatter with problems, for an editor who is still working on it: an invalid field is left
 * out, or takes its value from `instead`.
 * @param instead values as they are written in a file, at least those of required fields
 */
export function provisional<Frontmatter>(
  schema: z.ZodType<Frontmatter>,
  { data, isPartial }: Fields,
  instead: Record<string, unknown>,
): Frontmatter {
  const written = typeof data === 'object' && !Array.isArray(data) ? data : {};
  const fields: Record<string, unknown> = { ...(isPartial && instead), ...written };
  // Removing an invalid field may make others invalid that depend on it.
  for (let round = 0; round < 5; round += 1) {
    const result = schema.safeParse(fields);
    if (result.success) return result.data;
    for (const issue of result.error.issues)
      for (const field of issue.path.length > 0
        ? [String(issue.path[0])]
        : issue.code === 'unrecognized_keys'
          ? issue.keys
          : []) {
        const [value, other] = [fields[field], instead[field]];
        if (typeof value === 'number') fields[field] = String(value);
        else if (other === undefined || value === other) delete fields[field];
        else fields[field] = other;
      }
  }
  return schema.parse(instead);
}

/**
 * The blocks that can be shown from a text with problems.
 * @param isThere whether a picture or a recording was found, by the name that blocks use
 */
export function showable(blocks: Block[], isThere: (path: string) => boolean): Block[] {
  const kept = blocks.flatMap((block): Block[] => {
    switch (block.type) {
      case 'figure':
        return isThere(block.figure.image) ? [block] : [];
      case 'gallery':
      case 'embed': {
        const figures = block.figures.filter(({ figure }) => isThere(figure.image));
        return figures.length > 0 ? [{ ...block, figures }] : [];
      }
      case 'audio':
      case 'video': {
        const files = [block.file, block.captions, block.poster?.image];
        return files.every((file) => file === undefined || isThere(file)) ? [block] : [];
      }
      case 'table':
        return block.rows.length > 0 ? [block] : [];
      default:
        return [block];
    }
  });
  return harmless(structuredClone(kept));
}

/** Removes unsafe link targets from a block, and pictures inside paragraphs, which are not figures. */
function harmless<Value>(value: Value): Value {
  if (Array.isArray(value)) value.forEach(harmless);
  else if (typeof value === 'object' && value !== null) {
    const { properties } = value as { properties?: Record<string, unknown> };
    if (properties) {
      delete properties['src'];
      if (!/^(?:https?:|mailto:|tel:|[/#])/i.test(String(properties['href'] ?? '/')))
        delete properties['href'];
    }
    Object.values(value).forEach(harmless);
  }
  return value;
}
