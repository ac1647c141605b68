import { parseRssFeed } from 'feedsmith';
import { expect, it } from 'vitest';
import { recorded } from '../recorded.ts';
import { again, archive, filesOf, home } from '../sites.ts';
import { attribute, jsonLdOf, openPage } from './page.ts';

const page = openPage(archive, '2026/11/17/blocks/');
const published = (site: typeof archive) =>
  [...filesOf(site)].filter(([path]) => path.startsWith('media/'));

it('lays out the recordings of published stories as they are, and no others', () => {
  for (const site of [archive, again])
    expect(
      published(site).map(([path, bytes]) => [path.replace(/[\da-f]{12}/, 'DIGEST'), bytes]),
    ).toEqual(
      expect.arrayContaining([
        ['media/DIGEST-talk.mp3', recorded.mp3],
        ['media/DIGEST-send-off.mp4', recorded.mp4],
        ['media/DIGEST-send-off.vtt', recorded.vtt],
      ]),
    );
  expect(published(archive)).toHaveLength(3);
  expect(published(home)).toEqual([]);
});

it('plays them on their page once a reader asks', () => {
  const files = filesOf(archive);
  const below = (path: string) => path.slice(archive.base.length);
  for (const kind of ['audio', 'video']) {
    const player = page.one(kind);
    expect(attribute(player, 'preload')).toBe('none');
    expect(attribute(player, 'autoPlay')).toBe('');
    expect(files.has(below(attribute(player, 'src')))).toBe(true);
    expect(attribute(page.one(`.${kind} > div a`), 'href')).toBe(attribute(player, 'src'));
  }
  const track = page.one('track');
  expect(files.get(below(attribute(track, 'src')))).toEqual(recorded.vtt);
  expect([attribute(track, 'kind'), attribute(track, 'srcLang')]).toEqual(['captions', 'en-US']);
  expect(files.has(below(attribute(page.one('video'), 'poster')))).toBe(true);
});

it('tells feeds and programs of files that there are', () => {
  const { items } = parseRssFeed(filesOf(archive).get('feed.xml')!.toString());
  const item = items!.find(({ link }) => link!.endsWith('/blocks/'))!;
  const sound = item.media!.contents!.filter(({ medium }) => medium !== 'image');
  const told = [
    ...sound.map(({ url }) => url!),
    ...item.enclosures!.map((one) => one.url!),
    ...jsonLdOf(page).flatMap(({ audio, video }) =>
      [audio, video].flat().flatMap((one) => (one as { contentUrl?: string })?.contentUrl ?? []),
    ),
  ];
  expect(told).toHaveLength(5);
  for (const url of told)
    expect(filesOf(archive).has(url.slice(archive.url.length)), url).toBe(true);
});
