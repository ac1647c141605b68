/**
 * Characters that steer a terminal, end a line, or have text read in another order than it stands:
 * https://www.unicode.org/reports/tr9/#Directional_Formatting_Characters, https://trojansource.codes
 */
const steering = /[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu;

/** GitHub takes this for a command wherever it stands in a line of what a workflow prints. */
const command = /##(?=\[)/g;

/**
 * A text of the content, or from elsewhere, as a message may quote it: on one line, with characters that nobody
 * sees shown by their numbers, as U+001B.
 */
export const visible = (text: string): string =>
  text.replace(steering, numberOf).replace(command, '#U+0023');

/**
 * A message of several lines, some of whose words are not ours: none steers the terminal, and none begins a line
 * as a command to GitHub does, `::error::`.
 * https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
 */
export const visibleLines = (text: string): string =>
  text
    .split('\n')
    .map((line) => visible(line.replaceAll('\t', '    ')).replace(/^(\s*):(?=:)/, '$1U+003A'))
    .join('\n');

/** A value as JSON, which says the same to programs, and nothing to the terminal that shows it. */
export const visibleJson = (value: unknown): string =>
  JSON.stringify(value)
    .replace(steering, (character) => `\\u${hexOf(character)}`)
    .replace(command, '#\\u0023');

const numberOf = (character: string) => `U+${hexOf(character).toUpperCase()}`;

const hexOf = (character: string) => character.charCodeAt(0).toString(16).padStart(4, '0');
