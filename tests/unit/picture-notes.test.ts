import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { readNotes } from '../../src/desk/picture-notes.ts';
import { png, readStory, storyFile, read, story } from './content.ts';
import { withGainMap } from './gain-map.ts';
import { picture, xmp } from './noted-pictures.ts';
import { pngWith, rawProfile } from './png-chunks.ts';

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

/** A part of a file from where a word begins. */
const partOf = (file: Buffer, word: string, length: number) =>
  file.subarray(file.indexOf(word), file.indexOf(word) + length);

/** The chunk of a PNG in which the standard has XMP (ISO 16684-3); sharp writes another. */
const itxt = (packet: string) => `XML:com.adobe.xmp\0\0\0\0\0${packet}`;

/** A property in several languages, in one of a JPEG’s forms of text. */
function inLanguages(name: string, texts: Record<string, string>): Promise<Buffer> {
  const items = Object.entries(texts).map(
    ([language, text]) => `<rdf:li xml:lang="${language}">${text}</rdf:li>`,
  );
  const element = `<${name}><rdf:Alt>${items.join('')}</rdf:Alt></${name}>`;
  return picture()
    .withXmp(xmp({}).replace('</rdf:Description>', `${element}</rdf:Description>`))
    .jpeg()
    .toBuffer();
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

  const packet = xmp(simple, lists);
  const app1 = Buffer.from(`http://ns.adobe.com/xap/1.0/\0${packet}`);
  it.each<[string, string, Buffer | string]>([
    ['where the standard has it', 'iTXt', itxt(packet)],
    [
      'where the standard has it, compressed',
      'iTXt',
      Buffer.concat([Buffer.from('XML:com.adobe.xmp\0\x01\0\0\0'), deflateSync(packet)]),
    ],
    [
      'as sharp writes it',
      'zTXt',
      Buffer.concat([Buffer.from('XML:com.adobe.xmp\0\0'), deflateSync(packet)]),
    ],
    [
      'as ImageMagick writes it',
      'zTXt',
      Buffer.concat([
        Buffer.from('Raw profile type xmp\0\0'),
        deflateSync(rawProfile('xmp', Buffer.from(packet))),
      ]),
    ],
    [
      'as ImageMagick writes it, uncompressed',
      'tEXt',
      `Raw profile type xmp\0${rawProfile('xmp', Buffer.from(packet))}`,
    ],
    [
      'as ImageMagick wrote it long ago',
      'tEXt',
      `Raw profile type APP1\0${rawProfile('generic', app1)}`,
    ],
  ])('are read from XMP in png, %s', async (_, type, data) => {
    expect(await readNotes(pngWith(png, type, data))).toEqual(all);
  });

  it('are read from XMP that sharp wrote into png', async () => {
    expect(await readNotes(await picture().withXmp(packet).png().toBuffer())).toEqual(all);
  });

  it.each(['zTXt', 'tEXt'])(
    'are read from IIM and Exif as ImageMagick has them in %s',
    async (type) => {
      const iim = await withIim([[110, 'AP']]);
      const exif = {
        IFD0: { Artist: 'Ada' },
        IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '42/1 39/1 0/1' },
      };
      const withExif = await picture().withExif(exif).jpeg().toBuffer();
      const chunk = (name: string, data: Buffer) => {
        const text = rawProfile(name, data);
        const keyword = `Raw profile type ${name}\0`;
        if (type === 'tEXt') return keyword + text;
        return Buffer.concat([Buffer.from(`${keyword}\0`), deflateSync(text)]);
      };
      const resource = partOf(iim, '8BIM', iim.readUInt16BE(4) - 16);
      const both = pngWith(
        pngWith(png, type, chunk('iptc', resource)),
        type,
        chunk(
          'exif',
          partOf(withExif, 'Exif', withExif.readUInt16BE(withExif.indexOf('Exif') - 2) - 2),
        ),
      );
      expect(await readNotes(both)).toEqual({ creator: 'Ada', credit: 'AP', hasGps: true });
    },
  );

  it('are read from a JPEG with a gain map, of which sharp gives no XMP', async () => {
    const bytes = await withGainMap(
      `xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" photoshop:Credit="AP" xmlns:ext="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" ext:DigitalSourceType="${address}trainedAlgorithmicMedia"`,
    );
    const { gainMap, xmp } = await sharp(bytes).metadata();
    expect({ isUltraHdr: gainMap !== undefined, xmp }).toEqual({
      isUltraHdr: true,
      xmp: undefined,
    });
    const { stories } = await read({
      [storyFile]: story({}, '![A](a.jpg "B. (AP)")'),
      'articles/2021/03/troops/a.jpg': bytes,
    });
    const digitalSourceType = `${address}trainedAlgorithmicMedia`;
    const notes = { credit: 'AP', digitalSourceType, hasGps: false };
    expect(stories[0]?.pictures).toEqual([{ path: './a.jpg', width: 128, height: 96, notes }]);
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

  it.each([
    ['de', '© AFP Alle Rechte vorbehalten'],
    ['de-AT', '© AFP Alle Rechte vorbehalten'],
    ['pt-BR', '© AFP Todos os direitos reservados'],
    ['pt', '© AFP Todos'],
    ['sq', '© AFP'],
    [undefined, '© AFP'],
  ])('are those for the story’s language, else the default: %s', async (language, copyright) => {
    const bytes = await inLanguages('dc:rights', {
      'x-default': '© AFP',
      'pt-PT': '© AFP Todos',
      'PT-br': '© AFP Todos os direitos reservados',
      de: '© AFP Alle Rechte vorbehalten',
    });
    expect(await readNotes(bytes, language)).toEqual({ copyright, hasGps: false });
  });

  it('are the first of several languages where none is the default or has words', async () => {
    const bytes = await inLanguages('core:AltTextAccessibility', {
      'x-default': ' ',
      fr: 'Des soldats',
      ar: 'جنود',
    });
    expect(await readNotes(bytes, 'de')).toEqual({ alt: 'Des soldats', hasGps: false });
  });

  it('are in a story those for its language', async () => {
    const lead = '\n  image: a.jpg\n  alt: Soldaten\n  caption: In Pristina.\n  credit: AP';
    const { stories } = await read({
      [storyFile]: story({ lead, language: 'de' }),
      'articles/2021/03/troops/a.jpg': await inLanguages('dc:rights', {
        'x-default': 'All rights',
        de: 'Alle Rechte',
      }),
    });
    expect(stories[0]?.pictures[0]?.notes).toEqual({ copyright: 'Alle Rechte', hasGps: false });
  });

  it.each([
    'OLYMPUS DIGITAL CAMERA',
    '          ',
    'SONY DSC',
    'DCIM',
    'Exif_JPEG_PICTURE',
    'KODAK Digital Still Camera',
    '<KENOX S860  / Samsung S860>',
    'DCIM\\100MEDIA\\DJI_0001.JPG',
    'dcim/100GOPRO/GOPR0001.JPG',
    'IMG_20210309_1200.jpg',
    'cof',
    'Screenshot',
    'Untitled',
    'NIKON D90',
  ])('leave out what a camera writes by itself: %s', async (ImageDescription) => {
    const IFD0 = {
      Make: 'NIKON',
      Model: ImageDescription.startsWith('<') ? ImageDescription.slice(1, -1) : 'NIKON D90',
      ImageDescription,
      Artist: 'Unknown',
      Copyright: 'Owner name',
    };
    const bytes = await picture().withExif({ IFD0 }).jpeg().toBuffer();
    expect(await readNotes(bytes)).toEqual({ hasGps: false });
  });

  it('take what people wrote though XMP has a camera’s words', async () => {
    const IFD0 = { ImageDescription: 'A camera on the square in Pristina', Artist: 'Dav' };
    const words = xmp({}, { 'dc:description': 'OLYMPUS DIGITAL CAMERA' });
    const bytes = await picture().withExif({ IFD0 }).withXmp(words).jpeg().toBuffer();
    const caption = 'A camera on the square in Pristina';
    expect(await readNotes(bytes)).toEqual({ caption, creator: 'Dav', hasGps: false });
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
