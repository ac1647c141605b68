import { describe, expect, it } from 'vitest';
import { emptyStory } from '../../../src/import/imported-story.ts';
import { settleLanguage } from '../../../src/import/settle-language.ts';
import type { StoryReport } from '../../../src/import/report.ts';
import { importInto, storyText } from '../../imported.ts';
import { contentFolder } from '../content.ts';
import { written } from './imported.ts';

/** Imports a file of XML of one story. */
async function bring(xml: string) {
  const content = contentFolder();
  const [report, aside] = (await importInto(content, [written(content, 'copy.xml', xml)])) as [
    StoryReport,
    unknown,
  ];
  expect(report).toMatchObject({ kind: 'story' });
  const [, frontmatter = '', text = ''] = /^---\n(.*?)---\n\n(.*)$/s.exec(storyText(report)) ?? [];
  return { report, frontmatter, text, aside };
}

const nitf = (content: string, head = '<hedline><hl1>Budget passes</hl1></hedline>', end = '') =>
  `<nitf><head><title>budget</title></head><body><body.head>${head}</body.head><body.content>${content}</body.content>${end}</body></nitf>`;

const newsMl = (content: string, meta = '', attributes = '') =>
  `<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:example.org:1"${attributes}><contentMeta>${meta}<headline>Budget passes</headline></contentMeta><contentSet><inlineXML>${content}</inlineXML></contentSet></newsItem>`;

const note = '<note><body.content><p>Eds: adds quote</p></body.content></note>';

describe.each([
  ['alone', (text: string) => text],
  ['within NewsML-G2', (text: string) => newsMl(text)],
])('NITF %s', (_, wrap) => {
  it('has its text in the content of its body, not in that of a note', async () => {
    const head = `<hedline><hl1>Budget passes</hl1></hedline>${note}`;
    const { text, report } = await bring(
      wrap(nitf(`<p>The story.</p>${note}<p>Goes on.</p>`, head)),
    );
    expect(text).toBe('The story.\n\nGoes on.\n');
    const told = report.notes.filter((one) => one === 'Note from its sender: Eds: adds quote');
    expect(told).toHaveLength(2);
  });

  it('keeps all who sign apart from what they are', async () => {
    const head =
      '<byline>By <person>Arta K</person><byttl>Agency Writer</byttl></byline>\n<byline><person>Ben L</person></byline>';
    const { frontmatter } = await bring(wrap(nitf('<p>It passed.</p>', head)));
    expect(frontmatter).toContain('\n  byline: Arta K, Agency Writer and Ben L\n');
  });

  it('takes a second headline for the standfirst where there is no summary', async () => {
    const hedline = '<hedline><hl1>Budget passes</hl1><hl2>Two votes decide</hl2></hedline>';
    expect((await bring(wrap(nitf('<p>It passed.</p>', hedline)))).frontmatter).toContain(
      '\nstandfirst: Two votes decide\n',
    );
    const both = `${hedline}<abstract><p>It passed late.</p></abstract>`;
    const { frontmatter, report } = await bring(wrap(nitf('<p>It passed.</p>', both)));
    expect(frontmatter).toContain('\nstandfirst: It passed late.\n');
    expect(report.lost).toContainEqual({ what: 'hl2', text: 'Two votes decide' });
  });

  it('tells of tagline, notes and rights, and takes who reported from where', async () => {
    const end = '<body.end><tagline>Arta Kos reported from Tirana, Albania.</tagline></body.end>';
    const head = `${'<hedline><hl1>Budget passes</hl1></hedline>'}<rights>Not for sale.</rights><distributor>AP</distributor><dateline>LOWPORT, Kosovo <story.date>Nov 30</story.date></dateline>`;
    const { frontmatter, report } = await bring(wrap(nitf('<p>It passed.</p>', head, end)));
    expect(frontmatter).toContain('\n  byline: Arta Kos\n  place: Tirana, Albania\n');
    expect(report.lost).toEqual(
      expect.arrayContaining([
        { what: 'rights', text: 'Not for sale.' },
        { what: 'story.date', text: 'Nov 30' },
        { what: 'tagline', text: 'Arta Kos reported from Tirana, Albania.' },
      ]),
    );
  });

  it.each([
    ['3', '1', '2', '3½ tons'],
    ['', '3', '4', '¾ tons'],
    ['3', '5', '16', '3\u00A05/16 tons'],
    ['', '11', '16', '11/16 tons'],
  ])('writes a fraction as its number: %s %s/%s', async (whole, above, below, words) => {
    const frac = `<frac><frac-num>${above}</frac-num><frac-sep>/</frac-sep><frac-denom>${below}</frac-denom></frac>`;
    const { text } = await bring(wrap(nitf(`<p>It holds <num>${whole}${frac}</num> tons.</p>`)));
    expect(text).toBe(`It holds ${words}.\n`);
  });

  it('runs names and addresses on in their line', async () => {
    const { text } = await bring(
      wrap(
        nitf(
          '<p><person><name.given>Arta</name.given> <name.family>K</name.family></person>, of <postaddr><delivery.point>Main 5</delivery.point>, <postcode>10000</postcode></postaddr>, paid <money unit="EUR">5 euros</money>.</p>',
        ),
      ),
    );
    expect(text).toBe('Arta K, of Main 5, 10000, paid 5 euros.\n');
  });

  it('tells of media that are no pictures, and of what it says of pictures beside captions', async () => {
    const media =
      '<media media-type="video"><media-reference source="https://a.example/v.mp4">Vote</media-reference><media-caption>The vote.</media-caption></media>';
    const { report, text } = await bring(wrap(nitf(`<p>It passed.</p>${media}`)));
    expect(text).toBe('It passed.\n\nThe vote.\n');
    expect(report.lost).toEqual(
      expect.arrayContaining([
        { what: 'video of the story', text: 'https://a.example/v.mp4' },
        { what: 'media-reference', text: 'Vote' },
      ]),
    );
  });
});

