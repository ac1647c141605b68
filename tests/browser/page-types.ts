import { versionPath } from '../fixture-versions.ts';
import { archive, home } from '../sites.ts';

/** Every kind of page, on the site that has it at its most awkward. */
export const pageTypes = [
  ['the front page', archive, ''],
  ['the front page with one story', home, ''],
  ['the story', home, '2021/03/09/kosovo-sends-troops-to-kuwait/'],
  ['a story with a lead', archive, '2026/11/22/pictures/'],
  ['a story with every block', archive, '2026/11/17/blocks/'],
  ['a hostile story', archive, '2026/11/20/hostile/'],
  ['a story of 200 characters of headline', archive, '2026/11/19/long/'],
  ['a story in Arabic', archive, versionPath('sent-ar')],
  ['a story in Serbian', archive, versionPath('sent-sr')],
  ['a list', archive, 'tags/kosovo/'],
  ['a list in several languages', archive, 'tags/kuwait/'],
  ['an author', archive, 'authors/zoe/'],
  ['an older page of a list', archive, 'authors/anthony-barnett/page/2/'],
  ['the topics', archive, 'tags/'],
  ['a part of a series', archive, '2013/07/01/lake-two/'],
  ['a series', archive, 'series/lake-years/'],
  ['the series', archive, 'series/'],
  ['the authors', archive, 'authors/'],
  ['a year', archive, '1996/'],
  ['a month', archive, '1996/01/'],
  ['about', archive, 'about/'],
  ['a corrected story', archive, '2026/11/11/corrected/'],
  ['a retracted story', archive, '2026/11/12/retracted/'],
  ['a story that was taken down', archive, '2026/11/10/taken-down/'],
  ['the corrections', archive, 'corrections/'],
  ['the feeds', archive, 'feeds/'],
  ['an address with nothing', archive, 'nothing/here/'],
] as const;
