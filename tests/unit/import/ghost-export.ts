type Row = Record<string, unknown>;

/** What of a Ghost export is not like every other. */
export interface GhostParts {
  posts: Row[];
  meta?: Row[];
  tags?: Row[];
  users?: Row[];
  /** Numbers of post and tag, in the order of the lists. */
  postsTags?: [post: string, tag: string][];
  postsAuthors?: [post: string, author: string][];
  /** Values by their keys. */
  settings?: Record<string, string>;
}

/** A Ghost export with the lists and the fields that Ghost 6 writes for a post. */
export function ghostExport(parts: GhostParts): string {
  const posts = parts.posts.map((post, index) => ({
    id: `p${index + 1}`,
    uuid: `00000000-0000-4000-8000-0000000000${String(index + 10)}`,
    title: 'A boat',
    slug: `a-boat-${index + 1}`,
    mobiledoc: null,
    lexical: '{"root":{"children":[],"type":"root","version":1}}',
    html: '<p>It sails.</p>',
    comment_id: `p${index + 1}`,
    plaintext: null,
    feature_image: null,
    featured: 0,
    type: 'post',
    status: 'published',
    locale: null,
    visibility: 'public',
    email_recipient_filter: 'all',
    created_at: '2021-03-08T09:00:00.000Z',
    updated_at: '2021-03-09T10:00:00.000Z',
    published_at: '2021-03-09T10:00:00.000Z',
    custom_excerpt: null,
    codeinjection_head: null,
    codeinjection_foot: null,
    custom_template: null,
    canonical_url: null,
    newsletter_id: null,
    show_title_and_feature_image: 1,
    ...post,
  }));
  const links = (list: [string, string][] | undefined, name: string) =>
    // Rows come in any order; the number of the order counts.
    (list ?? [])
      .map(([post_id, other], index) => ({
        id: `${name}${index}`,
        post_id,
        [name]: other,
        sort_order: index,
      }))
      .toReversed();
  return JSON.stringify({
    db: [
      {
        meta: { exported_on: 1_764_500_000_000, version: '6.5.3' },
        data: {
          posts,
          posts_authors: links(parts.postsAuthors, 'author_id'),
          posts_meta: parts.meta ?? [],
          settings: Object.entries(parts.settings ?? {}).map(([key, value], index) => ({
            id: `s${index}`,
            key,
            value,
          })),
          posts_tags: links(parts.postsTags, 'tag_id'),
          tags: parts.tags ?? [],
          users: parts.users ?? [{ id: 'u1', name: 'Anthony Barnett' }],
        },
      },
    ],
  });
}