describe('XHTML within NewsML-G2', () => {
  it('has classes that say what something is, and attributes that are whole', async () => {
    const { text } = await bring(
      newsMl(
        '<html xmlns="http://www.w3.org/1999/xhtml"><body><p>It passed.</p><figure class="wide pull-quote"><blockquote><p>We sail.</p></blockquote><figcaption>Ana</figcaption></figure></body></html>',
      ),
    );
    expect(text).toBe('It passed.\n\n:::pull-quote{speaker="Ana"}\nWe sail.\n:::\n');
  });
});

describe('the head of NITF', () => {
  const headed = (
    head: string,
    body = '<body.head><hedline><hl1>Budget</hl1></hedline></body.head>',
  ) =>
    `<nitf><head>${head}</head><body>${body}<body.content><p>It passed.</p></body.content></body></nitf>`;

  it('has a title that is the headline where there is no other, and else is reported', async () => {
    const title = '<title>budget-vote</title>';
    expect((await bring(headed(title, ''))).frontmatter).toContain('headline: budget-vote\n');
    const { frontmatter, report } = await bring(headed(title));
    expect(frontmatter).toContain('headline: Budget\n');
    expect(report.lost).toContainEqual({ what: 'title', text: 'budget-vote' });
    const same = await bring(headed('<title>Budget</title>'));
    expect(same.report.lost.map(({ what }) => what)).not.toContain('title');
  });

  it('may have what nobody knows, of which all words are reported', async () => {
    const { report } = await bring(headed('<tell a="one" b=""><also c="two"/></tell>'));
    expect(report.lost).toContainEqual({ what: 'tell', text: 'one two' });
  });

  it('names where it was printed', async () => {
    const printed = async (attributes: string) =>
      (await bring(headed(`<pubdata ${attributes}/>`))).report.lost.filter(
        ({ what }) => what === 'pubdata',
      );
    expect(await printed('name="The Post" edition.name="Late" position.section="A"')).toEqual([
      { what: 'pubdata', text: 'The Post, A, Late' },
    ]);
    expect(await printed('name="The Post"')).toEqual([{ what: 'pubdata', text: 'The Post' }]);
    expect(await printed('date.publication="20261201"')).toEqual([]);
  });
});

describe('what NewsML-G2 tells of a story', () => {
  const times = (about: string, meta: string) =>
    newsMl('<p>It passed.</p>', meta).replace(
      '<contentMeta>',
      `<itemMeta>${about}</itemMeta><contentMeta>`,
    );
  const [ten = '', noon = '', two = ''] = ['10', '12', '14'].map(
    (hour) => `2026-11-30T${hour}:00:00Z`,
  );

  it('is when it came out, and when its text was begun and changed', async () => {
    const { frontmatter, report } = await bring(
      times(
        `<firstCreated>${noon}</firstCreated><versionCreated>${two}</versionCreated>`,
        `<contentCreated>${ten}</contentCreated><contentModified>${noon}</contentModified>`,
      ),
    );
    expect(frontmatter).toContain(`published: ${noon}\n`);
    expect(report.lost).toContainEqual({ what: 'content created', text: ten });
    expect(report.lost).toContainEqual({ what: 'when it was last saved', text: two });
    expect(report.lost.map(({ what }) => what)).not.toContain('content modified');
  });

  it.each([
    ['first created', `<firstCreated>${ten}</firstCreated>`, ''],
    ['its text created, before its version', `<versionCreated>${noon}</versionCreated>`, ten],
  ])('is that it came out when it was %s', async (_, about, created) => {
    const meta = created && `<contentCreated>${created}</contentCreated>`;
    const { frontmatter, report } = await bring(times(about, meta));
    expect(frontmatter).toContain(`published: ${ten}\n`);
    expect(report.lost.map(({ what }) => what)).not.toContain('content created');
  });

  it('is what it is filed under, by its code where it has no name', async () => {
    const { report } = await bring(
      newsMl('<p>It passed.</p>', '<subject qcode="medtop:20000065"/><genre qcode="genre:x"/>'),
    );
    expect(report.lost).toContainEqual({ what: 'subject', text: 'medtop:20000065' });
    expect(report.lost).toContainEqual({ what: 'genre', text: 'genre:x' });
  });
});

