import { webAddress } from '../schema/web.ts';
import { picturesOnly } from './gallery.ts';
import { blockKind } from './kind.ts';

export const embed = blockKind({
  name: 'embed',
  says: '**An embed** shows a still that links to another site. Nothing is loaded from that site until a reader follows the link:',
  example: `:::embed{url="https://video.example/watch?v=1"}
![A woman at a lectern](speech.jpg "Acting President Vjosa Osmani speaks, in a video of March 9, 2021. (Video Example)")
:::`,
  holds: 'pictures',
  attributes: { url: webAddress },
  set(written) {
    const [figure, other] = picturesOnly(written, 'Describe the still in its caption instead.');
    if (other)
      written.report(
        written.node,
        'An embed can have only one still.',
        'Write one embed for each still.',
      );
    return { type: 'embed', url: written.attributes.url, figures: figure ? [figure] : [] };
  },
});
