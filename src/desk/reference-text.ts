import { blockKinds } from './blocks/kinds.ts';
import { highestNumber } from './list-rules.ts';

/** The part of the editors’ reference about the text of a story or a page: its Markdown and its blocks. */
export function referenceOfText(): string {
  return `### Its text

The text is [Markdown](https://commonmark.org/help/). These are all of its features; anything else is
printed as typed, or refused:

- an empty line between paragraphs. A line break within a paragraph becomes a space; to keep the break, end
  the line with \`\\\` or two spaces
- \`## \` before a subheading, \`### \` before one below it. Only the headline is a level-1 heading, and no
  level may be skipped
- \`*emphasis*\`, \`**strong emphasis**\`, \`~~strikethrough~~\` and \`\` \`code\` \`\`
- \`- \` before each entry of a list, or \`1. \`, \`2. \`; a nested entry is indented by two more spaces
- \`> \` before each line of a quotation
- \`[words](https://…)\` for a link, or \`[words][1]\` with \`[1]: https://…\` below; \`<https://…>\` for an
  address that is shown
- \`***\` on a line of its own for a divider, and a line of \`\`\`\` \`\`\` \`\`\`\` before and after code
- \`\\\` before a character to print it as it is, and entities such as \`&amp;\` for characters that keyboards
  do not have

**A footnote** has a name by which the text refers to it. Readers do not see the name: they see numbers, in
the order of the text. The note is a paragraph of its own, anywhere in the text; indent further paragraphs
of it by four spaces:

\`\`\`markdown
The force has 3,400 soldiers.[^count]

[^count]: Ministry of Defense, March 2021.
\`\`\`

The page, feeds and partners show all footnotes at the end of the text, with links in both directions.
Text that is struck out stays legible, and screen readers announce it. Put errors in a story into
\`corrections\` instead.

**Accidental Markdown** is refused; the message says where it is and how to write it. A character at the
beginning of a paragraph may have a meaning that nobody intended:

- a number with a period, \`24. March\`, would begin a list that counts up from 24: write \`24\\.\`. A list
  needs at least two entries with consecutive numbers, none of them above ${highestNumber}
- \`* Names have been changed\` would be a list entry: write \`\\*\`
- spaces or a tab before a paragraph would turn it into a code block
- \`---\` below a line would turn the line into a subheading
- a line directly below a list or a quotation would become part of it

Two paragraphs that begin with a hyphen, as dialogue does in some languages, are a list with two entries:
begin them with a dash (\`–\`) or \`\\-\` instead.

**Type plain characters**: the site replaces straight quotation marks, apostrophes, \`--\` and \`...\` with the
quotation marks, dashes and ellipses of the text’s language, also in the headline and captions. It knows
English, Albanian, Serbian and Arabic; in other languages quotation marks stay as typed. In the text,
non-breaking spaces keep numbers with their units, and other words together that belong together.

**A link** leads to another site, or to a page of this site by its address:

\`\`\`markdown
The [Defense Ministry](https://mod.example/) said so [on Monday](/2021/03/08/a-short-name/).
\`\`\`

**A picture** is alone in its paragraph. The square brackets contain what it shows. The quotation marks
contain the caption, with the credit in parentheses at its end:

\`\`\`markdown
![Soldiers in masks stand in three rows](ceremony.jpg "Members of the force line up in Pristina on March 9, 2021. (Visar Kryeziu/AP)")
\`\`\`

File, alt text, caption and credit follow the rules of \`lead\` above.

A special block goes between paragraphs, with an empty line before and after. It opens with three colons and
its name, and closes with a line of three colons:

${blockKinds.map(({ says, example }) => `${says}\n\n\`\`\`markdown\n${example}\n\`\`\``).join('\n\n')}`;
}
