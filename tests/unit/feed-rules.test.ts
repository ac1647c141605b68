import { describe, expect, it } from 'vitest';
import { findingsIn } from '../standards/feed-rules.ts';

const self = 'https://a.example/feed';
const now = Date.UTC(2026, 10, 23);
const namesIn = (text: string) => findingsIn(text, self, now).map(({ name }) => name);

const rss = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:georss="http://www.georss.org/georss" xmlns:media="http://search.yahoo.com/mrss/"><channel>
<title>A</title><link>https://a.example/</link><description>B</description><language>en-US</language>
<lastBuildDate>Fri, 20 Nov 2026 09:30:00 +0100</lastBuildDate>
<atom:link rel="self" type="application/rss+xml" href="${self}"/>
<item><title>C &#x26;amp; D</title><link>https://a.example/1/</link><description>E &amp;amp; F</description>
<content:encoded>&lt;p&gt;G &lt;a href="https://b.example/"&gt;H&lt;/a&gt;&lt;/p&gt;</content:encoded>
<guid isPermaLink="false">urn:uuid:b082b392-279c-4638-81bd-00da3af204db</guid>
<pubDate>Fri, 20 Nov 2026 09:30:00 +0100</pubDate><atom:updated>2026-11-20T08:30:00Z</atom:updated>
<dc:creator>I</dc:creator><category>J</category><georss:point>41.3 19.8</georss:point>
<media:content url="https://a.example/a.jpg" fileSize="1" type="image/jpeg" medium="image" width="1" height="1"><media:description type="plain">K</media:description><media:credit role="photographer" scheme="urn:ebu">L</media:credit></media:content>
</item></channel></rss>`;

const atom = `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/" xml:lang="en">
<id>https://a.example/atom</id><title>A</title><subtitle>B</subtitle><updated>2026-11-20T08:30:00.000Z</updated>
<icon>https://a.example/icon.svg</icon>
<link rel="alternate" type="text/html" href="https://a.example/"/><link rel="self" href="${self}"/>
<entry><id>urn:uuid:b082b392-279c-4638-81bd-00da3af204db</id><title>C &amp; D</title>
<updated>2026-11-20T08:30:00.000001Z</updated><summary>E</summary>
<content type="html"><![CDATA[<figure><img src="/a.jpg" alt="<F>"><figcaption>G &amp; H</figcaption></figure>]]></content>
<link rel="alternate" type="text/html" href="https://a.example/1/"/>
<author><name>I</name><uri>https://a.example/i/</uri></author><category term="j" label="J"/></entry>
</feed>`;

it('passes feeds that the validator passes', () => {
  expect(findingsIn(rss, self, now)).toEqual([]);
  expect(findingsIn(atom, self, now)).toEqual([]);
});

it('says where something is and what stands there', () => {
  const found = findingsIn(rss.replace('<title>A<', '<title>A&lt;/b><'), self, now);
  expect(found).toEqual([{ name: 'ContainsHTML', at: 'channel/title', value: 'A</b>' }]);
});

const uuid = 'b082b392-279c-4638-81bd-00da3af204db';
const item = /<item>.*<\/item>/s.exec(rss)![0];
const entry = /<entry>.*<\/entry>/s.exec(atom)![0];

/** What is told, of what instead of what. */
type Problem = [names: string, from: string | RegExp, to: string];

const inRss: Problem[] = [
  ['SAXError', '<title>A</title>', '<title>A</titel>'],
  ['SAXError', '<title>A', '<title>A&nbsp;'],
  ['InvalidRSSVersion', 'version="2.0"', 'version="2"'],
  ['MissingAttribute', ' version="2.0"', ''],
  ['MissingElement', /<channel>.*<\/channel>/s, ''],
  ['UnknownNamespace', '<rss ', '<rss xmlns:x="https://x.example/" '],
  ['ReservedPrefix', '<title>A', '<title xmlns:dc="https://x.example/">A'],
  ['MediaRssNamespace', '<channel>', '<channel xmlns:mrss="http://search.yahoo.com/mrss">'],
  ['UndefinedElement', '<language>', '<lang>en</lang><language>'],
  ['UnexpectedAttribute', '<language>', '<language of="it">'],
  ['UnexpectedText', '<item>', '<item>text'],
  ['MissingTitle', '<title>A</title>', ''],
  ['MissingLink', '<link>https://a.example/</link>', ''],
  ['MissingDescription', '<description>B</description>', ''],
  ['MissingAtomSelfLink', /<atom:link[^>]*>/, ''],
  ['SelfDoesntMatchLocation', `href="${self}"`, 'href="https://a.example/other"'],
  ['SelfNotAtom', 'type="application/rss+xml"', 'type="text/xml"'],
  [
    'UnregisteredAtomLinkRel',
    '<atom:link ',
    '<atom:link rel="odd" href="https://a.example/"/><atom:link ',
  ],
  ['AtomLinkNotEmpty', /(<atom:link[^>]*)\/>/, '$1>text</atom:link>'],
  ['MissingHref', '<atom:link ', '<atom:link rel="hub"/><atom:link '],
  ['NotBlank', '<title>A</title>', '<title/>'],
  ['DuplicateElement', '<language>', '<title>Z</title><language>'],
  ['InvalidLanguage', 'en-US', 'english'],
  ['MisplacedItem', '</item>', '</item><copyright>Z</copyright>'],
  ['DuplicateSemantics', '<language>', '<dc:language>en</dc:language><language>'],
  ['DuplicateItemSemantics', '<dc:creator>', '<author>a@b.example (A)</author><dc:creator>'],
  ['InvalidContact', '<dc:creator>I</dc:creator>', '<author>Name</author>'],
  ['MissingRealName', '<dc:creator>I</dc:creator>', '<author>a@b.example</author>'],
  ['EmailFormat', '<dc:creator>I</dc:creator>', '<author>Name &lt;a@b.example></author>'],
  ['ContainsHTML', 'C &#x26;amp; D', 'C &lt;i>D&lt;/i>'],
  ['ContainsHTML', 'C &#x26;amp; D', 'C &amp;amp; D'],
  ['ContainsHTML', 'C &#x26;amp; D', 'C &amp;D2'],
  ['CharacterData', 'C &#x26;amp; D', 'C &lt;b'],
  ['ContainsUndeclaredHTML', '>K<', '>&lt;i>K&lt;/i><'],
  [
    'ItemMustContainTitleOrDescription',
    item,
    `<item><guid isPermaLink="false">urn:uuid:${uuid}</guid></item>`,
  ],
  ['MissingGuid', /<guid.*<\/guid>/, ''],
  ['InvalidUUID', 'isPermaLink="false">urn:uuid:b0', '>urn:uuid:0'],
  ['InvalidHttpGUID', /<guid.*<\/guid>/, '<guid>1</guid>'],
  ['InvalidPermalink', ' isPermaLink="false"', ''],
  ['InvalidBooleanAttribute', 'isPermaLink="false"', 'isPermaLink="no"'],
  ['NotSufficientlyUnique', `urn:uuid:${uuid}`, '17'],
  ['DuplicateValue', item, `${item}${item}`],
  ['NeedDescriptionBeforeContent', /<description>E.*?<\/description>/, ''],
  ['ContainsRelRef', 'href="https://b.example/"', 'href="/b/"'],
  ['InvalidUriChar', 'href="https://b.example/"', 'href="/b|"'],
  ['NotHtml', 'H&lt;/a', 'H'],
  ['NotHtml', 'G ', 'G &lt;/b&gt;'],
  ['NotHtml', 'G ', 'G &lt;madeup&gt;&lt;/madeup&gt;'],
  ['NotHtml', 'href="https://b.example/"', 'href="https://b.example/?a=1&amp;b=2"'],
  ['NotHtml', 'E &amp;amp; F', 'E &amp;F'],
  ['SecurityRisk', 'G ', '&lt;iframe&gt;&lt;/iframe&gt;'],
  ['SecurityRiskAttr', 'href="https://b.example/"', 'href="https://b.example/" onclick=""'],
  ['DangerousStyleAttr', 'href="https://b.example/"', 'href="https://b.example/" style="top: 0"'],
  ['InvalidFullLink', 'https://a.example/1/', '/1/'],
  ['InvalidUriChar', 'https://a.example/1/', 'https://a.example/1 /'],
  ['SchemeNotIANARegistered', 'https://a.example/1/', 'odd:1'],
  ['InvalidRFC2822Date', '<pubDate>Fri, 20 Nov 2026', '<pubDate>2026-11-20'],
  ['InvalidRFC2822Date', '<pubDate>Fri, 20 Nov 2026', '<pubDate>31 Nov 2026'],
  ['IncorrectDOW', '<pubDate>Fri', '<pubDate>Sat'],
  ['ProblematicalRFC822Date', '<pubDate>Fri, 20 Nov 2026', '<pubDate>Fri, 20 Nov 26'],
  ['ImplausibleDate', '<pubDate>Fri, 20 Nov 2026', '<pubDate>20 Nov 2027'],
  ['ImplausibleDate', '<pubDate>Fri, 20 Nov 2026', '<pubDate>20 Nov 1989'],
  ['BadCharacters', '>K<', '>K\u0092<'],
  ['BadCharacters', '>K<', '>KÃ©<'],
  ['InvalidCoord', '41.3 19.8', '41.3'],
  ['CoordComma', '41.3 19.8', '41.3,19.8'],
  ['InvalidPositiveInteger', 'fileSize="1"', 'fileSize="0"'],
  ['InvalidMIMEAttribute', 'type="image/jpeg"', 'type="jpeg"'],
  ['InvalidMediaMedium', 'medium="image"', 'medium="picture"'],
  ['InvalidMediaTextType', 'type="plain"', 'type="text"'],
  ['InvalidCreditRole', 'photographer', 'Photographer'],
];

const inAtom: Problem[] = [
  ['UndefinedElement', /<feed.*<\/feed>/s, '<html/>'],
  ['AvoidNamespacePrefix', '<entry>', '<entry xmlns:atom="http://www.w3.org/2005/Atom">'],
  ['InvalidLanguage', 'xml:lang="en"', 'xml:lang="qqx-odd"'],
  ['MissingElement', '<id>https://a.example/atom</id>', ''],
  ['MissingElement', '<title>C &amp; D</title>', ''],
  ['MissingElement', /<author>.*<\/author>/, ''],
  ['MissingElement', '<name>I</name>', ''],
  ['MissingSelf', /<link rel="self"[^>]*>/, ''],
  ['RelativeSelf InvalidIRI', `href="${self}"`, 'href="/feed"'],
  ['MisplacedMetadata', '</entry>', '</entry><rights>Z</rights>'],
  ['DuplicateAtomLink', '<entry>', '<link type="text/html" href="https://a.example/"/><entry>'],
  ['DuplicateUpdated', entry, `${entry}${entry.replace(uuid, uuid.replace('b', 'c'))}`],
  ['DuplicateEntries', entry, `${entry}${entry.replace('.000001Z', '.000002Z')}`],
  ['UnexpectedWhitespace', '2026-11-20T08:30:00.000001Z', ' 2026-11-20T08:30:00Z'],
  ['InvalidRFC3339Date', '2026-11-20T08:30:00.000001Z', '2026-11-20'],
  ['InvalidRFC3339Date', '2026-11-20T08:30:00.000001Z', '2026-11-31T08:30:00Z'],
  ['ImplausibleDate', '2026-11-20T08:30:00.000001Z', '1970-01-01T00:00:00Z'],
  ['NonCanonicalURI', 'https://a.example/atom', 'HTTPS://a.example/atom'],
  ['NonCanonicalURI', 'https://a.example/atom', 'https://a.example/%61tom'],
  ['InvalidURN', `urn:uuid:${uuid}`, 'urn:x:'],
  ['InvalidLink', 'https://a.example/icon.svg', '/icon.svg'],
  [
    'InvalidMIMEType',
    '<link rel="alternate" type="text/html" href="https://a.example/1/"',
    '<link type="html" href="https://a.example/1/"',
  ],
  ['ContainsUndeclaredHTML', 'C &amp; D', 'C &amp;lt; D'],
  ['ContainsUndeclaredHTML', '<summary>E', '<summary>E &lt;/b>'],
  ['ContainsHTML', '<name>I', '<name>&lt;i>I&lt;/i>'],
  ['ContainsEmail', '<name>I', '<name>I &lt;i@a.example>'],
  ['ContainsHTML', 'label="J"', 'label="&lt;/b>"'],
  ['NotBlank', '<summary>E</summary>', '<summary/>'],
  ['NotBlank', 'term="j"', 'term=""'],
  ['InvalidTextType', '<summary>', '<summary type="text/plain">'],
  ['NotHtml', '</figcaption>', ''],
  ['MissingTextualContent', /<summary>.*<\/content>/s, ''],
  ['MissingContentOrAlternate', /<content.*<\/content>\n<link[^>]*>/, ''],
  ['InvalidAddrSpec', '<name>I</name>', '<name>I</name><email>i</email>'],
];

describe.each([
  ['RSS', rss, inRss],
  ['Atom', atom, inAtom],
] as const)('%s', (_, good, problems) => {
  it.each(problems)('%s: %s → %s', (names, from, to) => {
    const bad = good.replace(from, to);
    expect(bad).not.toBe(good);
    expect(namesIn(bad).sort()).toEqual(names.split(' ').sort());
  });
});

it('takes no feed that is too long', () => {
  const long = rss.replace('<title>A', `<title>A${'a'.repeat(5_000_000)}`);
  expect(namesIn(long)).toEqual(['ValidatorLimit']);
});
