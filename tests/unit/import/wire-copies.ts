/** A message of a wire: its bytes, and all that a reader of it sees, each text once. */
export interface WireCopy {
  text: string;
  says: string;
}

/** Texts of four languages; places, people and papers are made up. */
const tongues = [
  {
    tag: 'sq',
    headline: 'Porti i Lumbardhit hap linjën',
    lines: [
      'Trageti i parë u nis të hënën me',
      'udhëtarë, tha kryetari Besim Lila.',
      'Bileta kushton',
    ],
    place: 'LUMBARDH',
    people: ['Arta Kosumi', 'Ben Lis'],
  },
  {
    tag: 'de',
    headline: 'Stadtrat beschließt neuen Hafen',
    lines: [
      'Der Stadtrat stimmte am Montag mit',
      'Stimmen zu, sagte Bürgermeisterin Ute Falk.',
      'Er kostet',
    ],
    place: 'NIEDERAU',
    people: ['Lena Auer', 'Jonas Rieck'],
  },
  {
    tag: 'pt',
    headline: 'Câmara aprova orçamento',
    lines: [
      'A câmara aprovou na segunda-feira com',
      'votos, disse o presidente João Lobo.',
      'A água custa',
    ],
    place: 'VILA NOVA',
    people: ['Ana Reis', 'Tomás Lobo'],
  },
  {
    tag: 'ar',
    headline: 'مجلس الميناء يقر الموازنة',
    lines: ['أقر المجلس يوم الاثنين بأغلبية', 'صوتا، كما قال الرئيس سالم حسن.', 'وتبلغ الكلفة'],
    place: 'الميناء الجديد',
    people: ['سارة حسن', 'أحمد علي'],
  },
] as const;

const xml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** Writes a text and notes that the copy says it, or what of it must be kept. */
type Say = (text: string, kept?: string) => string;

/** Collects what a copy says while it is written. */
function teller() {
  const said: string[] = [];
  const say: Say = (text, kept = text) => {
    said.push(kept);
    return xml(text);
  };
  return { say, said };
}

/**
 * A NewsML-G2 message of stories in NITF, with pictures, a package, notes to editors, rights, subjects in two
 * languages, fractions, tables and lists, as agencies send them.
 * @param count how many stories
 */
export function newsMlMessage(count: number): WireCopy {
  const { say, said } = teller();
  const items: string[] = [];
  for (let n = 0; n < count; n += 1) items.push(storyItem(n, say), pictureItem(n, say));
  items.push(
    `<packageItem guid="urn:newsml:wire.example:package" standard="NewsML-G2" version="1"><itemMeta><itemClass qcode="ninat:composite"/><title>${say('Top stories at noon')}</title></itemMeta></packageItem>`,
  );
  return {
    text: `<?xml version="1.0" encoding="UTF-8"?>\n<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/">\n<header><sent>2026-11-30T19:31:00Z</sent><sender>wire.example</sender></header>\n<itemSet>\n${items.join('\n')}\n</itemSet>\n</newsMessage>\n`,
    says: said.join('\n'),
  };
}

