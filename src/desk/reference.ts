import { fieldsOf } from './reference-fields.ts';
import { referenceOfText } from './reference-text.ts';
import { addressAdvice, topAddressAdvice } from './schema/address.ts';
import { page } from './schema/page.ts';
import { publication } from './schema/publication.ts';
import { storyWith } from './schema/story.ts';
import { author, tags } from './schema/vocabulary.ts';
import { longestHeadline, narrowestLead } from './warnings.ts';

/** The editors’ reference as Markdown: every field as the schemas document it, and the text’s syntax. */
export function reference(): string {
  return `# Editors’ reference

What may stand in the files of this folder. \`npm run reference\` writes this page from the rules that
the desk holds the files against, so change it there (\`src/desk/schema/\`, \`src/desk/reference.ts\`).

- \`articles/YYYY/MM/name/index.md\`: [a story](#a-story), with its pictures beside it. Every \`.md\` file is
  one but README.md, and what has a name that begins with a dot or \`~\`, ends with \`~\` or stands between \`#\`
- \`pages/name.md\`: [a page](#a-page) that is no story, such as about
- \`publication.yaml\`: [who publishes](#the-publication), and where
- \`sections.yaml\`, \`tags.yaml\`, \`series.yaml\`: [the words](#sections-tags-and-series) by which stories
  are filed; there is no \`series.yaml\` where there are no series
- \`authors/name.yaml\`: [who signs](#an-author) stories
- \`redirects.yaml\`: [where addresses of an older site lead](#redirects), if there was one

A file’s fields are [YAML](https://yaml.org): \`field: value\`, one to a line, the fields of a group
indented below it. Put a value that holds a colon with a space after it, a \`#\`, or a quotation mark at
its beginning between double quotes.

## A story

\`npm run new -- "Headline"\` makes the folder and the file. The fields stand at the top between two
lines of \`---\`, the text below them. The folder’s name is the last part of the story’s address.
${addressAdvice}

${fieldsOf(storyWith({}))}

${referenceOfText()}

## A page

The file’s name is the page’s address, \`pages/about.md\` is \`/about/\`. ${topAddressAdvice}
The text is as in a story.

${fieldsOf(page)}

## The publication

${fieldsOf(publication)}

## Sections, tags and series

Each has a key, by which stories name it and which is part of its address, with these fields below it.
Sections show in the order of the file; readers see tags as “Topics”. Those without a story do not
show. A series is read from its first part on; what goes on and on is better a tag. ${addressAdvice}
A section’s address is at the top of the site: ${topAddressAdvice}

\`\`\`yaml
us-central-command:
  name: US Central Command
\`\`\`

${fieldsOf(tags.valueType)}

## An author

The file’s name is the key by which stories name the author. ${addressAdvice}

${fieldsOf(author)}

## Redirects

\`redirects.yaml\` says where addresses of an older site lead that no \`formerly\` names: an old address, a
colon, and a page here, an \`https:\` address elsewhere, or \`gone\`. An old address is any path below the front
page, or one with a parameter. A \`*\` in it stands for anything, slashes and nothing too; in where it
leads, a \`*\` is the same text. Single addresses come before patterns, and of these the one with the longest
text before its \`*\`.

\`\`\`yaml
/feed/: /feed.xml
/?cat=3: /military/
/2019/*: /about/
/archive/*.html: https://archive.anh.example/*/
/forum/*: gone
\`\`\`

## What is refused

The build and \`npm run check\` stop with the place and the fix of each of these:

- a field that is missing, unknown, empty, too long or of another form than above; YAML that is not
  valid, says a field twice, or has an alias (\`*name\`)
- a date that could be read as another one or is not in the calendar, a time that the clocks skip or
  repeat; a story updated, corrected or taken down before it was published; an update without its note
- a story that was published and would be gone from its address: moved without \`formerly\`, back in
  draft, without its \`id\`, or removed (see addresses.lock)
- a picture whose rights have run out, and anything said under \`pictures\` or \`rights\` of one that
  the story does not show
- a section, tag, author or series that is not in the vocabulary
- a part of no series, a part that is there twice, and a story without \`part\` in a series of which
  another story has one
- a map of a place that the story has not, of a country that Natural Earth has not, of nothing or of
  more than has room; a journey to where the map does not lead; a map beside a lead picture
- a \`translationOf\` that is no original: unknown, the story itself, or a translation; and two versions
  of a story in one language
- an old address that hosts can’t be told, or at which something is now; a redirect that leads nowhere, to
  another old address or in a circle
- two stories with the same \`id\`, and two files that would have the same address
- a name that is not fit for an address
- a text that is empty, raw HTML in it, a heading that skips a level, a heading or a link without words
- what readers would see otherwise than it was typed: marks of Markdown that have no effect, and marks
  that have one by accident, as told [above](#its-text); Markdown in a field, and several paragraphs
- a remark (\`# …\`) behind a text without quotation marks, which may be a part of it
- a footnote that is called and not written, written and not called, or written twice; an address for
  links that no link names
- a block that is unknown, has no end, stands within another or is not written as above, a line that
  looks like the edge of one, and a table without its block
- a dateline where no paragraph follows that it could open
- a picture that is missing, cannot be read, is cut off, is of another kind than its name says (HEIC under
  \`.jpg\`), lies outside the content, stands within a line of text,
  has no alt text, caption or credit, or has the same words for alt text and caption
- a recording or subtitles that are missing, empty or something else than the name of the file says
- a link that leads nowhere on this site, or to an address that is not http:, https:, mailto: or tel:
- a file that is not UTF-8, and invisible characters that make text read differently from what it is
- marks of an unresolved merge, and symbolic links to folders of stories or to files outside the content

The check warns of a headline over ${longestHeadline} characters, of a lead picture below
${narrowestLead} px, of a picture that is damaged or has HDR colors, of a credit other than the one inside
the picture’s file, of a file that describes another picture than the caption does, of a place outside
all countries that its map marks, of rights that run out within a week, and of whatever is refused above
where it stands in a draft; nothing stops for that.
`;
}
