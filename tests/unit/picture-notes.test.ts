import { crc32 } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { readCopy } from '../../src/desk/copy.ts';
import { compareNotes, readNotes } from '../../src/desk/picture-notes.ts';
import { storyWith } from '../../src/desk/schema/story.ts';
import { contentFolder, png, readStory, storyFile, read, story } from './content.ts';

const picture = () => sharp({ create: { width: 8, height: 6, channels: 3, background: '#246' } });

/** XMP with properties as attributes, and others as the first of several languages or people. */
function xmp(simple: Record<string, string>, lists: Record<string, string> = {}): string {
  const attributes = Object.entries(simple).map(([name, value]) => ` ${name}="${value}"`);
  const elements = Object.entries(lists).map(
    ([name, value]) => `<${name}><rdf:Seq><rdf:li>${value}</rdf:li></rdf:Seq></${name}>`,
  );
  return `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:exif="http://ns.adobe.com/exif/1.0/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:core="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/" xmlns:ext="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"${attributes.join('')}>${elements.join('')}</rdf:Description></rdf:RDF></x:xmpmeta>`;
}

/** A JPEG with IIM, the older form of IPTC that agencies still send; sharp cannot write it. */
async function withIim(datasets: [number, string][]): Promise<Buffer> {
  // 1:90 says that the texts are UTF-8.
  const utf8 = Buffer.from([0x1c, 1, 90, 0, 3, 0x1b, 0x25, 0x47]);
  const iim = datasets.flatMap(([number, text]) => {
    const bytes = Buffer.from(text);
    return [Buffer.from([0x1c, 2, number, 0, bytes.length]), bytes];
  });
  const data = Buffer.concat([utf8, ...iim]);
  const resource = Buffer.concat([
    Buffer.from('Photoshop 3.0\0' + '8BIM\x04\x04\0\0', 'latin1'),
    Buffer.from([0, 0, 0, data.length]),
    data,
    Buffer.alloc(data.length % 2),
  ]);
  const jpeg = await picture().jpeg().toBuffer();
  const segment = Buffer.from([0xff, 0xed, 0, resource.length + 2]);
  return Buffer.concat([jpeg.subarray(0, 2), segment, resource, jpeg.subarray(2)]);
}

/** A PNG with XMP where the standard has it (ISO 16684-3); sharp puts it elsewhere. */
function pngWith(packet: string): Buffer {
  const chunk = Buffer.from(`iTXtXML:com.adobe.xmp\0\0\0\0\0${packet}`);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(chunk.length - 4);
  check.writeUInt32BE(crc32(chunk));
  // After the signature (8 bytes) and the header (25).
  return Buffer.concat([png.subarray(0, 33), length, chunk, check, png.subarray(33)]);
}

const address = 'http://cv.iptc.org/newscodes/digitalsourcetype/';
const simple = { 'photoshop:Credit': 'AP', 'ext:DigitalSourceType': `${address}digitalCapture` };
const lists = {
  'dc:creator': 'Visar Kryeziu',
  'dc:rights': '© 2021 AP',
  'dc:description': 'The force in Pristina.',
  'core:AltTextAccessibility': 'Soldiers stand',
};
const all = {
  creator: 'Visar Kryeziu',
  credit: 'AP',
  caption: 'The force in Pristina.',
  alt: 'Soldiers stand',
  copyright: '© 2021 AP',
  digitalSourceType: `${address}digitalCapture`,
  hasGps: false,
};

describe('the notes inside a picture', () => {
  it.each(['jpeg', 'webp', 'avif', 'tiff'] as const)('are read from XMP in %s', async (format) => {
    const bytes = await picture().withXmp(xmp(simple, lists)).toFormat(format).toBuffer();
    expect(await readNotes(bytes)).toEqual(all);
  });

  it('are read from XMP in png', async () => {
    expect(await readNotes(pngWith(xmp(simple, lists)))).toEqual(all);
  });

  it('are read from IIM', async () => {
    const bytes = await withIim([
      [80, 'Zoë Kryeziu'],
      [80, 'Ada'],
      [110, ' AP \n News '],
      [116, '© 2021 AP'],
      [120, 'The force in Pristina.'],
    ]);
    expect(await readNotes(bytes)).toEqual({
      creator: 'Zoë Kryeziu, Ada',
      credit: 'AP News',
      caption: 'The force in Pristina.',
      copyright: '© 2021 AP',
      hasGps: false,
    });
  });

  const exif = { IFD0: { Artist: 'Ada', Copyright: 'Ada 2021', ImageDescription: 'Seen by Ada.' } };

  it('are read from Exif where nothing else says them', async () => {
    const plain = await picture().withExif(exif).jpeg().toBuffer();
    expect(await readNotes(plain)).toEqual({
      creator: 'Ada',
      copyright: 'Ada 2021',
      caption: 'Seen by Ada.',
      hasGps: false,
    });
    const both = await picture().withExif(exif).withXmp(xmp(simple, lists)).jpeg().toBuffer();
    expect(await readNotes(both)).toEqual(all);
  });

  it.each([
    [
      'Exif',
      picture().withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '42/1 39/1 0/1' } }),
      true,
    ],
    ['XMP', picture().withXmp(xmp({ 'exif:GPSLatitude': '42,39.0N' })), true],
    ['nothing', picture(), false],
  ])('tell that the place is known from %s', async (_, made, hasGps) => {
    expect(await readNotes(await made.jpeg().toBuffer())).toEqual({ hasGps });
  });

  it.each([
    [`${address}trainedAlgorithmicMedia`, `${address}trainedAlgorithmicMedia`],
    [`${address.replace('http', 'https')}digitalCapture/`, `${address}digitalCapture`],
    ['digitalCapture', undefined],
    ['https://elsewhere.example/digitalsourcetype/digitalCapture', undefined],
    [`${address}a&quot;b`, undefined],
  ])('have a digital source type of IPTC’s own only: %s', async (written, read) => {
    const bytes = await picture()
      .withXmp(xmp({ 'ext:DigitalSourceType': written }))
      .jpeg()
      .toBuffer();
    expect((await readNotes(bytes)).digitalSourceType).toBe(read);
  });

  it('leave out what has characters that no text may have', async () => {
    const bytes = await picture()
      .withXmp(xmp({ 'photoshop:Credit': 'A\u202EP' }, { 'dc:creator': 'Ada' }))
      .jpeg()
      .toBuffer();
    expect(await readNotes(bytes)).toEqual({ creator: 'Ada', hasGps: false });
  });

  it.each([
    ['that has none', png],
    ['that is none', Buffer.from('GIF?')],
    ['that is torn', png.subarray(0, 40)],
    ['that is empty', Buffer.alloc(0)],
  ])('are none in a file %s', async (_, bytes) => {
    expect(await readNotes(bytes)).toEqual({ hasGps: false });
  });

  it('unfold no entities', async () => {
    const bomb = `<!DOCTYPE x [<!ENTITY a "${'boom'.repeat(9)}"><!ENTITY b "&a;&a;">]>${xmp({ 'photoshop:Credit': 'B&b;&b;' })}`;
    const bytes = await picture().withXmp(bomb).jpeg().toBuffer();
    expect(JSON.stringify(await readNotes(bytes))).not.toContain('boom');
  });

  it('are with the story’s pictures', async () => {
    const lead = '\n  image: a.jpg\n  alt: Soldiers stand\n  caption: In Pristina.\n  credit: AP';
    const { stories } = await read({
      [storyFile]: story({ lead }),
      'articles/2021/03/troops/a.jpg': await picture()
        .withXmp(xmp(simple, lists))
        .jpeg()
        .toBuffer(),
    });
    expect(stories[0]?.pictures).toEqual([{ path: './a.jpg', width: 8, height: 6, notes: all }]);
    expect((await readStory()).pictures).toEqual([]);
  });
});

