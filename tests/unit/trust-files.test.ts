import { describe, expect, it } from 'vitest';
import { securityTxt, tdmrep, trustTxt } from '../../src/outputs/trust-files.ts';
import { editionOf, page, publication, type Fields } from './content.ts';

const editionWith = (fields: Fields = {}, pages: Record<string, string> = {}) =>
  editionOf({
    'publication.yaml': publication(fields),
    ...Object.fromEntries(
      Object.entries(pages).map(([name, policies]) => [
        `pages/${name}.md`,
        page({ title: name, policies }),
      ]),
    ),
  });

const linesOf = (text: string) => text.trimEnd().split('\n');
const day = 86_400_000;

describe('security.txt', () => {
  const securityOf = async (fields: Fields, now = '2026-11-23T12:00:00Z') =>
    securityTxt(await editionWith(fields), Date.parse(now));
  const contact = 'mailto:desk@anh.example';

  it('says whom to write to, until when that holds, and where it belongs', async () => {
    expect(linesOf((await securityOf({ contact }))!)).toEqual([
      'Contact: mailto:desk@anh.example',
      'Expires: 2027-05-01T00:00:00Z',
      'Canonical: https://anh.example/.well-known/security.txt',
      'Preferred-Languages: en-US',
    ]);
  });

  it('is not there when nobody is to be written to', async () => {
    expect(await securityOf({})).toBeUndefined();
  });

  it('stays the same for a month, and runs out in 30 days to a year whenever it is made', async () => {
    const edition = await editionWith({ contact });
    const texts = new Map<string, Set<string | undefined>>();
    for (let now = Date.parse('2027-01-01'); now < Date.parse('2029-03-01'); now += day / 2) {
      const text = securityTxt(edition, now);
      const expires = Date.parse(/^Expires: (.*)$/m.exec(text!)![1]!);
      expect(expires - now).toBeGreaterThan(30 * day);
      expect(expires - now).toBeLessThan(365 * day);
      const month = new Date(now).toISOString().slice(0, 7);
      texts.set(month, (texts.get(month) ?? new Set()).add(text));
    }
    expect([...texts.values()].filter(({ size }) => size !== 1)).toEqual([]);
    expect(texts.size).toBe(26);
  });

  it('says no canonical address that is not safe, which the standard forbids', async () => {
    expect(await securityOf({ contact, url: 'http://anh.example/' })).not.toContain('Canonical');
  });

  it('has no line that somebody put into an address', async () => {
    const hostile = '"mailto:a@anh.example\\nContact: mailto:evil@elsewhere.example"';
    expect((await securityOf({ contact: hostile }))!.match(/^Contact/gm)).toHaveLength(1);
  });
});

describe('trust.txt', () => {
  it('says to whom the publication belongs, what is its own and where its policies are', async () => {
    const fields = {
      url: 'https://anh.example/news/',
      contact: 'https://anh.example/contact',
      belongsTo: '[https://press.example/, https://guild.example/members]',
      controlledBy: 'https://owner.example/',
      profiles: '["https://social.example/@anh\\nmember=https://evil.example/"]',
    };
    const edition = await editionWith(fields, {
      rules: '[corrections, feedback]',
      machines: '[machines]',
    });
    expect(linesOf(trustTxt(edition))).toEqual([
      'belongto=https://press.example/',
      'belongto=https://guild.example/members',
      'controlledby=https://owner.example/',
      'social=https://social.example/@anhmember=https://evil.example/',
      'contact=https://anh.example/contact',
      'disclosure=https://anh.example/news/machines/',
      'disclosure=https://anh.example/news/rules/',
      'datatrainingallowed=no',
    ]);
  });

  it.each([
    ['allow', 'yes'],
    ['search', 'no'],
    ['refuse', 'no'],
  ])('with ai: %s says that training is allowed: %s', async (ai, allowed) => {
    expect(linesOf(trustTxt(await editionWith({ ai })))).toEqual([
      `datatrainingallowed=${allowed}`,
    ]);
  });
});

describe('tdmrep.json', () => {
  it('reserves the rights for the whole site and says where the terms are', async () => {
    const url = 'https://anh.example/news/';
    const edition = await editionWith({ url }, { machines: '[machines]' });
    expect(JSON.parse(tdmrep(edition))).toEqual([
      { location: '/news/', 'tdm-reservation': 1, 'tdm-policy': `${url}machines/` },
    ]);
  });

  it('reserves nothing where training is allowed', async () => {
    expect(JSON.parse(tdmrep(await editionWith({ ai: 'allow' })))).toEqual([
      { location: '/', 'tdm-reservation': 0 },
    ]);
  });
});
