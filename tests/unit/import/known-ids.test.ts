import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readVocabulary } from '../../../src/desk/vocabulary.ts';
import { DraftsFolder } from '../../../src/import/drafts-folder.ts';
import { ImportLog } from '../../../src/import/import-log.ts';
import { KnownIds } from '../../../src/import/known-ids.ts';
import { OwnAddresses } from '../../../src/import/own-addresses.ts';
import { contentFolder, idOf, page, story, storyFile, type Files } from '../content.ts';

const [one, two] = [idOf(1), idOf(2)] as [string, string];

describe('what stories have already', () => {
  const known = (files: Files = {}) =>
    new KnownIds(contentFolder({ [storyFile]: undefined, ...files }), 'Europe/Tirane');

  it.each([
    ['id: ID\npublished: 2021-03-09\n', '/2021/03/09/flood/'],
    ['id: "ID"\npublished: "2021-03-09"\n', '/2021/03/09/flood/'],
    ["ID: 'ID'\npublished: '2021-03-08T23:30Z' \n", '/2021/03/09/flood/'],
    ['id: ID\npublished: soon\n', undefined],
    ['id: ID\npublished: 2021-02-30\n', undefined],
    ['id: ID\n', undefined],
  ])('is an address of the day: %j', (frontmatter, address) => {
    const ids = known();
    ids.note('articles/flood/index.md', frontmatter.replace(/ID(?=['"\n])/, one.toUpperCase()));
    expect(ids.pathOf(one)).toBe('articles/flood/index.md');
    expect(ids.addressOfStory(one)).toBe(address);
    if (address) expect(ids.presentOf(address)).toBe(address);
  });

  it('is a name, also of one without an id', () => {
    const ids = known({ 'articles/flood.md': 'headline: Flood\n' });
    expect(ids.freeName('flood', one)).toBe('flood-2');
    expect(ids.freeName('storm', one)).toBe('storm');
    ids.note('articles/a/storm.md', `id: ${one}\n`);
    expect([ids.freeName('storm', one), ids.freeName('storm', two)]).toEqual(['storm', 'storm-2']);
  });

  it.each([
    ['formerly: [/old/flood/, /2020/01/02/high-water/]\n'],
    ['formerly:\n  - /old/flood/\n  - /2020/01/02/high-water/\n'],
    ['formerly:\n- /old/flood/\n- /2020/01/02/high-water/\ndraft: true\n'],
  ])('are addresses of before: %j', (formerly) => {
    const ids = known({ 'articles/flood.md': `id: ${one}\npublished: 2021-03-09\n${formerly}` });
    const present = '/2021/03/09/flood/';
    expect(
      ['/old/flood', '/2020/01/02/High-water/', present].map((old) => ids.presentOf(old)),
    ).toEqual([present, present, present]);
    expect([one, two].map((id) => ids.isOfAnother('/old/flood/', id))).toEqual([false, true]);
    expect(ids.isOfAnother('/old/other/', two)).toBe(false);
    // A later story of that name could come out on that day.
    expect(ids.freeName('high-water', two)).toBe('high-water-2');
    expect(known().presentOf('/old/flood/')).toBeUndefined();
  });

  it.each(['formerly: /old/\n', 'formerly: [5, {}]\n', 'formerly: [\n', 'headline: formerly\n'])(
    'are no addresses of before where none can be read: %j',
    (formerly) => {
      const ids = known();
      ids.note('articles/flood.md', `id: ${one}\n${formerly}`);
      expect(ids.presentOf('/old/')).toBeUndefined();
    },
  );

  it('stays with whoever had it first', () => {
    const ids = known({ 'addresses.lock': `/2021/03/09/flood/ ${two}\n` });
    ids.note('articles/flood.md', `id: ${one}\npublished: 2021-03-09\n`);
    expect([one, two].map((id) => ids.isOfAnother('/2021/03/09/flood/', id))).toEqual([
      true,
      false,
    ]);
    expect(ids.presentOf('/2021/03/09/flood/')).toBeUndefined();
    expect(ids.freeName('flood', one)).toBe('flood-2');
  });

  it('can be kept for a story that is about to be written', () => {
    const ids = known();
    ids.reserve('articles/flood.md', one, [undefined, '/old/flood/', '/2020/01/02/high-water/']);
    for (const name of ['flood', 'high-water']) {
      expect(ids.freeName(name, one)).toBe(name);
      expect(ids.freeName(name, two)).toBe(`${name}-2`);
    }
    expect(ids.isOfAnother('/old/flood/', two)).toBe(true);
    // An address that is no story’s here keeps no name.
    ids.reserve('articles/b.md', one, ['/old/storm/']);
    expect(ids.freeName('storm', two)).toBe('storm');
  });
});

describe('the log of imports', () => {
  const digest = 'a'.repeat(32);
  const line = (id: string, path: string) => `${id} ${digest} ${path}\n`;
  const logOf = (text: string) => contentFolder({ 'imports.lock': text });

  it('has the lines that an import wrote, and no others', () => {
    const text = `${line(one, 'articles/a.md')}${line(two, 'articles/../b.md')}nonsense\n${line(idOf(3), 'pages/c.md')}`;
    const log = new ImportLog(logOf(text));
    expect(log.get(one)).toEqual({ digest, path: 'articles/a.md' });
    for (const id of [two, idOf(3)]) expect(log.get(id)).toBeUndefined();
  });

  it('is refused with a merge that was left unresolved', () => {
    const text = `<<<<<<< ours\n${line(one, 'articles/a.md')}=======\n>>>>>>> theirs\n`;
    expect(() => new ImportLog(logOf(text))).toThrow(/imports\.lock/);
  });

  it('is brought into order, and left as it is where it is', () => {
    const content = logOf(line(two, 'articles/b.md'));
    const file = join(content, 'imports.lock');
    const log = new ImportLog(content);
    log.note(one, { digest, path: 'articles/a.md' });
    expect(readFileSync(file, 'utf8')).toBe(
      line(two, 'articles/b.md') + line(one, 'articles/a.md'),
    );
    log.close();
    const ordered = line(one, 'articles/a.md') + line(two, 'articles/b.md');
    expect(readFileSync(file, 'utf8')).toBe(ordered);
    const { ino } = statSync(file);
    new ImportLog(content).close();
    expect(statSync(file).ino).toBe(ino);
    expect(existsSync(`${file}.${process.pid}`)).toBe(false);
  });

  it('is not made for an import that wrote nothing', () => {
    const content = contentFolder();
    new ImportLog(content).close();
    expect(existsSync(join(content, 'imports.lock'))).toBe(false);
  });
});

describe('a folder of drafts', () => {
  const drafts = (files: Files = {}) => {
    const content = contentFolder(files);
    return { content, folder: new DraftsFolder(content, readVocabulary(content)) };
  };
  const path = 'articles/flood/index.md';

  it('tells versions of a story in a file by their numbers', () => {
    const { folder } = drafts();
    const put = (text: string, version?: number, from = 'a') =>
      folder.put(one, text, path, { from, version });
    expect(put('1', 1).outcome).toBe('new');
    expect(put('1', undefined).outcome).toBe('unchanged');
    expect(put('1', 1).outcome).toBe('unchanged');
    expect(put('3', 3).outcome).toBe('updated');
    expect(put('2', 2)).toEqual({
      outcome: 'left alone',
      why: 'version 3 of it was imported before',
      path,
    });
    expect(put('4', 4).outcome).toBe('updated');
    for (const version of [4, undefined])
      expect(() => put('5', version)).toThrow('Another story in this file has the same id');
    expect(put('6', undefined, 'b').outcome).toBe('updated');
    expect(() => put('7', 7, 'b')).toThrow('Another story in this file has the same id');
  });

  it('has a story where it lies, where it has lain, or under a free name', () => {
    const { content, folder } = drafts({
      [path]: story({ id: one }),
      'imports.lock': `${two} ${'a'.repeat(32)} articles/gone/index.md\n`,
    });
    expect(folder.placeFor(one, 'articles/a', 'x')).toBe(path);
    expect(folder.placeFor(two, 'articles/a', 'x')).toBe('articles/gone/index.md');
    expect(folder.writtenAt(one)).toBeUndefined();
    expect(folder.writtenAt(two)).toBe('articles/gone/index.md');
    expect(folder.placeFor(idOf(3), 'articles', 'flood')).toBe('articles/flood-2/index.md');
    expect(folder.placeFor(idOf(3), 'articles/a/../b', 'x')).toBe('articles/b/x/index.md');
    for (const out of ['articles/..', 'pages', '/tmp', join(content, 'pages')])
      expect(() => folder.placeFor(idOf(3), out, 'x')).toThrow('is not in articles/');
  });

  it('leaves alone what an editor has changed, and what no import wrote', () => {
    const { content, folder } = drafts({ [path]: story({ id: one }) });
    const put = (text: string) => folder.put(one, text, path, { from: text });
    expect(put('1')).toMatchObject({ outcome: 'left alone', why: 'edited since' });
    const other = 'articles/storm/index.md';
    const storm = (text: string) => folder.put(two, text, other, { from: text }).outcome;
    expect(storm('1')).toBe('new');
    writeFileSync(join(content, other), 'edited');
    expect(storm('2')).toBe('left alone');
    expect(storm('edited')).toBe('unchanged');
  });

  it('knows the names at the top of the site', () => {
    const { surroundings } = drafts({ 'pages/about.md': page() }).folder;
    const names = ['military', 'about', 'about.md', 'boats'];
    expect(names.map((name) => surroundings.isTaken(name))).toEqual([true, true, false, false]);
    expect(surroundings.base).toBe('/');
  });
});

describe('addresses of the newsroom’s own', () => {
  const ids = new KnownIds(contentFolder({ [storyFile]: undefined }), 'UTC');
  const imported = (link?: string, otherLinks?: string[]) => ({ link, otherLinks }) as never;

  it('are those of its sites, with or without www', () => {
    const own = new OwnAddresses(ids, ['https://www.a.example/', undefined]);
    own.note(imported('https://b.example/1'), undefined);
    for (const address of ['http://a.example/x', 'https://www.b.example/'])
      expect(own.isOwn(address)).toBe(true);
    for (const address of ['https://c.example/', '/x', 'https://a.blogspot.com/'])
      expect(own.isOwn(address)).toBe(false);
    expect(own.find('https://b.example/1')).toBeUndefined();
  });

  it('may leave their site out, which on Blogger is known anyway', () => {
    const own = new OwnAddresses(ids, []);
    own.note(imported('/1'), '/here/');
    for (const address of ['/x', 'https://a.blogspot.com/', 'https://a.blogspot.co.uk/'])
      expect(own.isOwn(address)).toBe(true);
    expect(own.isOwn('https://a.example/')).toBe(false);
    expect(own.find('/1/')).toBe('/here/');
  });

  it.each([
    ['https://a.example/1/index.html', '/here/'],
    ['https://a.example/1//', '/here/'],
    ['https://a.example/1?x=2#y', '/here/'],
    ['https://a.example/caf%C3%A9', '/here/'],
    ['https://a.example/café/', '/here/'],
    ['https://a.example/?p=7', '/here/'],
    ['https://a.example/%ff', '/here/'],
    ['https://a.example/?p=8', undefined],
    ['https://a.example/', undefined],
    ['https://b.example/1', undefined],
  ])('lead to a story whatever form they have: %s', (address, here) => {
    const own = new OwnAddresses(ids, []);
    const others = ['/café/', '/?p=7', '/%ff'];
    own.note(imported('https://a.example/1', others), '/here/');
    own.note(imported('', ['https://b.example/1']), '/there/');
    expect(own.find(address)).toBe(here);
  });
});
