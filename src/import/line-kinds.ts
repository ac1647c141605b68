/** The words of a line that consists only of hashtags. */
export function readHashtags(line: string): string[] | undefined {
  const words = line.split(/[\s,;·|]+/).filter(Boolean);
  const areTags = words.length > 0 && words.every((word) => /^#[\p{L}\p{N}_-]+$/u.test(word));
  return areTags ? words.map((word) => word.slice(1)) : undefined;
}

const name = String.raw`\p{Lu}[\p{L}\p{M}.'’-]*`;
const reporter = new RegExp(
  String.raw`^(?:(?:The )?(?:Associated Press|AP|Reuters|AFP)\s+(?:writers?|reporters?|journalists?|correspondents?)\s+)?` +
    String.raw`(?<byline>${name}(?:,?\s+(?:and|de|da|van|von|der|al|bin|${name})){1,9}) reported from (?<place>\p{Lu}[^!?“”"]{0,100}?)\.?$`,
  'u',
);

/** “Llazar Semini reported from Tirana, Albania.” */
export function readReporter(line: string): { byline: string; place: string } | undefined {
  const { byline, place } = reporter.exec(line)?.groups ?? {};
  return byline && place ? { byline, place } : undefined;
}

const agencies = new Map([
  ['AP', 'The Associated Press (AP)'],
  ['ASSOCIATED PRESS', 'The Associated Press (AP)'],
  ['AFP', 'Agence France-Presse (AFP)'],
  ['DPA', 'Deutsche Presse-Agentur (dpa)'],
]);

/** An agency's full name, if its abbreviation is known. */
export function agencyName(letters: string): string {
  return agencies.get(letters.trim().replace(/^the /i, '').toUpperCase()) ?? letters.trim();
}

const known =
  /^(?:the )?(?:associated press|ap|reuters|afp|agence france[- ]presse|dpa|deutsche presse-agentur|apa|sda|keystone-sda|ansa|efe|europa press|lusa|agência lusa|agência brasil|anadolu(?: ajansı| agency)?|aa|dha|i̇ha|iha|kosovapress|kosova press|ekonomia online|atsh|ata|tanjug|танјуг|beta|бета|fonet|фонет|hina|srna|срна|fena|mina|mia|миа|bta|belga|anp|kuna|كونا|wam|وام|spa|واس|qna|قنا|petra|بترا|mena|أ ش أ|رويترز|أ ف ب|فرانس برس|أسوشيتد برس|الأناضول)$/i;

/** Whether words are exactly the name of a news agency. */
export function isAgency(words: string): boolean {
  return known.test(words.trim());
}
