import type { Edition } from '../edition/model.ts';

type Known = Pick<Edition, 'publication' | 'addresses' | 'policies'>;

/**
 * trust.txt (https://journallist.net/reference-document-for-trust-txt-specifications): the memberships of
 * the publication, its pages on other sites, and the addresses of its policies.
 */
export function trustTxt({ publication, addresses, policies }: Known): string {
  const { belongsTo, controlledBy, profiles, contact, ai } = publication;
  const told = new Set(Object.values(policies).map(({ address }) => addresses.absolute(address)));
  const lines = [
    ['belongto', belongsTo],
    ['controlledby', controlledBy],
    ['social', profiles],
    ['contact', contact],
    ['disclosure', [...told]],
  ] as const;
  return [
    ...lines.flatMap(([name, value]) =>
      [value ?? []].flat().map((address) => `${name}=${address}`),
    ),
    `datatrainingallowed=${ai === 'allow' ? 'yes' : 'no'}`,
    '',
  ].join('\n');
}

/**
 * security.txt (RFC 9116): the contact for security problems of the site. It expires in five to six
 * months, on the first day of a month, so that it changes only once a month.
 * @param now milliseconds since 1970
 * @returns undefined if the publication has no contact, the one field that is required
 */
export function securityTxt(
  { publication, addresses }: Pick<Known, 'publication' | 'addresses'>,
  now: number,
): string | undefined {
  if (!publication.contact) return undefined;
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO('UTC').toPlainDate();
  const expires = today.with({ day: 1 }).add({ months: 6 });
  const own = addresses.absolute(addresses.path('.well-known/security.txt'));
  return [
    `Contact: ${publication.contact}`,
    `Expires: ${expires.toString()}T00:00:00Z`,
    // Only https: addresses are allowed here (section 2.5).
    ...(own.startsWith('https:') ? [`Canonical: ${own}`] : []),
    `Preferred-Languages: ${publication.language}`,
    '',
  ].join('\n');
}

/**
 * The reservation of rights against text and data mining, TDMRep
 * (https://www.w3.org/community/reports/tdmrep/CG-FINAL-tdmrep-20240510/): 1 if the publication does not
 * allow training, with a link to the page on AI and crawlers.
 * @returns JSON
 */
export function tdmrep({ publication, addresses, policies }: Known): string {
  const rule = {
    location: addresses.home,
    'tdm-reservation': reservation(publication),
    ...(policies.machines && { 'tdm-policy': addresses.absolute(policies.machines.address) }),
  };
  return `${JSON.stringify([rule], null, 2)}\n`;
}

/** Whether the right to mine the stories is reserved, as a TDMRep value. */
export function reservation({ ai }: Pick<Known['publication'], 'ai'>): 0 | 1 {
  return ai === 'allow' ? 0 : 1;
}
