import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../src/import/decode.ts';
import { readHashtags, readReporter } from '../../../src/import/line-kinds.ts';
import { joinLines } from '../../../src/import/plain-lines.ts';
import { readPlainText } from '../../../src/import/plain-text.ts';
import { storyText } from '../../imported.ts';
import { sourceFile } from '../../sources.ts';
import { importFresh } from './imported.ts';

describe('lines', () => {
  it('hashtags are a line of nothing else', () => {
    expect(readHashtags('#Kosovo, #US-Central_Command #été')).toEqual([
      'Kosovo',
      'US-Central_Command',
      'été',
    ]);
    expect(readHashtags('#1 in the world')).toBeUndefined();
  });

  it('tells who reported from where', () => {
    expect(
      readReporter('Associated Press writer Ana Moor reported from Shorewick, Albania.'),
    ).toEqual({
      byline: 'Ana Moor',
      place: 'Shorewick, Albania',
    });
    expect(readReporter('Losses were reported from the coast.')).toBeUndefined();
  });
});

describe('a story copied from a web page', () => {
  it('lands in its fields', async () => {
    const { stories } = await importFresh([sourceFile('copied-story.txt')]);
    expect(storyText(stories[0]!)).toMatch(
      /^---\nid: [0-9a-f-]{36}\nheadline: Harbor town opens its first night ferry\nstandfirst: The first night ferry left the harbor of Lowport on Tuesday with 40 people aboard\.\nsection: military\ntags: \[kosovo, kuwait, ksf\]\nauthors: \[anthony-barnett\]\ndateline: LOWPORT, Kosovo\npublished: 2021-03-09\nsource:\n {2}name: The Associated Press \(AP\)\n {2}byline: Ana Moor\n {2}place: Shorewick, Albania\ndraft: true\n---\n\nThe first night ferry left/,
    );
    expect(stories[0]!.lost).toEqual([
      { what: 'unknown tag', text: 'NightFerry' },
      { what: 'about the author', text: 'Anthony Barnett writes about boats and the sea.' },
      { what: 'a source note without an address', text: 'Original source' },
    ]);
    expect(stories[0]!.pictures).toEqual([
      {
        file: 'picture-1.jpg',
        address: '',
        isLead: false,
        needs: ['file', 'alt'],
        state: 'missing; put it beside the story under this name',
      },
      expect.objectContaining({ file: 'picture-2.jpg' }),
    ]);
  });

  it('finds 40 hashtags, and tags under another spelling', async () => {
    const { stories } = await importFresh([sourceFile('three-pictures.txt')]);
    expect(storyText(stories[0]!)).toContain('tags: [kosovo, ksf]');
    expect(stories[0]!.lost.filter(({ what }) => what === 'unknown tag')).toHaveLength(38);
  });

  it('sets three pictures in a row as three figures', async () => {
    const { stories } = await importFresh([sourceFile('three-pictures.txt')]);
    expect(
      storyText(stories[0]!).match(/^!\[\]\(picture-\d\.jpg ".* \(Lea Lens\/AFP\)"\)$/gm),
    ).toHaveLength(3);
  });

  it('is put together again where a mail program cut its lines', async () => {
    const { stories } = await importFresh([sourceFile('wrapped-mail.txt')]);
    const text = storyText(stories[0]!);
    expect(text).toContain('as it was on Monday when the first trucks tried it.');
    expect(text).toContain('updated: 2021-03-10 14:30');
  });

  it('goes on behind what it says of its author', () => {
    const lines = ['A headline', 'It rained.', 'About the Author', 'Ana Moor writes.', '#Kosovo'];
    const { about, tags, text, lost } = readPlainText([...lines, 'Source: Reuters'].join('\n\n'));
    expect([about, tags, lost]).toEqual(['Ana Moor writes.', ['Kosovo'], []]);
    expect(text.children).toHaveLength(1);
  });

  it('keeps its lines where they are short because they end there', () => {
    const verses = ['One boat', 'leaves the town', 'at night', 'for good'];
    expect(joinLines(`${verses.join('\n')}\n\n${verses.join('\n')}`)).toEqual([
      ...verses,
      ...verses,
    ]);
  });

  it('says when it was not UTF-8', async () => {
    const { stories } = await importFresh([sourceFile('windows-1252.txt')]);
    expect(storyText(stories[0]!)).toContain('“We’re back,” she said – and');
    expect(stories[0]!.notes).toEqual([
      'It is not UTF-8 and was read as Windows-1252; check quotation marks and accents.',
    ]);
  });

  it('is read as UTF-16 where it says so', () => {
    const bytes = Buffer.from('\uFEFFCafé\r\nopen', 'utf16le');
    expect(decodeText(bytes)).toEqual({ text: 'Café\nopen', note: 'It was read as UTF-16.' });
  });

  it('takes the words before the dateline for the standfirst', () => {
    const { standfirst, text } = readPlainText('A headline\n\nShort words.\n\nROME — It rained.');
    expect(standfirst?.value).toBe('Short words.');
    expect(text.children).toHaveLength(1);
  });

  it('keeps Markdown signs as the words they are', async () => {
    const { stories } = await importFresh([sourceFile('copied-story.txt')]);
    expect(storyText(stories[0]!)).toContain('at 9:30 and');
    const { text } = readPlainText('A headline\n\n# 1 *is* <b>not</b> ![x](y) :::');
    expect(text.children[0]).toMatchObject({
      children: [{ type: 'text', value: '# 1 *is* <b>not</b> ![x](y) :::' }],
    });
  });
});
