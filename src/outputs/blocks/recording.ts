import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Recording } from '../../desk/blocks.ts';
import type { Language } from '../../edition/language.ts';
import type { SharedRecording } from '../recording.ts';
import { kindAndSize } from './file-note.ts';

/**
 * A recording: its title, a link to its file, its credit and its transcript.
 * @param file undefined if it may not be republished
 * @param page the absolute URL of its story, which is linked instead
 * @param player the player, on the page
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
 * The player of a recording on its page, which loads when a reader starts it.
 * @param source converts a path relative to the front page to an address
 */
export function playerOf(
  { block, path, captions, poster }: SharedRecording,
  { tag, words }: Language,
  source: (path: string) => string,
): Element {
  const attributes = { controls: true, preload: 'none', src: source(path) };
  if (block.type === 'audio') return h('audio', attributes);
  // A path without the host, so that it also works where the site is viewed under another host name.
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
