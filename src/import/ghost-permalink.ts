/** The settings in a Ghost export that determine addresses. */
export interface GhostSettings {
  /** `/:year/:month/:day/:slug/`, or with braces as in Ghost’s routes; unset for `/:slug/`. */
  permalinks?: string;
  /** The time zone of the days in addresses. */
  timeZone?: string;
}

/** The parts of a post that its address may contain. */
export interface Addressed {
  id: string;
  slug: string;
  /** When it was published, `2021-03-09T10:00:00Z`; empty if it was not. */
  published: string;
  /** The slugs of its first tag and author; empty if it has none. */
  tag: string;
  author: string;
}

/**
 * The path of a post on its Ghost site.
 * @returns undefined if it had none, or if the rule needs something that the export does not have
 */
export function permalinkOf(
  post: Addressed,
  { permalinks = '/:slug/', timeZone = 'UTC' }: GhostSettings,
): string | undefined {
  const [year = '', month = '', day = ''] = dayIn(post.published, timeZone).split('-');
  // Ghost puts a post without a tag below `all`.
  const tag = post.tag || 'all';
  const { id, slug, author } = post;
  const parts: Record<string, string> = {
    ...{ id, slug, year, month, day, author, tag },
    primary_author: author,
    primary_tag: tag,
  };
  let isKnown = true;
  const path = permalinks.replaceAll(/:(\w+)|\{(\w+)\}/g, (_, one: string, other: string) => {
    const part = parts[one ?? other] ?? '';
    isKnown &&= part !== '';
    return encodeURIComponent(part);
  });
  return isKnown && /[:{]\w*slug|[:{]id/.test(permalinks) ? path : undefined;
}

function dayIn(moment: string, timeZone: string): string {
  try {
    const at = Temporal.Instant.from(moment);
    return at.toZonedDateTimeISO(timeZone).toPlainDate().toString();
  } catch {
    return '';
  }
}
