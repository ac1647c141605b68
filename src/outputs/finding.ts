/** What readers see of the ways on from a story. */
export const finding = {
  related: 'Related stories',
  /** @param topics their names, as a list */
  alsoOn: (topics: string) => `Also on ${topics}`,
  series: 'Series',
  seriesOf: (publication: string) => `What ${publication} tells in several parts.`,
  part: (number: number) => `Part ${number}`,
  /** @param last the number of the last part */
  partOf: (number: number, last: number) => `Part ${number} of ${last}`,
  previousPart: 'Previous part',
  nextPart: 'Next part',
  earlierParts: 'Earlier parts',
  laterParts: 'Later parts',
  /** @param number of a page of the series’ list */
  page: (name: string, number: number) => `${name}, page ${number}`,
  old: 'This story is more than a year old.',
  share: 'Share this story',
  mail: 'E-mail',
};
