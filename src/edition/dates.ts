import type { Moment } from '../desk/moment.ts';

/** How dates are written in a language and the newsroom’s time zone. */
export interface Dates {
  /** `March 9, 2021`, and with a time `March 9, 2021 at 2:30 PM GMT+1`. */
  long(moment: Moment): string;
  /** `March 2021` of the month `2021-03`. */
  month(yearAndMonth: string): string;
  /** RFC 822 with a four-digit year and the newsroom’s offset, as RSS 2.0 wants it. */
  rfc822(moment: Moment): string;
}

/**
 * @param language BCP 47 tag
 * @param timeZone IANA name
 */
export function datesFor(language: string, timeZone: string): Dates {
  // Making a formatter costs a hundred times what using it does.
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone });
  const time = new Intl.DateTimeFormat(language, {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
    timeZone,
  });
  const month = new Intl.DateTimeFormat(language, {
    year: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  });
  const mail = new Intl.DateTimeFormat('en-GB', {
    weekday: 'short',
    day: '2-digit',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'longOffset',
    timeZone,
  });
  return {
    long: (moment) => (hasTime(moment) ? time : day).format(moment.at),
    month: (yearAndMonth) => month.format(new Date(`${yearAndMonth}-01T00:00:00Z`)),
    rfc822(moment) {
      const part = Object.fromEntries(
        mail.formatToParts(moment.at).map(({ type, value }) => [type, value]),
      );
      // RFC 822 knows three letters; British English writes “Sept”.
      const name = part['month']?.slice(0, 3);
      const offset = part['timeZoneName']?.replace(/^GMT$/, '+0000').replace(/GMT|:/g, '');
      return `${part['weekday']}, ${part['day']} ${name} ${part['year']} ${part['hour']}:${part['minute']}:${part['second']} ${offset}`;
    },
  };
}

/** Whether a moment says a time, or the day only. */
export function hasTime({ iso }: Moment): boolean {
  return iso.includes('T');
}
