import { text } from '../schema/text.ts';
import { typeset } from '../typography/typeset.ts';
import { blockKind } from './kind.ts';

export const pullQuote = blockKind({
  name: 'pull-quote',
  says: '**A pull quote** repeats words of the story in large type, with their speaker:',
  example: `:::pull-quote{speaker="Vjosa Osmani, acting president"}
“… we’re not just importing peacekeeping troops, we’re also exporting them.”
:::`,
  attributes: { speaker: text(200) },
  set: ({ attributes, children, language, html }) => ({
    type: 'pull-quote',
    speaker: typeset(attributes.speaker, language),
    nodes: html(children),
  }),
});
