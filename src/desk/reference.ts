import { fieldsOf } from './reference-fields.ts';
import { referenceOfText } from './reference-text.ts';
import { addressAdvice, topAddressAdvice } from './schema/address.ts';
import { page } from './schema/page.ts';
import { publication } from './schema/publication.ts';
import { storyWith } from './schema/story.ts';
import { author, tags } from './schema/vocabulary.ts';
import { longestHeadline, narrowestLead } from './warnings.ts';

/** The editors’ reference as Markdown: every field as the schemas document it, and the syntax of the text. */
export function reference(): string {
  return `# Editors’ reference

What the files of this folder may contain. \`npm run reference\` generates this page from the rules that
the desk checks. To change it, edit \`src/desk/schema/\` and \`src/desk/reference.ts\`.

- \`articles/YYYY/MM/name/index.md\`: [a story](#a-story), with its pictures beside it. Every \`.md\` file is
  a story, except README.md; a file or folder is ignored if its name begins with a dot or \`~\`, ends with \`~\`
  or is between \`#\`
- \`pages/name.md\`: [a page](#a-page) that is not a story, such as about
- \`publication.yaml\`: [who publishes the site](#the-publication), and where
- \`sections.yaml\`, \`tags.yaml\`, \`series.yaml\`: [the terms](#sections-tags-and-series) that stories are
  filed under; \`series.yaml\` is optional
- \`authors/name.yaml\`: [the author](#an-author) of stories
- \`redirects.yaml\`: [where addresses of an older site lead](#redirects), if there was one

A file’s fields are [YAML](https://yaml.org): \`field: value\`, one per line; the fields of a group are indented
below it. Put a value in double quotes if it contains a \`#\` or a colon with a space after it, or begins with
a quotation mark.

## A story

\`npm run new -- "Headline"\` creates the folder and the file. The fields are at the top, between two lines
of \`---\`, and the text is below them. The folder’s name is the last part of the story’s address.
${addressAdvice}

${fieldsOf(storyWith({}))}

${referenceOfText()}

## A page

The file’s name is the page’s address: \`pages/about.md\` is \`/about/\`. ${topAddressAdvice}
The text follows the rules of a story’s text.

${fieldsOf(page)}

## The publication

${fieldsOf(publication)}

## Sections, tags and series

Each has a key, with the fields below it. Stories name it by this key, and the key is part of its address.
Sections appear in the order of the file; readers see tags as “Topics”. Those without a story do not
appear. A series is meant to be read from its first part; for coverage without an end, use a tag.
${addressAdvice} A section’s address is at the top of the site: ${topAddressAdvice}

\`\`\`yaml
us-central-command:
  name: US Central Command
\`\`\`

${fieldsOf(tags.valueType)}

## An author

The file’s name is the author’s key in stories. ${addressAdvice}

${fieldsOf(author)}

## Redirects

\`redirects.yaml\` says where those addresses of an older site lead that no \`formerly\` names. Each line has an
old address, a colon and a target: a page here, an \`https:\` address elsewhere, or \`gone\`. An old address is
any path below the front page, or one with a parameter. A \`*\` in it matches anything, including slashes and
nothing; a \`*\` in the target is the same text. Single addresses come before patterns; among patterns, the
one with the longest text before its \`*\` comes first.

\`\`\`yaml
/feed/: /feed.xml
/?cat=3: /military/
/2019/*: /about/
/archive/*.html: https://archive.anh.example/*/
/forum/*: gone
\`\`\`

## What is refused

The build and \`npm run check\` stop at each of these problems, and report its place and its fix:

- a field that is missing, unknown, empty, too long or of the wrong form; YAML that is not valid, repeats a
  field, or has an alias (\`*name\`)
- a date that is ambiguous or does not exist; a time that the clocks skip or repeat; a story updated,
  corrected or taken down before it was published; \`updated\` without \`updateNote\`, or the reverse
- a published story that would disappear from its address: moved without \`formerly\`, back in draft, without
  its \`id\`, or removed (see addresses.lock)
- a picture whose rights have expired; entries in \`pictures\` or \`rights\` for a file that the story does not
  show
- a section, tag, author or series that is not in the vocabulary
- a part without a series, a part number that occurs twice, and a story without \`part\` in a series in which
  another story has one
- a map of a place that the story does not list, of a country that Natural Earth does not have, of nothing,
  or of more than it has room for; a journey to a stop that the map does not show; a map and a lead picture
- a \`translationOf\` that does not name an original: it is unknown, the story itself, or a translation; and
  two versions of a story in one language
- an old address that not all hosts support, or that is in use now; a redirect that leads nowhere, to
  another old address or in a loop
- two stories with the same \`id\`, and two files with the same address
- a name that is not valid in an address
- an empty text, raw HTML, a heading that skips a level, a heading or a link without words
- text that readers would see differently from how it was typed: Markdown that has no effect, and [accidental
  Markdown](#its-text); Markdown in a field, and a field with several paragraphs
- a comment (\`# …\`) after a text without quotation marks, since it may be part of the text
- a footnote without a reference, a reference without a footnote, or two footnotes with the same name; a
  link definition that no link uses
- a block that is unknown, not closed, nested or not written as above; a line that looks like the first or
  last line of one; and a table outside a table block
- a dateline without a paragraph after it to open
- a picture that is missing, unreadable or truncated, in another format than its name says (HEIC under
  \`.jpg\`), outside the content folder or within a line of text; one without alt text, caption or credit, or
  with the same words for alt text and caption
- a recording or subtitles that are missing, empty or of another type than the file’s name says
- a link that leads nowhere on this site, or to an address that is not http:, https:, mailto: or tel:
- a file that is not UTF-8, and invisible characters that make text read differently from how it is stored
- an unresolved merge conflict, and symbolic links to folders of stories or to files outside the content
  folder

These are only warnings: a headline over ${longestHeadline} characters; a lead picture narrower than
${narrowestLead} px; a picture that is damaged or has HDR colors; a credit that differs from the one inside the
picture’s file; a file that describes another picture than the caption does; a place outside all countries
that its map marks; rights that expire within a week; and all of the problems above in a draft.
`;
}