function storyItem(n: number, say: Say): string {
  const { tag, headline, lines, place, people } = tongues[n % 4]!;
  const kicker = `${headline} ${n + 1}`;
  return `<newsItem guid="urn:newsml:wire.example:20261130:${n}" version="${1 + (n % 3)}" standard="NewsML-G2" standardversion="2.33" conformance="power" xml:lang="en">
  <catalogRef href="http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_40.xml"/>
  <rightsInfo><copyrightHolder qcode="nprov:W"><name>${say('Wire Example')}</name></copyrightHolder><copyrightNotice>${say(`Copyright 2026 wire ${n}.`)}</copyrightNotice><usageTerms>${say('No archive beyond 30 days.')}</usageTerms></rightsInfo>
  <itemMeta>
    <itemClass qcode="ninat:text"/><provider qcode="nprov:W"/>
    <versionCreated>2026-11-30T19:30:00Z</versionCreated><firstCreated>2026-11-30T18:00:00Z</firstCreated>
    <pubStatus qcode="stat:usable"/>
    <edNote>${say(`ATTENTION editors, adds ${n + 3} votes`)}</edNote>
    <signal qcode="sig:update"/>
    <link rel="irel:seeAlso" residref="urn:newsml:wire.example:20261130:p${n}"/>
  </itemMeta>
  <contentMeta>
    <urgency>4</urgency>
    <language tag="${tag}"/>
    <headline>${say(kicker)}</headline>
    <slugline>${say(`HARBOR-VOTE-${n}`)}</slugline>
    <by>${say(people[0])}</by>
    <dateline>${say(place)}</dateline>
    <description role="drol:summary">${say(`${lines[2]} ${n},5 %.`)}</description>
    <subject type="cpnat:abstract" qcode="medtop:2000${n}"><name xml:lang="en">${say(`Ports ${n}`)}</name><name xml:lang="de">${say(`Häfen ${n}`)}</name></subject>
    <keyword>${say(`harbour${n}`)}</keyword>
    <genre qcode="genre:current"><name>${say(`Current affairs ${n}`)}</name></genre>
  </contentMeta>
  <contentSet><inlineXML contenttype="application/nitf+xml" xml:lang="${tag}"><nitf xmlns="http://iptc.org/std/NITF/2006-10-18/">
    <head><docdata management-status="usable"><urgency ed-urg="4"/><date.release norm="20261130T180000Z"/><key-list><keyword key="${say(`Küste ${n}`)}"/></key-list></docdata></head>
    <body>
      <body.head>
        <hedline><hl1>${xml(kicker)}</hl1><hl2>${say(`Zweite Zeile ${n}`)}</hl2></hedline>
        <note noteclass="editorsnote"><body.content><p>${say(`Eds: resends note ${n * 7}`)}</p></body.content></note>
        <byline><person>${xml(people[0])}</person><byttl>${say(`Wire Writer ${n}`)}</byttl></byline>
        <byline><person>${say(people[1], tag === 'ar' ? `و${people[1]}` : people[1])}</person></byline>
        <distributor>${say(`Wire Example Desk ${n}`)}</distributor>
        <dateline><location>${xml(place)}</location><story.date norm="20261130">${say('30.11.')}</story.date></dateline>
      </body.head>
      <body.content>
        <block>
          <p>${say(lines[0])} <num>${say(`${n + 10}.400`)}</num> ${say(lines[1])}</p>
          <p>“<q>${say(`A good day, number ${n}`)}</q>,” ${say('she said')} <em>${say('twice')}</em> &amp; ${say('left')}. <a href="https://wire.example/${n}">${say('More here')}</a></p>
          <hl2>${say(`Numbers of ${2020 + n}`)}</hl2>
          <p>${say(lines[2])} <money unit="EUR">${say(`${n + 1},75`)}</money> ${say('euro')}; ${'x'} <num>${n + 3}<frac><frac-num>1</frac-num><frac-sep>/</frac-sep><frac-denom>2</frac-denom></frac></num> ${say('tons')}.</p>
          <ul><li>${say(`first point ${n}`)}</li><li>${say(`second point ${n * 3}`)}</li></ul>
          <table><caption>${say(`Votes by district ${n}`)}</caption><tr><th>${say('District')}</th><th>${say('Votes')}</th></tr><tr><td>${say(`North ${n}`)}</td><td>${say(`${n * 11 + 5}`)}</td></tr></table>
          <media media-type="image"><media-reference mime-type="image/jpeg" source="hall-${n}.jpg" alternate-text="${say(`An empty hall ${n}`)}"/><media-caption>${say(`The hall on Monday, ${n}.`)}</media-caption><media-producer>${say(`${people[1]}/Wire`)}</media-producer></media>
          <bq><block><p>${say(`Nobody will be left behind, ${n}.`)}</p></block><credit>${say(people[1])}</credit></bq>
          <note><p>${say(`Optional trim ${n} begins`)}</p></note>
          <p>${say(`The vote of ${1990 + n} was 12-${n}.`)}</p>
        </block>
      </body.content>
      <body.end><tagline>${say(`${people[1]} contributed from Rome ${n}.`)}</tagline><bibliography>${say(`Wire archive ${n}`)}</bibliography></body.end>
    </body>
  </nitf></inlineXML></contentSet>
</newsItem>`;
}

