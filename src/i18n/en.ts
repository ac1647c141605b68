import type { Numbers } from './numbers.ts';
import { sentence } from './sentence.ts';

/** English defines the entries of every table: TypeScript rejects a table that lacks one. */
export const en = ({ number, counted }: Numbers) => ({
  /** Parts of every page. */
  page: {
    /** The separator of list items in a sentence. */
    comma: ', ',
    skip: 'Skip to content',
    sections: 'Sections',
    topics: 'Topics',
    authors: 'Authors',
    corrections: 'Corrections',
    feeds: 'Feeds',
    subscribe: 'Subscribe',
    about: 'About this publication',
    years: 'Archive',
  },
  /** The front page and lists. */
  list: {
    empty: 'No stories yet.',
    stories: counted({ one: '# story', other: '# stories' }),
    part: (name: string, part: number) => `${name}, part ${number(part)}`,
    pages: 'Pages of this list',
    newer: 'Newer stories',
    older: 'Older stories',
    description: (name: string, publication: string) => `${name}: stories from ${publication}.`,
    topics: (publication: string) => `Topics covered by ${publication}.`,
    authors: (publication: string) => `Authors who write for ${publication}.`,
    year: (year: string, publication: string) =>
      `Stories from ${publication} in ${year}, month by month.`,
    corrections: (publication: string) =>
      `Corrections to the reporting of ${publication}, newest first.`,
    uncorrected: 'No corrections so far.',
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
  /** Kinds of stories other than plain news. */
  kinds: {
    reportage: 'Reportage',
    analysis: 'Analysis',
    background: 'Background',
    opinion: 'Opinion',
    review: 'Review',
    retracted: 'Retracted',
  },
  /** Notices of changes to a story. */
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
    kept: 'This image may not be republished.',
    elsewhere: <Part>(story: Part) =>
      sentence`This image may not be republished. See it in ${story}.`,
    covered: <Part>(story: Part) => sentence`See the image in ${story}.`,
    warning: 'Content warning:',
    show: 'Show the image',
    story: 'the story',
  },
  blocks: {
    /** The link from a still image to its video or post on another site. */
    elsewhere: (host: string) => `View on ${host}`,
    audio: 'Audio file',
    video: 'Video file',
    transcript: 'Transcript',
    captions: 'Subtitles',
    recording: 'Recording',
    /** For footnotes, and for deleted words in screen readers. */
    notes: 'Notes',
    note: (at: number) => `Note ${number(at)}`,
    back: (at: number, time?: number) =>
      `Back to the text, from note ${number(at)}${time ? ` (${number(time)})` : ''}`,
    struckFrom: 'struck out:',
    struckTo: 'end of what is struck out',
    kept: <Part>(story: Part) =>
      sentence`This recording may not be republished. Find it in ${story}.`,
  },
  /** Pages for addresses that are not found, removed or moved. */
  nothing: {
    missing: 'Page not found',
    missingDescription: 'There is no page at this address.',
    missingText: <Part>(front: Part, search: Part) =>
      sentence`The address may be mistyped. The ${front} has the latest stories; the ${search} finds older ones.`,
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
    system: 'System',
    light: 'Light',
    dark: 'Dark',
  },
  /** Navigation from a story to others. */
  finding: {
    related: 'Related stories',
    alsoOn: (topics: string) => `Also on ${topics}`,
    aSeries: 'Series',
    series: 'Series',
    seriesOf: (publication: string) => `Series published by ${publication}.`,
    part: (part: number) => `Part ${number(part)}`,
    partOf: (part: number, last: number) => `Part ${number(part)} of ${number(last)}`,
    previousPart: 'Previous part',
    nextPart: 'Next part',
    earlierParts: 'Earlier parts',
    laterParts: 'Later parts',
    page: (name: string, page: number) => `${name}, page ${number(page)}`,
    old: 'This story is more than a year old.',
    share: 'Share this story',
    mail: 'Email',
  },
  search: {
    title: 'Search',
    description: (publication: string) =>
      `Search the stories of ${publication} by words, section, topic, author and year.`,
    words: 'Search terms',
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
    nothing: 'No stories found. Try fewer or different words.',
    nothingChosen: 'No stories found in your selection.',
    elsewhere: 'In other languages:',
    failed: 'Search is unavailable. Try again, or browse the lists below.',
    more: 'More stories',
  },
  feeds: {
    description: (publication: string) =>
      `How to follow ${publication} with a feed reader: every section, topic and author.`,
    what: (stories: number) =>
      `A feed lists the newest stories in a form that apps can read. A feed reader on your phone or computer checks it from time to time and shows you what is new: the ${number(stories)} newest stories and all stories of the last two days, in full, with their pictures.`,
    how: 'Copy the address of a feed and paste it into your feed reader; a browser shows a feed as code or saves it as a file. You can also give your reader the address of any page on this site. RSS works with nearly every reader; Atom and JSON carry the same stories in other formats. Feeds are free, nobody asks for your name or email address, and nothing in a feed tells us that you read it.',
    copy: 'Copy address',
    copied: 'Copied',
    all: 'All stories',
    newest: (publication: string) => `The newest stories of ${publication}`,
  },
});

/** All text of the site that editors do not write. */
export type Words = ReturnType<typeof en>;
