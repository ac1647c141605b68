import { h } from 'hastscript';
import type { CustomRecord } from 'pagefind';
import { isRecording, recordingsIn, type Block } from '../desk/blocks.ts';
import type { Figure } from '../desk/schema/figure.ts';
import type { Edition, Listing, Story } from '../edition/model.ts';
import type { Language } from '../edition/language.ts';
import { namesOf } from '../edition/listing.ts';
import { nodesOf } from '../outputs/blocks/nodes.ts';
import { noticesOf } from '../outputs/notices.ts';
import { plainText } from '../outputs/plain-text.ts';

/**
 * The search record of a story. Pagefind searches all of `content` and `meta`, and returns `meta` and
 * `filters` with each result. So `meta` contains nothing that nobody searches for.
 * @param blocks its text; a retracted story is found only by its headline and notices
 * @param language ISO 639-1
 */
export function searchRecord(
  story: Story,
  blocks: Block[],
  language: string,
  { filed, languageOf }: Pick<Edition, 'filed' | 'languageOf'>,
): CustomRecord {
  const own = languageOf(story);
  const { headline, kind, published } = story.frontmatter;
  const { retraction } = story;
  const { section, tags, authors } = filed(story);
  const { kinds } = own.words;
  const label = retraction ? kinds.retracted : kind && kinds[kind];
  const names = (lists: Listing[]) => namesOf(lists, own.tag);
  return {
    url: story.address,
    language,
    content: retraction ? reasonOf(story, own) : textOf(story, blocks, own),
    meta: {
      title: headline,
      authors: names(authors).join(', '),
      topics: names(tags).join(', '),
    },
    filters: {
      section: names([section]),
      topic: names(tags),
      author: names(authors),
      ...(label && { label: [label] }),
    },
    sort: { published: String(published.at) },
  };
}

/** Why a story was retracted, with its other corrections. */
function reasonOf(story: Story, language: Language): string {
  return noticesOf(story, 'top', language)
    .map(({ label, text }) => `${label}: ${text}`)
    .join(' ');
}

function textOf({ frontmatter }: Story, blocks: Block[], language: Language): string {
  const { standfirst, lead } = frontmatter;
  const caption = ({ caption, credit }: Figure) => h('figure', `${caption} ${credit}`);
  const written = blocks.filter((block) => !isRecording(block));
  const nodes = nodesOf({ language, blocks: written, recordings: new Map() }, '', caption);
  const spoken = recordingsIn(blocks).flatMap(({ title, credit, transcript }) => [
    h('p', `${title} ${credit}`),
    ...transcript,
  ]);
  return `${standfirst} ${plainText([...nodes, ...spoken, ...(lead ? [caption(lead)] : [])])}`;
}
