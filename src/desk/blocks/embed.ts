import { webAddress } from '../schema/web.ts';
import { picturesOnly } from './gallery.ts';
import { blockKind } from './kind.ts';

export const embed = blockKind({
  name: 'embed',
  says: '**An embed** shows what is on another site as a still with a link, so that nothing is asked of that site until a reader follows it:',
  example: `:::embed{url="https://video.example/watch?v=1"}
![A woman at a lectern](speech.jpg "Acting President Vjosa Osmani speaks, in a video of March 9, 2021. (Video Example)")
:::`,
  holds: 'pictures',
  attributes: { url: webAddress },
  set(written) {
    const [figure, other] = picturesOnly(written, 'Write what the still shows into its caption.');
    if (other)
      written.report(written.node, 'An embed has one still.', 'Make it one embed for each.');
    return { type: 'embed', url: written.attributes.url, figures: figure ? [figure] : [] };
  },
});
