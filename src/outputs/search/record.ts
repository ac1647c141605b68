import type { CustomRecord } from 'pagefind';
import type { Block } from '../../desk/blocks.ts';
import type { Article } from '../../edition/edition.ts';
import { figuresOf } from '../figure.ts';
import { noticesOf } from '../notices.ts';
import { plainText } from '../plain-text.ts';

/**
 * What is searched of a story. Pagefind finds all of `content` and `meta` by its words, and tells
 * `meta` and `filters` of what it finds; so nothing stands in `meta` that nobody looks for.
 * @param blocks its text; a story that was taken back is found by its headline and its notices only
 * @param language ISO 639-1
 */
export function searchRecord(article: Article, blocks: Block[], language: string): CustomRecord {
  const { headline, standfirst, kind, published } = article.front;
  const { section, tags, authors, retraction } = article;
  const { kinds } = article.language.words;
  const label = retraction ? kinds.retracted : kind && kinds[kind];
  const names = (list: { name: string }[]) => list.map(({ name }) => name);
  return {
    url: article.address,
    language,
    content: retraction
      ? noticesOf(article, 'top')
          .map(({ label, text }) => `${label}: ${text}`)
          .join(' ')
      : [standfirst, textOf(blocks), ...captionsOf(article, blocks)].join(' '),
    meta: {
      title: headline,
      authors: names(authors).join(', '),
      topics: names(tags).join(', '),
    },
    filters: {
      section: [section.name],
      topic: names(tags),
      author: names(authors),
      ...(label && { label: [label] }),
    },
    sort: { published: String(published.at) },
  };
}

function textOf(blocks: Block[]): string {
  return plainText(
    blocks.flatMap((block) => {
      switch (block.type) {
        case 'prose':
          return block.nodes;
        case 'figure':
          return [];
        case 'pull-quote':
          return [...block.nodes, { type: 'text', value: ` ${block.speaker} ` }];
      }
    }),
  );
}

function captionsOf(article: Article, blocks: Block[]): string[] {
  return figuresOf(article, blocks).map(({ caption, credit }) => `${caption} ${credit}`);
}
