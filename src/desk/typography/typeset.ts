import { customsOf } from './customs.ts';

/**
 * Sets a run of text; what stands before it in its paragraph is remembered from run to run.
 * @param following what comes after it in the paragraph
 */
type Setter = (run: string, following?: string) => string;

/** Where a quotation may open: at the beginning, after a space or a sign; after a word it closes. */
const mayOpenAfter = /^$|[\s([{\u2013\u2014/“‘„”’«:=-]$/u;

/** Feet and inches, minutes and seconds: `6'2"` with what stands before the second mark. */
const measured = /\d['′]\d{1,2}(?:[.,]\d+)?$/;

/** Stands for an address while the signs around it are set. */
const placeholder = '\uE000';

/** An address that stands in a text as it is. */
const address = /(?:https?:\/\/|www\.)[^\s<>"]*[^\s<>"'.,:;!?)\]]|[\w.+-]+@[\w-]+\.[\w.-]*\w/giu;

/**
 * Sets the text of one paragraph, heading or field as its language has it: quotation marks,
 * apostrophes, dashes and dots for those that keyboards have. What is written as it should be stays.
 * @param language BCP 47 tag
 * @returns takes the runs of the paragraph one by one, so that a quotation may begin in one and end
 *   in another
 */
export function setterFor(language: string): Setter {
  const { quotes, dash, clipped, prefix } = customsOf(language);
  const open = { '"': false, "'": false };
  let before = '';

  /** @param last the signs before the mark, @param rest all that follows it */
  const quote = (mark: '"' | "'", last: string, rest: string): string => {
    if (!quotes) return mark;
    const [opening, closing] = mark === '"' ? quotes.outer : quotes.inner;
    const after = rest.slice(0, 5);
    const isWithin = /[\p{L}\p{N}]$/u.test(last) && /^[\p{L}\p{N}]/u.test(after);
    if (mark === "'" && /\d$/.test(last) && /^\d/.test(after)) return mark;
    if (mark === '"' && measured.test(last) && (!open[mark] || rest.includes(mark))) return mark;
    if (mark === "'" && isWithin) return '’';
    const isPrefixed = mark === '"' && isWithin && prefix?.test(last);
    if ((mayOpenAfter.test(last) || isPrefixed) && /^\S/u.test(after) && !open[mark]) {
      // ’90s and ’tis leave something out; only where the mark comes back is it a quotation.
      const comesBack = mark === '"' || /[^\s]'(?![\p{L}\p{N}])/u.test(rest);
      const isClipped = clipped?.test(rest) || /^\d\d(?:s|(?![\d']))/u.test(after);
      if (mark === "'" && (isClipped || !comesBack)) return '’';
      open[mark] = true;
      return opening;
    }
    if (open[mark]) {
      // The other half of ’n’, within a quotation.
      if (mark === "'" && /(?:^|\s)’n$/iu.test(last)) return '’';
      open[mark] = false;
      return closing;
    }
    // After a number it stands for feet and inches; elsewhere one leaves something out.
    return mark === '"' || /\d$/.test(last) ? mark : '’';
  };

  return (run, following = '') => {
    if (!/["']|--|\.\.\.| - /.test(run)) {
      before = (before + run).slice(-8);
      return run;
    }
    const addresses: string[] = [];
    const keep = (whole: string) => {
      addresses.push(whole);
      return placeholder;
    };
    const words = /:\/\/|www\.|@/i.test(run) ? run.replaceAll(address, keep) : run;
    const dashed = words
      .replaceAll(/(?<!\.)\.\.\.(?!\.)/g, '…')
      .replaceAll(/(?<=\d)--(?=\d)/g, '–')
      .replaceAll(/(?<=\S) ---? (?=\S)|(?<=[^\s\d]) - (?=\S)|(?<=\S) - (?=[^\s\d])/g, ` ${dash} `)
      .replaceAll(/(?<=[\p{L}\p{N}"'”’.,)])---?(?=[\p{L}\p{N}"'“‘(])/gu, '—');
    let set = '';
    for (let at = 0; at < dashed.length; at += 1) {
      const sign = dashed[at]!;
      const rest = dashed.slice(at + 1) + following;
      if (sign === '"' || sign === "'") set += quote(sign, (before + set).slice(-8), rest);
      else set += sign === placeholder ? (addresses.shift() ?? sign) : sign;
    }
    before = (before + set).slice(-8);
    return set;
  };
}

/** Sets a field, such as a headline. */
export function typeset(text: string, language: string): string {
  return setterFor(language)(text);
}

/** Holds words together that belong together, with spaces at which no line ends (U+00A0). */
export function hold(text: string, language: string): string {
  const { held } = customsOf(language);
  return held
    .reduce((line, space) => line.replace(space, '\u00a0'), text)
    .replaceAll(/ (?=[–—] )/g, '\u00a0');
}
