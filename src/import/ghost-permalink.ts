/** What a Ghost export says of how its site made addresses. */
export interface GhostSettings {
  /** `/:year/:month/:day/:slug/`, or with braces as in Ghost’s routes; unset for `/:slug/`. */
  permalinks?: string;
  /** The zone in which a day of the address began. */
  timeZone?: string;
}

/** What of a post stands in its address. */
export interface Addressed {
  id: string;
  slug: string;
  /** When it came out, `2021-03-09T10:00:00Z`; empty for what did not. */
  published: string;
  /** The slugs of its first tag and author, empty where there is none. */
  tag: string;
  author: string;
}

/**
 * The path of a post on its Ghost site.
 * @returns nothing where it had none, or where its rule names what the export does not have
 */
export function permalinkOf(
  post: Addressed,
  { permalinks = '/:slug/', timeZone = 'UTC' }: GhostSettings,
): string | undefined {
  const [year = '', month = '', day = ''] = dayIn(post.published, timeZone).split('-');
  // A post without a tag stands below `all`, as Ghost has it.
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
