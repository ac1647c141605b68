import fc from 'fast-check';

/** Pieces that have broken one parser or another, and that a field may still hold. */
const hard = [
  '</script><script>alert(1)</script>',
  '<!--',
  ']]>',
  '<img src=x onerror=alert(1)>',
  '" onmouseover="alert(1)',
  "' style='x",
  '&lt;',
  '&#13;',
  '"',
  "'",
  ': ',
  ' #',
  '\t',
  '\r',
  '\n',
  '# ',
  '> ',
  '- ',
  '[a]: data:text/html,x',
  ':::pull-quote{speaker="A"}\n',
  ':::\n',
  '{a}${b}{{c}}',
  '$&$1',
  '%00',
  '`',
  '*',
  '\\',
  'https://example.com',
  'مرحبا',
  '🎉',
  '\u2028',
];

/** Those of which a field must hold none, for they mean something in a text. */
const marks = [
  '\n\n',
  '\n---\n',
  '![a](a.png "b (c)")',
  '[a](javascript:alert(1))',
  '[a](/about/)',
  '[](https://example.com/)',
  '[^1]',
  '\n\n[^1]: ',
  '~~',
  '~~a~~',
  '**',
  '24. ',
];

const inField = fc.constantFrom(...hard);
const trouble = fc.constantFrom(...hard, ...marks);

/** Pieces of which the desk has to refuse many. */
const piece = fc.oneof(
  { weight: 10, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
  { weight: 9, arbitrary: trouble },
  { weight: 1, arbitrary: fc.constantFrom('&amp;&#x202E;', '\u202e', '\0') },
);

/** Whatever might stand in a field or a body. */
export const text = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''));

/** Pieces of a field with nothing invisible in it, which the desk passes when it is the right length. */
export const fieldPieces = (most: number) =>
  fc.array(fc.oneof(fc.string({ unit: 'grapheme', maxLength: 12 }), inField), { maxLength: most });

/**
 * Pieces of a text with nothing invisible in it, which the desk passes when it is the right length
 * and written as its place asks.
 */
export const pieces = (most: number) =>
  fc.array(fc.oneof(fc.string({ unit: 'grapheme', maxLength: 12 }), trouble), { maxLength: most });

/** Any text, so that Markdown reads it as text. */
const asText = (text: string) => text.replace(/[!-/:-@[-`{-~]/g, '\\$&');

/** Any text, so that a title or an attribute in Markdown can hold it. */
const asEntities = (text: string) =>
  text.replace(/[^\p{L}\p{N} ]/gu, (sign) => `&#${sign.codePointAt(0)};`);

/** A text without the line ends that would end a block. */
const inLine = (text: string) => text.replace(/\s+/g, ' ').trim();

/** Ways of writing a text into a body; the last asks for the name of a picture, too. */
export const blocks: ((text: string, picture: () => string) => string)[] = [
  (text) => text,
  asText,
  (text) => `## ${inLine(asText(text))}`,
  (text) =>
    `- ${inLine(asText(text))}\n- [one](https://example.com/?a=1&b='2' "${asEntities(text)}")`,
  (text) => `> ${inLine(asText(text))}\n\n***`,
  (text) => `\`\`\`\`\`\`\n${text}\n\`\`\`\`\`\``,
  (text) => `[*${inLine(asText(text))}*](<https://example.com/"onclick='${inLine(asText(text))}>)`,
  (text) => `:::pull-quote{speaker="${asEntities(text)}"}\n${asText(text)}\n:::`,
  (text, picture) => {
    const held = asEntities(text.replace(/[()]/g, ''));
    return `![${held}](<${picture()}> "Of: ${held} (By ${held})")`;
  },
];
