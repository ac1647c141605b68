/** Where a value stands. */
export interface Place {
  format: 'rss' | 'atom';
  attributes: Record<string, string>;
  /** As it is written there, references and all. */
  source: string;
  /** Milliseconds since 1970. */
  now: number;
}

/** Tells by the validator’s names what is wrong with a value. */
export type Rule = (value: string, place: Place) => string[];

export const words = (text: string) => new Set(text.trim().split(/\s+/));
export const when = (isBroken: boolean, name: string) => (isBroken ? [name] : []);

export const filled: Rule = (value) => when(value.trim() === '', 'NotBlank');
export const unspaced: Rule = (_, { source }) =>
  when(source !== source.trim(), 'UnexpectedWhitespace');
export const free: Rule = () => [];

/** What may stand in an address, and what the validator would escape there itself. */
export const inAddress = /^[\w;/?:@&=+$.!~*'()%,#\u0080-\uffff-]*$/;
const known = words('ftp http https mailto news tel urn tag');

/** A whole address; the validator takes relative ones in Atom, the feeds have none. */
export const address =
  (name: string): Rule =>
  (value) => {
    const scheme = value.split(':')[0]!.toLowerCase();
    if (/^urn:uuid:/i.test(value))
      return when(
        !/^urn:uuid:[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(value),
        'InvalidUUID',
      );
    if (scheme === 'urn')
      return when(
        !/^urn:[a-z\d][a-z\d-]+:(?:[\w()+,.:=@;$!*'-]|%[\da-f]{2})+$/i.test(value),
        'InvalidURN',
      );
    if (!inAddress.test(value)) return ['InvalidUriChar'];
    if (!/^[a-z][a-z\d+.-]*:[\x21-\x7e]+$/i.test(value)) return [name];
    if (/^(?:https?|ftp)$/.test(scheme)) return when(!/^\w+:\/\/[^/]/.test(value), name);
    return when(!known.has(scheme), 'SchemeNotIANARegistered');
  };

/** The mark of a feed or an entry, written as RFC 3986 would normalize it. */
export const mark: Rule = (value, place) => {
  const problems = address('InvalidFullLink')(value, place);
  if (problems.length > 0) return problems;
  const escapes = [...value.matchAll(/%[\da-f]{2}/gi)].map(([escape]) => escape);
  const isCanonical =
    new URL(value).href === value &&
    escapes.every((one) => one === one.toUpperCase() && /[^\w.~-]/.test(decode(one)));
  return when(!isCanonical, 'NonCanonicalURI');
};
const decode = (escape: string) => String.fromCharCode(Number.parseInt(escape.slice(1), 16));

const languages = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
export const language: Rule = (value) => {
  const [primary = ''] = value.split('-');
  const isKnown = /^[a-z]{2,3}$/i.test(primary) && languages.of(primary) !== undefined;
  return when(!isKnown, 'InvalidLanguage');
};

const months = 'Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec';
const strict = new RegExp(
  String.raw`^(?:(Mon|Tue|Wed|Thu|Fri|Sat|Sun), )?(\d\d? (?:${months}) \d{4}) \d\d:\d\d(?::\d\d)? (?:[+-]\d\d[03]0|UT|GMT|Z|[ECMP][SD]T)$`,
);
const loose = new RegExp(
  String.raw`^(?:[a-z]{3}\s*,\s*)?\d\d?\s+(?:${months})\s+\d\d(?:\d\d)?\s+\d\d:\d\d(?::\d\d)?\s+(?:[+-]\d{4}|[a-z]{1,3})?$`,
  'i',
);
const tenMinutes = 600_000;
const implausible = (at: number, now: number) =>
  when(at > now + tenMinutes || at < Date.UTC(1990, 0), 'ImplausibleDate');

export const mailDate: Rule = (value, { now }) => {
  const [, weekday, date] = strict.exec(value) ?? [];
  if (date === undefined)
    return [loose.test(value) ? 'ProblematicalRFC822Date' : 'InvalidRFC2822Date'];
  const day = new Date(`${date} UTC`).toUTCString();
  if (Number(day.slice(5, 7)) !== Number.parseInt(date)) return ['InvalidRFC2822Date'];
  if (weekday !== undefined && weekday !== day.slice(0, 3)) return ['IncorrectDOW'];
  return implausible(Date.parse(value), now);
};

export const date: Rule = (value, { now }) => {
  const [day, time] = value.split('T');
  const isDate =
    /^\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/.test(time ?? '') &&
    !Number.isNaN(Date.parse(value)) &&
    new Date(`${day}T00:00Z`).toISOString().slice(0, 10) === day;
  return isDate ? implausible(Date.parse(value), now) : ['InvalidRFC3339Date'];
};

const mailbox = String.raw`[\w.+'-]+@(?:[a-z\d-]+\.)+[a-z\d][a-z\d-]*`;
export const contact: Rule = (value) => {
  if (new RegExp(String.raw`^${mailbox} \([^()]+\)$`, 'i').test(value)) return [];
  if (!value.includes('@') || value.endsWith(')')) return ['InvalidContact'];
  return [value.includes(' ') ? 'EmailFormat' : 'MissingRealName'];
};
export const noMail: Rule = (value) =>
  when(new RegExp(`<${mailbox}>`, 'i').test(value), 'ContainsEmail');
export const mailAddress: Rule = (value) =>
  when(!new RegExp(`^${mailbox}$`, 'i').test(value), 'InvalidAddrSpec');

/** Latitude and longitude of GeoRSS. */
export const point: Rule = (value) => {
  const isPoint = /^[-+]?\d+\.?\d*[ ,][-+]?\d+\.?\d*$/.test(value);
  return isPoint ? when(value.includes(','), 'CoordComma') : ['InvalidCoord'];
};

export const count: Rule = (value) => when(!/^0*[1-9]\d*$/.test(value), 'InvalidPositiveInteger');
export const oneOf =
  (name: string, values: string): Rule =>
  (value) =>
    when(!values.split(' ').includes(value), name);
export const mediaType =
  (name: string): Rule =>
  (value) =>
    when(!/^[^\s()<>,;:\\"/[\]?=]+\/[^\s()<>,;:\\"/[\]?=]+$/.test(value), name);
