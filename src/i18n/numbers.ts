/** How a language writes numbers. */
export interface Numbers {
  /** `1,234` */
  number(value: number): string;
  /**
   * A text with a count.
   * @param forms one for each plural category of the language
   * (https://cldr.unicode.org/index/cldr-spec/plural-rules); `#` is replaced by the number
   */
  counted(forms: Forms): (count: number) => string;
}

type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

/** @param tag BCP 47; the region determines the digits of Arabic */
export function numbersFor(tag: string): Numbers {
  const { format } = new Intl.NumberFormat(tag);
  const plurals = new Intl.PluralRules(tag);
  return {
    number: format,
    counted: (forms) => (count) =>
      (forms[plurals.select(count)] ?? forms.other).replace('#', format(count)),
  };
}
