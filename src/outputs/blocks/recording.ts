import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Recording } from '../../desk/blocks.ts';
import type { Language } from '../../edition/language.ts';
import type { SharedRecording } from '../recording.ts';
import { kindAndSize } from './file-note.ts';

/**
 * A recording: its title, the way to its file, whose it is, and what is said in it.
 * @param file undefined when it may not be republished
 * @param page the address of its story, where it is then
 * @param player what plays it, on the page
 */
export function recordingNode(
  { type, title, credit, transcript }: Recording,
  file: SharedRecording | undefined,
  { tag, words }: Language,
  page: string,
  player: ElementContent[] = [],
): Element {
  const { blocks, figure } = words;
  const way = file && [
    h('a', { href: `/${file.path}` }, blocks[type]),
    ' ',
    h('small', `${kindAndSize(file.path, file.bytes, tag)}. ${blocks.recording}: ${credit}`),
  ];
  return h('figure', { className: [type] }, [
    h('figcaption', title),
    ...player,
    h('div', way ?? blocks.kept(h('a', { href: page }, figure.story))),
    h('details', [h('summary', blocks.transcript), ...transcript]),
  ]);
}

/**
 * Plays a recording on its page, once a reader asks for it.
 * @param source makes the address of a path below the front page
 */
export function playerOf(
  { block, path, captions, poster }: SharedRecording,
  { tag, words }: Language,
  source: (path: string) => string,
): Element {
  const attributes = { controls: true, preload: 'none', src: source(path) };
  if (block.type === 'audio') return h('audio', attributes);
  // Its host is that of the page, whatever that is called where it is looked at.
  const still = poster && { poster: new URL(poster.url).pathname };
  return h('video', { ...attributes, ...still }, [
    captions &&
      h('track', {
        kind: 'captions',
        src: source(captions),
        srcLang: tag,
        label: words.blocks.captions,
        default: true,
      }),
  ]);
}
