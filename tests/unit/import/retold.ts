import { h } from 'hastscript';
import type { Block } from '../../../src/desk/blocks.ts';
import type { Figure } from '../../../src/desk/schema/figure.ts';
import type { Edition } from '../../../src/edition/model.ts';
import { nodesOf } from '../../../src/outputs/blocks/nodes.ts';
import { toHtml } from '../../../src/outputs/prose.ts';
import type { StoryBundle } from '../../../src/outputs/story-html.ts';

/** All that a story says, for a comparison: without names of files, with whole addresses. */
export function tell(
  { story, ...told }: Pick<StoryBundle, 'story' | 'language' | 'blocks' | 'recordings'>,
  { addresses }: Pick<Edition, 'addresses'>,
) {
  const { id, headline, standfirst, kind, dateline, published, updated, updateNote, places } =
    story.frontmatter;
  const { lead, source, language, translationOf } = story.frontmatter;
  // A place within the story is told by its name alone.
  const whole = (href: string) =>
    href.startsWith('#')
      ? href
      : addresses.absolute(
          new URL(addresses.fromText(href), addresses.absolute(story.address)).href,
        );
  const html = (block: Block) =>
    toHtml(
      nodesOf({ ...told, blocks: [block] }, 'https://anh.example/', (figure) =>
        h('figure', Object.values(wordsOf(figure))),
      ),
      whole,
    )
      // The size of a file is told by whoever has it.
      .replace(/ <small>.*?<\/small>/g, '')
      .replace(/\s+/g, ' ')
      .trim();
  return {
    id,
    headline,
    standfirst,
    section: story.section,
    tags: story.tags,
    authors: story.authors,
    series: story.series,
    kind,
    language,
    translationOf,
    dateline,
    published: published.iso,
    updated: updated?.iso,
    updateNote,
    corrections: story.corrections.map(({ date, ...rest }) => ({ ...rest, date: date.iso })),
    places,
    source,
    lead: lead && wordsOf(lead),
    // Of a picture that is not syndicated, nothing is told that only its file has.
    focus: story.text.pictures.flatMap(({ focus, warning }) =>
      warning === undefined && focus ? [focus] : [],
    ),
    blocks: told.blocks.map(html),
  };
}

const wordsOf = ({ alt, caption, credit }: Figure) => ({ alt, caption, credit });
