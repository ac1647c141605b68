import { describe, expect, it } from 'vitest';
import { momentOf } from '../../../src/import/moment-of.ts';
import type { StoryReport } from '../../../src/import/report.ts';
import { importInto, storyText } from '../../imported.ts';
import { contentFolder } from '../content.ts';
import { written } from './imported.ts';

/** Imports a file of one story; gives its `published`, and why its sender holds it. */
async function bring(data: string | object) {
  const content = contentFolder();
  const text = typeof data === 'string' ? data : JSON.stringify(data);
  const [report] = (await importInto(content, [written(content, 'copy', text)])) as [StoryReport];
  expect(report).toMatchObject({ kind: 'story' });
  const published = /^published: (.*)$/m.exec(storyText(report))?.[1];
  return { report, published, held: report.held };
}

const created = '2026-11-30T09:00:00Z';
const end = '2026-12-01T05:00:00Z';
const before = `It may not be published before ${end} (its embargo); \`published\` is set to that time.`;

const ninjs = (fields: object) => ({
  uri: 'urn:example:1',
  headline: 'Budget passes',
  body_text: 'It passed.',
  firstcreated: created,
  versioncreated: '2026-11-30T10:00:00Z',
  ...fields,
});

const newsMl = (about: string, content = '<inlineData>It passed.</inlineData>') =>
  `<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:example.org:1"><itemMeta><firstCreated>${created}</firstCreated><versionCreated>2026-11-30T10:00:00Z</versionCreated>${about}</itemMeta><contentMeta><headline>Budget passes</headline></contentMeta><contentSet>${content}</contentSet></newsItem>`;

const nitf = (data: string, pubdata = '', attributes = '') =>
  `<nitf><head><docdata${attributes}><doc-id id-string="1"/><date.issue norm="20261130T090000Z"/>${data}</docdata>${pubdata}</head><body><body.head><hedline><hl1>Budget passes</hl1></hedline></body.head><body.content><p>It passed.</p></body.content></body></nitf>`;

describe('an embargo', () => {
  it.each<[string, string | object]>([
    [
      'ninjs 1',
      { ...ninjs({ embargoed: '2026-12-01T06:00:00+01:00' }), uri: 'http://a.example/1' },
    ],
    ['ninjs 2', ninjs({ embargoed: end })],
    ['ninjs 3', ninjs({ embargoedUntil: end })],
    ['NewsML-G2', newsMl('<embargoed>2026-12-01T06:00:00+01:00</embargoed>')],
  ])('of %s is its time of publication', async (_, data) => {
    const { report, published, held } = await bring(data);
    expect([published, held]).toEqual([end, before]);
    expect(report.lost).toContainEqual({ what: 'created', text: created });
  });

  it.each<[string, string, string, string]>([
    ['date.release', nitf('<date.release norm="20261201T050000Z"/>'), end, end],
    [
      'date.publication',
      nitf('', '<pubdata date.publication="20261201"/>'),
      '2026-12-01',
      '2026-12-01',
    ],
  ])('of NITF is its %s', async (name, data, published, moment) => {
    expect(await bring(data)).toMatchObject({
      published,
      held: expect.stringContaining(`before ${moment} (its ${name})`),
    });
  });

  it('of NITF within NewsML-G2 counts, too', async () => {
    const inner = `<inlineXML>${nitf('<date.release norm="20261201T050000Z"/>')}</inlineXML>`;
    expect((await bring(newsMl('', inner))).published).toBe(end);
    const marked = `<inlineXML>${nitf('', '', ' management-status="withheld"')}</inlineXML>`;
    expect((await bring(newsMl('<pubStatus qcode="stat:usable"/>', marked))).published).toBe(
      undefined,
    );
  });

  it('at midnight is that moment, and not the newsroom’s day, which may begin before it', async () => {
    const { published } = await bring(ninjs({ embargoed: '2026-12-01T00:00:00-05:00' }));
    expect(published).toBe(end);
  });

  it('that was over when the story was made leaves its publication time', async () => {
    const { published, held, report } = await bring(ninjs({ embargoed: '2026-11-29T05:00:00Z' }));
    expect([published, held]).toEqual([created, undefined]);
    expect(report.lost).toContainEqual({
      what: 'embargo that ended before it was created',
      text: '2026-11-29T05:00:00Z',
    });
  });

  it('without a zone is read in the newsroom’s, and says so', async () => {
    const { published, held } = await bring(newsMl('<embargoed>2026-12-01T06:00:00</embargoed>'));
    expect(published).toBe('2026-12-01T06:00:00');
    expect(held).toContain('No time zone was given');
  });

  it.each<[string, string | object]>([
    ['an empty one', newsMl('<embargoed/>')],
    ['one in words', ninjs({ embargoed: 'until the speech is held' })],
    ['one that is only said to be', ninjs({ embargoed: true })],
    ['a status of NITF', nitf('', '', ' management-status="embargoed"')],
    ['withheld', newsMl('<pubStatus qcode="stat:withheld"/>')],
    [
      'withheld, as a URI',
      newsMl('<pubStatus uri="http://cv.iptc.org/newscodes/pubstatusg2/withheld"/>'),
    ],
    ['canceled', newsMl('<pubStatus qcode="stat:canceled"/>')],
    ['canceled ninjs', ninjs({ pubstatus: 'canceled' })],
    ['withheld under an embargo', ninjs({ embargoed: end, pubstatus: 'withheld' })],
  ])('without an end leaves no time of publication: %s', async (_, data) => {
    const { report, published, held } = await bring(data);
    expect(published).toBeUndefined();
    expect(held).toMatch(/write `published` only when it is released\.$|do not publish it\.$/);
    expect(report.fields).toContainEqual({ field: 'published', how: 'missing' });
    expect(JSON.stringify(report.lost)).toContain('2026-1');
  });

  it.each([[newsMl('<pubStatus qcode="stat:usable"/>')], [ninjs({ pubstatus: 'usable' })]])(
    'is none when the item is usable',
    async (data) => {
      expect(await bring(data)).toMatchObject({ published: created, held: undefined });
    },
  );
});

it('tells of a new version instead of an update whose note nobody knows', async () => {
  const { report } = await bring(newsMl(''));
  expect(storyText(report)).not.toContain('updated:');
  expect(report.lost).toContainEqual({
    what: 'when it was last saved',
    text: '2026-11-30T10:00:00Z',
  });
});

it.each([
  ['20261130T193000Z', '2026-11-30T19:30:00Z'],
  ['20261130T1930+0100', '2026-11-30T18:30:00Z'],
  ['20261130', '2026-11-30'],
  ['2026-11-30T19:30:00.250+01:00', '2026-11-30T18:30:00Z'],
  ['2026-11-30 19:30', '2026-11-30T19:30:00'],
  ['2026-11-30 19:30:00 GMT', '2026-11-30T19:30:00Z'],
  ['Mon, 30 Nov 2026 19:30:00 +0100', '2026-11-30T18:30:00Z'],
  ['Mon, 30 Nov 2026 19:30:00', '2026-11-30T19:30:00'],
  ['30 Nov 2026', '2026-11-30'],
  ['2026', ''],
  ['2026-13-45', ''],
  ['soon', ''],
])('reads a time whatever the machine’s zone: %s', (text, moment) => {
  expect(momentOf(text)).toBe(moment);
});
