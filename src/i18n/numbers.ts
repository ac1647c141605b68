/** How a language says numbers. */
export interface Numbers {
  /** `1,234` */
  number(value: number): string;
  /**
   * Something counted.
   * @param forms one for each of the language’s plurals (https://cldr.unicode.org/index/cldr-spec/plural-rules);
   *   `#` stands for the number
   */
  counted(forms: Forms): (count: number) => string;
}

type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

/** @param tag BCP 47; the region decides which digits Arabic has */
export function numbersFor(tag: string): Numbers {
  const { format } = new Intl.NumberFormat(tag);
  const plurals = new Intl.PluralRules(tag);
  return {
    number: format,
    counted: (forms) => (count) =>
      (forms[plurals.select(count)] ?? forms.other).replace('#', format(count)),
  };
}