function pictureItem(n: number, say: Say): string {
  return `<newsItem guid="urn:newsml:wire.example:20261130:p${n}" version="1"><itemMeta><itemClass qcode="ninat:picture"/><pubStatus qcode="stat:usable"/></itemMeta><contentMeta><by>${say(`Lea Lens ${n}`)}</by><creditline>${say('Wire')}</creditline><headline>${say(`Harbor view ${n}`)}</headline><description>${say(`Cranes over the quay, ${n * 13}.`)}</description></contentMeta><contentSet><remoteContent href="https://pictures.example/${n}.jpg" contenttype="image/jpeg" width="1800"/></contentSet></newsItem>`;
}

/**
 * A ninjs list of stories as agencies send them in version 3: texts by role, pictures, places, sources.
 * @param count how many stories
 */
export function ninjsList(count: number): WireCopy {
  const said: string[] = [];
  const say = (text: string): string => {
    said.push(text);
    return text;
  };
  const associations = Array.from({ length: count }, (_, n) => {
    const { tag, headline, lines, place, people } = tongues[n % 4]!;
    return {
      name: `story${n}`,
      uri: `urn:wire.example:${n}`,
      type: 'text',
      language: tag,
      version: '2',
      firstCreated: '2026-11-30T18:00:00Z',
      versionCreated: '2026-11-30T19:30:00Z',
      pubStatus: 'usable',
      urgency: 4,
      headlines: [
        { role: 'main', value: say(`${headline} ${n}`) },
        { role: 'short', value: say(`Kurz ${n}`) },
      ],
      descriptions: [
        { role: 'summary', contentType: 'text/plain', value: say(`${lines[2]} ${n}.`) },
      ],
      by: say(people[0]),
      located: say(place),
      edNote: say(`Adds ${n * 17} lines`),
      slugline: say(`HARBOR-${n}`),
      usageTerms: say(`Terms ${n} apply`),
      bodies: [
        {
          role: 'main',
          contentType: 'text/html',
          value: `<p>${say(`${lines[0]} ${n + 5}.400 ${lines[1]}`)}</p><h2>${say(`Then ${n}`)}</h2><ul><li>${say(`point ${n}`)}</li></ul>`,
        },
        { role: 'sidebar', contentType: 'text/plain', value: say(`Background box ${n * 19}`) },
      ],
      subjects: [{ name: say(`Ports ${n}`), uri: 'http://cv.example/1', creator: 'editor' }],
      places: [{ name: say(`Lowport ${n}`) }],
      infoSources: [{ name: say(`Wire Example ${n}`) }],
      associations: [
        {
          name: 'picture1',
          type: 'picture',
          uri: `urn:wire.example:p${n}`,
          headlines: [{ value: say(`Quay ${n}`) }],
          descriptions: [{ value: say(`Cranes at the quay ${n * 23}.`) }],
          by: say(`Lea Lens ${n}`),
          copyrightHolder: say('Wire'),
          altText: say(`A crane ${n}`),
          renditions: [{ name: 'main', href: `https://pictures.example/${n}.jpg`, width: 1800 }],
        },
      ],
    };
  });
  const list = { uri: 'urn:wire.example:list', type: 'composite', associations };
  return { text: JSON.stringify(list, undefined, 1), says: said.join('\n') };
}