describe('a credit', () => {
  const figure = { image: './a.jpg', alt: 'A', caption: 'C', credit: 'Visar Kryeziu/AP' };
  const compare = (credit: string | undefined) =>
    compareNotes(figure, { hasGps: false, ...(credit && { credit }) });

  it.each([undefined, 'AP', 'visar  kryeziu / ap', 'Photo: Visar Kryeziu/AP', 'VISAR KRYEZIU'])(
    'is the one in the file where that says %s',
    (credit) => {
      expect(compare(credit)).toEqual([]);
    },
  );

  it('is another than the one in the file', () => {
    expect(compare('Getty Images')).toEqual([
      {
        field: 'credit',
        problem: 'The credit is “Visar Kryeziu/AP”, but the picture ./a.jpg says “Getty Images”.',
        mend: 'Find out whose picture it is; correct the credit here, or let the agency know.',
      },
    ]);
  });

  it('is held to the creator where the file has no credit', () => {
    const [told] = compareNotes(figure, { hasGps: false, creator: 'Ada Noted' });
    expect(told?.problem).toMatch(/says “Ada Noted”\.$/);
    expect(compareNotes(figure, { hasGps: false, creator: 'Visar Kryeziu' })).toEqual([]);
  });

  it('is compared for every figure of a story, with its place', async () => {
    const lead = '\n  image: a.jpg\n  alt: Soldiers\n  caption: In Pristina.\n  credit: Getty';
    const text = '![A](a.jpg "B. (AP)")\n\n![A](a.jpg "B. (EPA)")\n\n![A](b.png "B. (EPA)")';
    const root = contentFolder({
      [storyFile]: story({ lead }, text),
      'articles/2021/03/troops/a.jpg': await picture().withXmp(xmp(simple)).jpeg().toBuffer(),
      'articles/2021/03/troops/b.png': png,
    });
    const [folder, name] = [`${root}/articles`, '2021/03/troops/index.md'];
    const { warnings } = (await readCopy(storyWith({}), folder, name, 'en', []))!;
    expect(warnings.map(({ line, column, problem }) => `${line}:${column} ${problem}`)).toEqual([
      '13:11 The credit is “Getty”, but the picture ./a.jpg says “AP”.',
      '18:1 The credit is “EPA”, but the picture ./a.jpg says “AP”.',
    ]);
    expect(warnings[0]?.file).toMatch(/articles\/2021\/03\/troops\/index\.md$/);
  });
});

describe('a caption', () => {
  const caption = 'Soldiers line up in Pristina on March 9, 2021.';
  const figure = { image: './a.jpg', alt: 'Three rows with masks', caption, credit: 'AP' };
  const compare = (notes: { caption?: string; alt?: string }) =>
    compareNotes(figure, { hasGps: false, ...notes });

  it.each([
    { caption: 'PRISTINA, KOSOVO: A ceremony before the departure' },
    { alt: 'Women and men wearing MASKS on a parade ground' },
    { caption: 'A ceremony before the departure', alt: 'Women with masks' },
    { caption: 'OLYMPUS DIGITAL CAMERA' },
    {},
  ])('may be in other words than the file’s: %j', (notes) => {
    expect(compare(notes)).toEqual([]);
  });

  it('has nothing of what the file says', () => {
    expect(compare({ caption: 'Goalkeeper saves penalty during final', alt: 'A match' })).toEqual([
      {
        field: 'caption',
        problem:
          'The picture ./a.jpg says of itself “Goalkeeper saves penalty during final A match”, and the caption here says none of that.',
        mend: 'See whether it is the right picture and the right caption.',
      },
    ]);
  });
});
