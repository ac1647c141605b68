import { blockKinds } from './blocks/kinds.ts';
import { highestNumber } from './list-rules.ts';

/** The part of the editors’ reference on the text of a story or a page: its Markdown and its blocks. */
export function referenceOfText(): string {
  return `### Its text

The text is [Markdown](https://commonmark.org/help/). This is all that there is of it; anything else is
printed as it is typed, or refused:

- an empty line between paragraphs; a line that ends within a paragraph goes on after a space, and
  is broken there where it ends in \`\\\` or in two spaces
- \`## \` before a subheading, \`### \` before one below it. The headline is the page’s only first heading,
  and no level is skipped
- \`*emphasis*\`, \`**strong emphasis**\`, \`~~struck out~~\` and \`\` \`code\` \`\`
- \`- \` before each entry of a list, or \`1. \`, \`2. \`; an entry below another has two spaces more
- \`> \` before each line of a quotation
- \`[words](https://…)\` for a link, or \`[words][1]\` with \`[1]: https://…\` below; \`<https://…>\` for an
  address that is shown
- \`***\` on a line of its own between two parts, and a line of \`\`\`\` \`\`\` \`\`\`\` before and after code
- \`\\\` before a sign that is meant as it is, \`&amp;\` and the like for what no keyboard has

**A footnote** is called in the text by its name, which readers do not see: they see numbers, in the order
of the text. What it says is a paragraph of its own, anywhere in the text; more paragraphs of it have
four spaces before them:

\`\`\`markdown
The force has 3,400 soldiers.[^count]

[^count]: Ministry of Defense, March 2021.
\`\`\`

Page, feeds and partners show all footnotes at the end of the text, and lead from one to the other. What
is struck out stays legible and is told to who hears the page; what was wrong in a story belongs into
\`corrections\`.

**What is taken for Markdown** by accident is refused, with the place and how to write it. A sign at the
beginning of a paragraph may have a meaning that nobody wanted:

- a number with a point, \`24. March\`, would begin a list, which counts on from there: write \`24\\.\`. A list
  has two entries or more, its numbers follow one another, and none is above ${highestNumber}
- \`* Names have been changed\` would be an entry of a list: write \`\\*\`
- spaces or a tab before a paragraph would make it code of a program
- \`---\` below a line would make it a subheading
- a line directly below a list or a quotation would be a part of it

Two paragraphs that begin with a hyphen, as speech does in some languages, are a list of two entries:
write a dash (\`–\`) instead, or \`\\-\`.

**Type as the keyboard has it**: straight quotation marks, apostrophes, \`--\` for a dash and \`...\` become
what the text’s language has for them (in English, Albanian, Serbian and Arabic; in other languages
quotation marks stay), in the headline and the captions too. In the text a number keeps to its unit, and
what else belongs together stays in one line.

**A link** leads elsewhere, or to a page of this site by its address:

\`\`\`markdown
The [Defense Ministry](https://mod.example/) said so [on Monday](/2021/03/08/a-short-name/).
\`\`\`

**A picture** stands alone in its paragraph. What it shows stands in the square brackets; the caption
stands in quotation marks, with the credit in brackets at its end:

\`\`\`markdown
![Soldiers in masks stand in three rows](ceremony.jpg "Members of the force line up in Pristina on March 9, 2021. (Visar Kryeziu/AP)")
\`\`\`

File, alt text, caption and credit follow the rules of \`lead\` above.

A block of its own stands between paragraphs, with an empty line before and after. It opens with
three colons and its name, and ends with a line of three colons:

${blockKinds.map(({ says, example }) => `${says}\n\n\`\`\`markdown\n${example}\n\`\`\``).join('\n\n')}`;
}
