import { customsOf } from './customs.ts';

/**
 * Sets a run of text; what stands before it in its paragraph is remembered from run to run.
 * @param following what comes after it in the paragraph
 */
type Setter = (run: string, following?: string) => string;

/** Where a quotation may open: at the beginning, after a space, a bracket, a dash or another mark. */
const mayOpenAfter = /^$|[\s([{\u2013\u2014/“‘„”«-]$/u;

/**
 * Sets the text of one paragraph, heading or field as its language has it: quotation marks,
 * apostrophes, dashes and dots for those that keyboards have. What is written as it should be stays.
 * @param language BCP 47 tag
 * @returns takes the runs of the paragraph one by one, so that a quotation may begin in one and end
 *   in another
 */
export function setterFor(language: string): Setter {
  const { quotes, dash = '–' } = customsOf(language) ?? {};
  const open = { '"': false, "'": false };
  let before = '';

  const quote = (mark: '"' | "'", last: string, next: string, rest: string): string => {
    if (!quotes) return mark;
    const [opening, closing] = mark === '"' ? quotes.outer : quotes.inner;
    if (mark === "'" && /[\p{L}\p{N}]$/u.test(last) && /^[\p{L}\p{N}]/u.test(next)) return '’';
    if (mayOpenAfter.test(last) && /^\S/u.test(next) && !open[mark]) {
      // ’90s and ’tis leave something out; only where the mark comes back is it a quotation.
      const comesBack = mark === '"' || /[^\s]'(?![\p{L}\p{N}])/u.test(rest);
      if (mark === "'" && (/^\d\ds?(?![\d'])/u.test(next) || !comesBack)) return '’';
      open[mark] = true;
      return opening;
    }
    if (open[mark]) {
      open[mark] = false;
      return closing;
    }
    // After a number it stands for feet and inches; elsewhere one leaves something out.
    return mark === '"' || /\d$/.test(last) ? mark : '’';
  };

  return (run, following = '') => {
    if (!/["']|--|\.\.\.| - /.test(run)) {
      if (run !== '') before = run.slice(-1);
      return run;
    }
    const dashed = run
      .replaceAll(/(?<!\.)\.\.\.(?!\.)/g, '…')
      .replaceAll(/(?<=\d)--(?=\d)/g, '–')
      .replaceAll(/(?<=\S) ---? (?=\S)|(?<=[^\s\d]) - (?=\S)|(?<=\S) - (?=[^\s\d])/g, ` ${dash} `)
      .replaceAll(/(?<=[\p{L}\p{N}"'”’.,)])---?(?=[\p{L}\p{N}"'“‘(])/gu, '—');
    let set = '';
    for (let at = 0; at < dashed.length; at += 1) {
      const sign = dashed[at]!;
      const rest = dashed.slice(at + 1) + following;
      const last = set.slice(-1) || before;
      set += sign === '"' || sign === "'" ? quote(sign, last, rest.slice(0, 5), rest) : sign;
    }
    before = set.slice(-1) || before;
    return set;
  };
}

/** Sets a field, such as a headline. */
export function typeset(text: string, language: string): string {
  return setterFor(language)(text);
}

/** Holds words together that belong together, with spaces at which no line ends (U+00A0). */
export function hold(text: string, language: string): string {
  const { held = [] } = customsOf(language) ?? {};
  return held
    .reduce((line, space) => line.replace(space, '\u00a0'), text)
    .replaceAll(/ (?=[–—] )/g, '\u00a0');
}