describe('the language of NewsML-G2', () => {
  const text = '<html xmlns="http://www.w3.org/1999/xhtml"><body><p>It passed.</p></body></html>';
  it.each([
    ['that of the content', newsMl(text, '<language tag="ar"/>', ' xml:lang="en"'), 'ar', 'taken'],
    [
      'that of the text',
      newsMl(text, '', ' xml:lang="en"').replace('<inlineXML', '<inlineXML xml:lang="sq"'),
      'sq',
      'taken',
    ],
    ['that of the item', newsMl(text, '', ' xml:lang="ar"'), 'ar', 'guessed'],
    ['in another form', newsMl(text, '<language tag="sr_cyrl"/>'), 'sr-Cyrl', 'taken'],
    ['of three letters', newsMl(text, '<language tag="ara"/>'), 'ar', 'taken'],
  ])('is %s', async (_, xml, value, how) => {
    const { frontmatter, report } = await bring(xml);
    expect(frontmatter).toContain(`\nlanguage: ${value}\n`);
    expect(report.fields).toContainEqual(
      expect.objectContaining({ field: 'language', how, value }),
    );
  });

  it('is left out where it is the newsroom’s own', async () => {
    const { frontmatter } = await bring(newsMl(text, '<language tag="en"/>'));
    expect(frontmatter).not.toContain('language:');
  });

  it.each([
    ['sr', 'sr-Cyrl', undefined],
    ['sr-Latn', 'sr-Cyrl', 'sr-Cyrl'],
    ['sq-XK', 'sq', undefined],
    ['sq', 'sr-Latn', 'sr-Latn'],
  ])('where the newsroom’s is %s and that of the text %s', (own, tag, kept) => {
    const imported = { ...emptyStory('x'), language: { value: tag, how: 'guessed' as const } };
    settleLanguage(imported, own, () => false);
    expect(imported.language?.value).toBe(kept);
  });

  it('is that of a NITF document', async () => {
    const { frontmatter } = await bring(
      nitf('<p>It passed.</p>').replace('<nitf', '<nitf xml:lang="ar"'),
    );
    expect(frontmatter).toContain('\nlanguage: ar\n');
  });
});

describe('a message of several items', () => {
  const story = (n: number, link = '') =>
    `<newsItem guid="urn:newsml:a:${n}"><itemMeta>${link}</itemMeta><contentMeta><headline>Story ${n}</headline></contentMeta><contentSet><inlineData>It passed.</inlineData></contentSet></newsItem>`;
  const picture = (n: number, status = 'usable') =>
    `<newsItem guid="urn:newsml:a:p${n}"><itemMeta><itemClass qcode="ninat:picture"/><pubStatus qcode="stat:${status}"/></itemMeta><contentMeta><description>Hall ${n}.</description><creditline>AP</creditline></contentMeta><contentSet><remoteContent href="https://a.example/${n}.jpg" contenttype="image/jpeg"/></contentSet></newsItem>`;
  const message = (...items: string[]) =>
    `<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>${items.join('')}</itemSet></newsMessage>`;
  const read = async (xml: string) => {
    const content = contentFolder();
    const reports = await importInto(content, [written(content, 'm.xml', xml)]);
    return reports.map((report) => (report.kind === 'story' ? storyText(report) : report));
  };

  it('gives each picture to the story that links to it, and no other', async () => {
    const link = '<link rel="irel:seeAlso" residref="urn:newsml:a:p2"/>';
    const [one, two, aside] = await read(message(story(1), story(2, link), picture(1), picture(2)));
    expect(one).not.toContain('![');
    expect(two).toMatch(/!\[\]\(picture-1\.jpg "Hall 2\. \(AP\)"\)/);
    expect(aside).toMatchObject({
      kind: 'aside',
      lost: [{ what: 'picture that no story names', text: 'Hall 1. (AP) https://a.example/1.jpg' }],
    });
  });

  it('shows no picture that its sender withholds', async () => {
    const [one] = await read(message(story(1), picture(1, 'withheld')));
    expect(one).not.toContain('![');
    const [two] = await read(message(story(1), picture(1)));
    expect(two).toContain('![');
  });
});
