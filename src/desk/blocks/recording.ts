import { captionTypes, fileOf, videoTypes, audioTypes } from '../schema/recording.ts';
import { figure } from '../schema/figure.ts';
import { text } from '../schema/text.ts';
import { placeOf } from '../text-report.ts';
import { typeset } from '../typography/typeset.ts';
import { blockKind, type Written } from './kind.ts';

export const audio = blockKind({
  name: 'audio',
  says: `**Audio**, with its transcript as the text of the block. The file is beside the story’s text and ends in .${Object.keys(audioTypes).join(', .')}:`,
  example: `:::audio[Interview with a soldier]{file="interview.mp3" credit="Visar Kryeziu/AP"}
What do you expect? — A tour of six months.
:::`,
  title: true,
  attributes: { file: fileOf(audioTypes), credit: text(200) },
  set: (written) => ({ type: 'audio', ...recorded(written) }),
});

export const video = blockKind({
  name: 'video',
  says: `**Video**, with a still that is shown before it plays (\`poster\`), subtitles (\`captions\`, WebVTT), and its transcript as the text of the block. Its file ends in .${Object.keys(videoTypes).join(' or .')}:`,
  example: `:::video[The send-off]{file="send-off.mp4" poster="still.jpg" captions="send-off.vtt" credit="Visar Kryeziu/AP"}
The band plays. Vjosa Osmani: “We are exporting them.”
:::`,
  title: true,
  attributes: {
    file: fileOf(videoTypes),
    credit: text(200),
    poster: figure.shape.image,
    captions: fileOf(captionTypes),
  },
  set(written) {
    const { captions, poster, credit } = written.attributes;
    const { title } = written;
    return {
      type: 'video',
      ...recorded(written),
      captions,
      poster: { image: poster, alt: title, caption: title, credit },
    };
  },
});

function recorded({
  node,
  title,
  attributes: { file, credit },
  children,
  language,
  html,
}: Written<{ file: string; credit: string }>) {
  return {
    title,
    file,
    credit: typeset(credit, language),
    transcript: html(children),
    place: placeOf(node),
  };
}
