import { customsOf } from './customs.ts';

/**
 * Sets a run of text; it remembers the runs before it in the paragraph.
 * @param following what comes after it in the paragraph
 */
type Setter = (run: string, following?: string) => string;

/** Where a quotation may open: at the beginning, after a space or punctuation. After a word, it closes. */
const mayOpenAfter = /^$|[\s([{\u2013\u2014/“‘„”’«:=-]$/u;

/** Feet and inches, minutes and seconds: the part of `6'2"` before the second mark. */
const measured = /\d['′]\d{1,2}(?:[.,]\d+)?$/;

/** Stands for an address while the text around it is set. */
const placeholder = '\uE000';

/** A web or email address in a text. */
const address = /(?:https?:\/\/|www\.)[^\s<>"]*[^\s<>"'.,:;!?)\]]|[\w.+-]+@[\w-]+\.[\w.-]*\w/giu;

/**
 * Applies a language’s typography to one paragraph, heading or field: typographic quotation marks,
 * apostrophes, dashes and ellipses replace those of keyboards. Correct characters stay.
 * @param language BCP 47 tag
 * @returns a function that takes the runs of the paragraph one by one, so that a quotation may begin in
 *   one and end in another
 */
export function setterFor(language: string): Setter {
  const { quotes, dash, clipped, prefix } = customsOf(language);
  const open = { '"': false, "'": false };
  let before = '';

  /** @param last the characters before the mark, @param rest everything after it */
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
      // ’90s and ’tis are contractions; it is a quotation only if another mark follows.
      const comesBack = mark === '"' || /[^\s]'(?![\p{L}\p{N}])/u.test(rest);
      const isClipped = clipped?.test(rest) || /^\d\d(?:s|(?![\d']))/u.test(after);
      if (mark === "'" && (isClipped || !comesBack)) return '’';
      open[mark] = true;
      return opening;
    }
    if (open[mark]) {
      // The second half of ’n’ within a quotation.
      if (mark === "'" && /(?:^|\s)’n$/iu.test(last)) return '’';
      open[mark] = false;
      return closing;
    }
    // After a number it means feet or inches; elsewhere a single one is an apostrophe.
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

/** Keeps words together that belong together, with non-breaking spaces (U+00A0). */
export function hold(text: string, language: string): string {
  const { held } = customsOf(language);
  return held
    .reduce((line, space) => line.replace(space, '\u00a0'), text)
    .replaceAll(/ (?=[–—] )/g, '\u00a0');
}
