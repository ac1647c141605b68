/**
 * Characters that control a terminal, end a line, or change the order in which text is read:
 * https://www.unicode.org/reports/tr9/#Directional_Formatting_Characters, https://trojansource.codes
 */
const steering = /[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu;

/** GitHub reads this as a command anywhere in a line that a workflow prints. */
const command = /##(?=\[)/g;

/**
 * A text of the content, or from elsewhere, in a form that messages can quote: on one line, with invisible
 * characters shown by their code points, as U+001B.
 */
export const visible = (text: string): string =>
  text.replace(steering, numberOf).replace(command, '#U+0023');

/**
 * A message of several lines that quotes foreign text. It cannot control the terminal, and no line begins
 * like a command to GitHub, `::error::`.
 * https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
 */
export const visibleLines = (text: string): string =>
  text
    .split('\n')
    .map((line) => visible(line.replaceAll('\t', '    ')).replace(/^(\s*):(?=:)/, '$1U+003A'))
    .join('\n');

/** A value as JSON, with characters escaped that would control a terminal. */
export const visibleJson = (value: unknown): string =>
  JSON.stringify(value)
    .replace(steering, (character) => `\\u${hexOf(character)}`)
    .replace(command, '#\\u0023');

const numberOf = (character: string) => `U+${hexOf(character).toUpperCase()}`;

const hexOf = (character: string) => character.charCodeAt(0).toString(16).padStart(4, '0');
