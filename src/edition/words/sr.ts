import type { Numbers } from './numbers.ts';
import { sentence } from './sentence.ts';
import type { Words } from './words.ts';

/**
 * Serbian, in Cyrillic. Dates and names stay in the nominative, so nothing that would bend them
 * stands before them.
 */
export const sr = ({ number, counted }: Numbers): Words => ({
  page: {
    comma: ', ',
    skip: 'Пређи на садржај',
    sections: 'Рубрике',
    topics: 'Теме',
    authors: 'Аутори',
    corrections: 'Исправке',
    feeds: 'Доводи',
    subscribe: 'Претплата',
    about: 'О овом издању',
    years: 'Чланци по годинама',
  },
  list: {
    empty: 'Још није објављен ниједан чланак.',
    stories: counted({ one: '# чланак', few: '# чланка', other: '# чланака' }),
    part: (name, part) => `${name}, ${number(part)}. део`,
    pages: 'Странице овог списка',
    newer: 'Новији чланци',
    older: 'Старији чланци',
    description: (name, publication) => `${name}: чланци које објављује ${publication}.`,
    topics: (publication) => `О чему пише ${publication}, по темама.`,
    authors: (publication) => `Ко пише за ${publication}.`,
    year: (year, publication) => `${publication}: чланци из ${year}. године, по месецима.`,
    corrections: (publication) => `${publication}: шта је морало да се исправи, и када.`,
    uncorrected: 'До сада није исправљен ниједан чланак.',
  },
  story: {
    by: (count, names) => (count === 1 ? sentence`Пише: ${names}` : sentence`Пишу: ${names}`),
    reporting: (who) => sentence`Извештава: ${who}`,
    published: (date) => sentence`Објављено: ${date}`,
    updated: (date) => sentence`Допуњено: ${date}`,
    versions: 'На другим језицима',
    retracted: (headline) => `Повучено: ${headline}`,
    source: 'Изворни текст',
    reported: (byline, place) =>
      place ? `Извештава: ${byline}, ${place}.` : `Извештава: ${byline}.`,
    aboutAuthors: counted({ one: 'О аутору', few: 'О ауторима', other: 'О ауторима' }),
    neighbours: 'Следећи и претходни чланак',
    next: 'Следећи чланак',
    previous: 'Претходни чланак',
    address: (link) => sentence`Објављено на адреси ${link}`,
    terms: (link) => sentence`Услови: ${link}`,
  },
  kinds: {
    reportage: 'Репортажа',
    analysis: 'Анализа',
    background: 'Позадина',
    opinion: 'Мишљење',
    review: 'Приказ',
    retracted: 'Повучено',
  },
  notices: {
    retraction: 'Повлачење',
    correction: 'Исправка',
    'editors-note': 'Напомена редакције',
    clarification: 'Појашњење',
    update: 'Допуна',
    opening: (label, date) => sentence`${label}, ${date}:`,
  },
  figure: {
    photograph: 'Фотографија',
    illustration: 'Илустрација',
    rights: 'Права',
    kept: 'Слика не сме да се преноси даље.',
    elsewhere: (story) => sentence`Слика не сме да се преноси даље; налази се у ${story}.`,
    story: 'чланку',
  },
  nothing: {
    missing: 'На овој адреси нема ничега',
    missingDescription: 'На овој адреси нема странице.',
    missingText: (front, topics) =>
      sentence`Можда је адреса погрешно укуцана. На ${front} су најновији чланци, а ${topics} воде до старијих.`,
    front: 'насловној страни',
    topics: 'теме',
    gone: 'Овај чланак је уклоњен',
    goneDescription: 'Чланак који је био на овој адреси је уклоњен.',
    goneText: (published, expires) =>
      sentence`Чланак који је био на овој адреси је уклоњен (објављен: ${published}; уклоњен: ${expires}).`,
    moved: 'Овај чланак је премештен',
    movedText: (link) => sentence`Овај чланак је премештен ${link}.`,
    movedTo: 'на другу адресу',
  },
  theme: {
    name: 'Изглед',
    system: 'Као уређај',
    light: 'Светао',
    dark: 'Таман',
  },
  finding: {
    related: 'Повезани чланци',
    alsoOn: (topics) => `Такође о темама: ${topics}`,
    aSeries: 'Серијал',
    series: 'Серијали',
    seriesOf: (publication) => `Шта ${publication} објављује у више делова.`,
    part: (part) => `${number(part)}. део`,
    partOf: (part, last) => `${number(part)}. део од ${number(last)}`,
    previousPart: 'Претходни део',
    nextPart: 'Следећи део',
    earlierParts: 'Ранији делови',
    laterParts: 'Каснији делови',
    page: (name, page) => `${name}, страна ${number(page)}`,
    old: 'Овај чланак је старији од годину дана.',
    share: 'Поделите овај чланак',
    mail: 'Имејл',
  },
  feeds: {
    description: (publication) =>
      `Како да пратите ${publication} у читачу довода: свака рубрика, тема и аутор.`,
    what: (stories) =>
      `Довод је списак најновијих чланака у облику који читају програми. Читач довода, на вашем телефону или рачунару, повремено га тражи и показује вам шта је ново: ${number(stories)} најновијих чланака, у целини, са сликама.`,
    how: 'Ископирајте адресу довода у свој читач или му дајте адресу било које странице овог сајта. RSS је довољан готово сваком читачу; Atom и JSON кажу исто другим речима. Не кошта ништа, нико вам не тражи име ни имејл адресу, и ништа у доводу нам не открива да га читате.',
    all: 'Сви чланци',
    newest: (publication) => `${publication}: најновији чланци`,
  },
});
