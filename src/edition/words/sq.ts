import type { Numbers } from './numbers.ts';
import { sentence } from './sentence.ts';
import type { Words } from './words.ts';

/** Albanian. */
export const sq = ({ number, counted }: Numbers): Words => ({
  page: {
    comma: ', ',
    skip: 'Kalo te përmbajtja',
    sections: 'Rubrikat',
    topics: 'Temat',
    authors: 'Autorët',
    corrections: 'Korrigjimet',
    feeds: 'Prurjet',
    subscribe: 'Abonohuni',
    about: 'Rreth këtij botimi',
    years: 'Artikujt sipas viteve',
  },
  list: {
    empty: 'Ende nuk është botuar asnjë artikull.',
    stories: counted({ one: '# artikull', other: '# artikuj' }),
    part: (name, part) => `${name}, pjesa ${number(part)}`,
    pages: 'Faqet e kësaj liste',
    newer: 'Artikuj më të rinj',
    older: 'Artikuj më të vjetër',
    description: (name, publication) => `${name}: artikuj nga ${publication}.`,
    topics: (publication) => `Për çfarë shkruan ${publication}, sipas temave.`,
    authors: (publication) => `Kush shkruan për ${publication}.`,
    year: (year, publication) => `Artikuj nga ${publication} në vitin ${year}, muaj pas muaji.`,
    corrections: (publication) => `Çfarë ka korrigjuar ${publication}, dhe kur.`,
    uncorrected: 'Deri tani nuk është korrigjuar asnjë artikull.',
  },
  story: {
    by: (_count, names) => sentence`Nga ${names}`,
    reporting: (who) => sentence`Raportimi: ${who}`,
    published: (date) => sentence`Botuar më ${date}`,
    updated: (date) => sentence`Përditësuar më ${date}`,
    versions: 'Në gjuhë të tjera',
    retracted: (headline) => `I tërhequr: ${headline}`,
    source: 'Burimi origjinal',
    reported: (byline, place) =>
      place ? `${byline} raportoi nga ${place}.` : `Raportoi ${byline}.`,
    aboutAuthors: counted({ one: 'Rreth autorit', other: 'Rreth autorëve' }),
    neighbours: 'Artikulli i radhës dhe ai i mëparshëm',
    next: 'Artikulli i radhës',
    previous: 'Artikulli i mëparshëm',
    address: (link) => sentence`Botuar në ${link}`,
    terms: (link) => sentence`Kushtet: ${link}`,
  },
  kinds: {
    reportage: 'Reportazh',
    analysis: 'Analizë',
    background: 'Kontekst',
    opinion: 'Opinion',
    review: 'Recension',
    retracted: 'I tërhequr',
  },
  notices: {
    retraction: 'Tërheqje',
    correction: 'Korrigjim',
    'editors-note': 'Shënim i redaksisë',
    clarification: 'Sqarim',
    update: 'Përditësim',
    opening: (label, date) => sentence`${label}, ${date}:`,
  },
  figure: {
    photograph: 'Fotografi',
    illustration: 'Ilustrim',
    rights: 'Të drejtat',
    kept: 'Imazhi nuk lejohet të shpërndahet më tej.',
    elsewhere: (story) =>
      sentence`Imazhi nuk lejohet të shpërndahet më tej; ai gjendet te ${story}.`,
    story: 'artikulli',
  },
  nothing: {
    missing: 'Në këtë adresë nuk ka asgjë',
    missingDescription: 'Në këtë adresë nuk ka asnjë faqe.',
    missingText: (front, topics) =>
      sentence`Adresa mund të jetë shkruar gabim. Te ${front} gjenden artikujt më të fundit; ${topics} ju çojnë te më të vjetrit.`,
    front: 'faqja kryesore',
    topics: 'temat',
    gone: 'Ky artikull është hequr',
    goneDescription: 'Artikulli në këtë adresë është hequr.',
    goneText: (published, expires) =>
      sentence`Artikulli në këtë adresë u botua më ${published} dhe u hoq më ${expires}.`,
    moved: 'Ky artikull është zhvendosur',
    movedText: (link) => sentence`Ky artikull është zhvendosur ${link}.`,
    movedTo: 'në një adresë tjetër',
  },
  feeds: {
    description: (publication) =>
      `Si ta ndiqni ${publication} me një lexues prurjesh: çdo rubrikë, temë dhe autor.`,
    what: (stories) =>
      `Prurja është lista e artikujve më të rinj në një formë që e lexojnë programet. Një lexues prurjesh, në telefonin ose kompjuterin tuaj, e kërkon herë pas here dhe ju tregon çfarë ka të re: ${number(stories)} artikujt më të rinj, të plotë, me imazhet e tyre.`,
    how: 'Kopjojeni adresën e një prurjeje te lexuesi juaj, ose jepini adresën e cilësdo faqeje të këtij sajti. RSS-ja mjafton për gati çdo lexues; Atom-i dhe JSON-i thonë të njëjtën gjë me fjalë të tjera. Nuk kushton asgjë, askush nuk ju kërkon emrin a adresën e postës elektronike, dhe asgjë në një prurje nuk na tregon se ju e lexoni.',
    all: 'Të gjithë artikujt',
    newest: (publication) => `Artikujt më të rinj nga ${publication}`,
  },
});
