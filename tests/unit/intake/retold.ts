import type { Block } from '../../../src/desk/blocks.ts';
import type { Figure } from '../../../src/desk/schema/figure.ts';
import type { Edition } from '../../../src/edition/edition.ts';
import { toHtml } from '../../../src/outputs/prose.ts';
import type { Handout } from '../../../src/outputs/story-html.ts';

/** All that a story says, for a comparison: without names of files, with whole addresses. */
export function tell(
  { article, blocks }: Pick<Handout, 'article' | 'blocks'>,
  { addresses }: Pick<Edition, 'addresses'>,
) {
  const { id, headline, standfirst, kind, dateline, published, updated, updateNote, places } =
    article.front;
  const { lead, source, language, translationOf } = article.front;
  const whole = (href: string) =>
    addresses.absolute(new URL(addresses.fromText(href), addresses.absolute(article.address)).href);
  const html = (block: Extract<Block, { nodes: unknown }>) =>
    toHtml(block.nodes, whole).replace(/\s+/g, ' ').trim();
  return {
    id,
    headline,
    standfirst,
    section: article.section.key,
    tags: article.tags.map(({ key }) => key),
    authors: article.authors.map(({ key }) => key),
    kind,
    language,
    translationOf,
    dateline,
    published: published.iso,
    updated: updated?.iso,
    updateNote,
    corrections: article.corrections.map(({ date, ...rest }) => ({ ...rest, date: date.iso })),
    places,
    source,
    lead: lead && wordsOf(lead),
    blocks: blocks.map((block) => {
      if (block.type === 'figure') return wordsOf(block.figure);
      return block.type === 'prose' ? html(block) : { html: html(block), speaker: block.speaker };
    }),
  };
}

const wordsOf = ({ alt, caption, credit }: Figure) => ({ alt, caption, credit });
