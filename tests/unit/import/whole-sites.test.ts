import { expect, it } from 'vitest';
import { importInto, storiesIn } from '../../imported.ts';
import { contentFolder } from '../content.ts';
import { ghostExport } from './ghost-export.ts';
import { written } from './imported.ts';
import {
  blocks,
  classicBlocks,
  ghostBlocks,
  run,
  storyOf,
  Words,
  type Piece,
} from './web-pieces.ts';
import { keptOf, wordsMissing } from './words-kept.ts';
import { wordPressExport } from './wordpress-export.ts';
import { seedOr } from '../seed.ts';

const count = Number(process.env['RUNS'] ?? 40);
const seed = seedOr(14);

/** What a site has of its own: texts, titles, captions of pictures, names of topics, comments. */
interface Site {
  /** What readers see of each story. */
  says: string[];
  export: string;
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const gutenberg = ({ html, says }: Piece): Piece => ({
  html: `<!-- wp:html {"a":"b"} -->\n${html}\n<!-- /wp:html -->`,
  says,
});

function wordPress(): Site {
  const words = new Words(seed);
  const says: string[] = [];
  const items = Array.from({ length: count }, (_, index) => {
    const isClassic = index % 2 === 0;
    const text = isClassic
      ? storyOf(words, classicBlocks, '\n\n')
      : storyOf(
          words,
          [...blocks, (own: Words) => wrap(run(own))].map(
            (make) => (own: Words) => gutenberg(make(own)),
          ),
          '\n\n',
        );
    const [title, excerpt, topic, place, comment] = [1, 2, 3, 4, 5].map(() => words.line()) as [
      string,
      string,
      string,
      string,
      string,
    ];
    says.push([text.says, title, excerpt, topic, place, comment].join('\n'));
    return {
      id: index + 1,
      name: `post-${index + 1}`,
      title: `${title} &amp; &#8217;`,
      excerpt,
      content: text.html,
      status: words.pick(['publish', 'draft', 'pending', 'future', 'private']),
      terms: [
        ['post_tag', 'x', topic],
        ['location', 'y', place],
      ] as [string, string, string][],
      comments: [['Reader', comment]] as [string, string][],
    };
  });
  return { says, export: wordPressExport(items) };
}

const wrap = ({ html, says }: Piece): Piece => ({ html: `<p>${html}</p>`, says });

function ghost(): Site {
  const words = new Words(seed + 1);
  const says: string[] = [];
  const meta: Record<string, unknown>[] = [];
  const posts = Array.from({ length: count }, (_, index) => {
    const text = storyOf(words, ghostBlocks, '');
    const [title, excerpt, caption, about] = [1, 2, 3, 4].map(() => words.line()) as [
      string,
      string,
      string,
      string,
    ];
    says.push([text.says, title, excerpt, caption, about].join('\n'));
    meta.push({
      id: `m${index}`,
      post_id: `p${index + 1}`,
      feature_image_caption: `<span>${caption}</span>`,
      og_title: about,
    });
    return {
      title: `${title} &amp;`,
      custom_excerpt: excerpt,
      html: text.html,
      feature_image: '__GHOST_URL__/content/images/a.jpg',
      uuid: null,
      status: words.pick(['published', 'draft', 'scheduled']),
    };
  });
  return { says, export: ghostExport({ posts, meta }) };
}

function blogger(): Site {
  const words = new Words(seed + 2);
  const says: string[] = [];
  const entries = Array.from({ length: count }, (_, index) => {
    const text = storyOf(words, [...blocks, run, run, run], '<br />\n<br />');
    const [title, label] = [words.line(), words.line()];
    says.push([text.says, title, label].join('\n'));
    return `<entry><id>tag:blogger.com,1999:blog-1.post-${index}</id><blogger:type>POST</blogger:type><blogger:status>${words.pick(['LIVE', 'DRAFT'])}</blogger:status><title>${title} &amp;amp;</title><content type="html">${escaped(`<div dir="ltr">${text.html}</div>`)}</content><published>2019-05-02T08:00:00Z</published><category term="${escaped(label)}"/></entry>`;
  });
  return {
    says,
    export: `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:blogger="http://schemas.google.com/blogger/2018"><id>b</id>${entries.join('')}</feed>`,
  };
}

it.each([
  ['WordPress', wordPress],
  ['Ghost', ghost],
  ['Blogger', blogger],
])(
  'keeps every word and number of a site of %s, in the draft or in the report',
  async (_, make) => {
    const site = make();
    const content = contentFolder();
    const reports = await importInto(content, [written(content, 'export', site.export)]);
    const stories = storiesIn(reports);
    expect(stories).toHaveLength(count);
    const missing = stories.flatMap((story, index) =>
      wordsMissing(site.says[index]!, keptOf(story)).map((word) => `${index + 1}: ${word}`),
    );
    expect(missing, `SEED=${seed}`).toEqual([]);
  },
);
