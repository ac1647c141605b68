import type { Numbers } from './numbers.ts';
import { sentence } from './sentence.ts';

/** English, which decides what all tables have: a word that another lacks is an error of types. */
export const en = ({ number, counted }: Numbers) => ({
  /** Around every page. */
  page: {
    /** Between things that are named one after the other. */
    comma: ', ',
    skip: 'Skip to the content',
    sections: 'Sections',
    topics: 'Topics',
    authors: 'Authors',
    corrections: 'Corrections',
    feeds: 'Feeds',
    subscribe: 'Subscribe',
    about: 'About this publication',
    years: 'Stories by year',
  },
  /** The front page and the lists. */
  list: {
    empty: 'No story is published yet.',
    stories: counted({ one: '# story', other: '# stories' }),
    part: (name: string, part: number) => `${name}, part ${number(part)}`,
    pages: 'Pages of this list',
    newer: 'Newer stories',
    older: 'Older stories',
    description: (name: string, publication: string) => `${name}: stories from ${publication}.`,
    topics: (publication: string) => `What ${publication} writes about, topic by topic.`,
    authors: (publication: string) => `Who writes for ${publication}.`,
    year: (year: string, publication: string) =>
      `Stories from ${publication} in ${year}, month by month.`,
    corrections: (publication: string) => `What ${publication} had to put right, and when.`,
    uncorrected: 'No story had to be corrected so far.',
  },
  story: {
    by: <Part>(_count: number, names: Part) => sentence`By ${names}`,
    reporting: <Part>(who: Part) => sentence`Reporting: ${who}`,
    published: <Part>(date: Part) => sentence`Published ${date}`,
    updated: <Part>(date: Part) => sentence`Updated ${date}`,
    versions: 'In other languages',
    retracted: (headline: string) => `Retracted: ${headline}`,
    source: 'Original source',
    reported: (byline: string, place: string | undefined) =>
      place ? `${byline} reported from ${place}.` : `${byline} reported.`,
    aboutAuthors: counted({ one: 'About the author', other: 'About the authors' }),
    neighbours: 'Next and previous story',
    next: 'Next story',
    previous: 'Previous story',
    address: <Part>(link: Part) => sentence`Published at ${link}`,
    terms: <Part>(link: Part) => sentence`Terms: ${link}`,
  },
  /** What a story is that is not simply news. */
  kinds: {
    reportage: 'Reportage',
    analysis: 'Analysis',
    background: 'Background',
    opinion: 'Opinion',
    review: 'Review',
    retracted: 'Retracted',
  },
  /** What is told of a story’s changes. */
  notices: {
    retraction: 'Retraction',
    correction: 'Correction',
    'editors-note': 'Editor’s note',
    clarification: 'Clarification',
    update: 'Update',
    opening: <Part>(label: string, date: Part) => sentence`${label}, ${date}:`,
  },
  map: {
    credit: (name: string) =>
      `Map: ${name}. Data: Natural Earth; borders as Natural Earth draws them.`,
  },
  figure: {
    photograph: 'Photograph',
    illustration: 'Illustration',
    rights: 'Rights',
    kept: 'The picture may not be handed on.',
    elsewhere: <Part>(story: Part) =>
      sentence`The picture may not be handed on; it is with ${story}.`,
    covered: <Part>(story: Part) => sentence`The picture is with ${story}.`,
    warning: 'Content warning:',
    show: 'Show the picture',
    story: 'the story',
  },
  blocks: {
    /** Leads from a still to what it is of, on another site. */
    elsewhere: (host: string) => `See it at ${host}`,
    audio: 'Audio file',
    video: 'Video file',
    transcript: 'Transcript',
    captions: 'Subtitles',
    recording: 'Recording',
    /** Of footnotes, and of words that are struck out, for who hears them. */
    notes: 'Notes',
    note: (at: number) => `Note ${number(at)}`,
    back: (at: number, time?: number) =>
      `Back to the text, from note ${number(at)}${time ? ` (${number(time)})` : ''}`,
    struckFrom: 'struck out:',
    struckTo: 'end of what is struck out',
    kept: <Part>(story: Part) => sentence`The recording may not be handed on; it is with ${story}.`,
  },
  /** Where no story is, or none any more. */
  nothing: {
    missing: 'Nothing is at this address',
    missingDescription: 'There is no page at this address.',
    missingText: <Part>(front: Part, search: Part) =>
      sentence`The address may be mistyped. The ${front} has the latest stories; the ${search} leads to the older ones.`,
    front: 'front page',
    search: 'search',
    gone: 'This story was taken down',
    goneDescription: 'The story at this address was taken down.',
    goneText: <Part>(published: Part, expires: Part) =>
      sentence`The story at this address was published on ${published} and taken down on ${expires}.`,
    moved: 'This page has moved',
    movedText: <Part>(link: Part) => sentence`This page has moved ${link}.`,
    movedTo: 'to another address',
  },
  /** The choice between light and dark. */
  theme: {
    name: 'Appearance',
    system: 'As the device',
    light: 'Light',
    dark: 'Dark',
  },
  /** Ways on from a story. */
  finding: {
    related: 'Related stories',
    alsoOn: (topics: string) => `Also on ${topics}`,
    aSeries: 'Series',
    series: 'Series',
    seriesOf: (publication: string) => `What ${publication} tells in several parts.`,
    part: (part: number) => `Part ${number(part)}`,
    partOf: (part: number, last: number) => `Part ${number(part)} of ${number(last)}`,
    previousPart: 'Previous part',
    nextPart: 'Next part',
    earlierParts: 'Earlier parts',
    laterParts: 'Later parts',
    page: (name: string, page: number) => `${name}, page ${number(page)}`,
    old: 'This story is more than a year old.',
    share: 'Share this story',
    mail: 'E-mail',
  },
  search: {
    title: 'Search',
    description: (publication: string) =>
      `Find stories of ${publication} by their words, or by section, topic, author and year.`,
    words: 'Words to look for',
    submit: 'Search',
    section: 'Section',
    topic: 'Topic',
    author: 'Author',
    language: 'Language',
    order: 'Order',
    allSections: 'All sections',
    allTopics: 'All topics',
    allAuthors: 'All authors',
    best: 'Best match',
    newest: 'Newest first',
    searching: 'Searching …',
    found: 'Stories found:',
    nothing: 'No story has these words. Try fewer of them, or others.',
    nothingChosen: 'No story of those that you chose has these words.',
    elsewhere: 'In other languages:',
    failed: 'The search cannot be reached. Try again, or look through the lists below.',
    more: 'More stories',
  },
  feeds: {
    description: (publication: string) =>
      `How to follow ${publication} with a feed reader: every section, topic and author.`,
    what: (stories: number) =>
      `A feed is the list of the newest stories in a form that programs read. A feed reader, on your telephone or computer, asks for it from time to time and shows you what is new: the ${number(stories)} newest stories and all of the last two days, whole, with their pictures.`,
    how: 'Copy the address of a feed and paste it into your reader; a browser shows the feed as code, or saves it as a file. Or give your reader the address of any page of this site. RSS will do for nearly every reader; Atom and JSON say the same in other words. It costs nothing, nobody asks for your name or e-mail address, and nothing in a feed tells us that you read it.',
    copy: 'Copy address',
    copied: 'Copied',
    all: 'All stories',
    newest: (publication: string) => `The newest stories of ${publication}`,
  },
});

/** Every word of the site that no editor writes. */
export type Words = ReturnType<typeof en>;
