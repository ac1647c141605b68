import { describe, expect, it } from 'vitest';
import { xmpOf } from '../../src/raster/xmp.ts';

const figure = {
  image: './a.jpg',
  alt: 'Soldiers stand',
  caption: 'In Pristina.',
  credit: 'Visar Kryeziu/AP',
};
const rights = { syndicate: true, place: { line: 1, column: 1 } };
const digitalSourceType = 'http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture';

/** What stands within the description, and its attributes. */
const inside = (...given: Parameters<typeof xmpOf>) =>
  /^<x:xmpmeta xmlns:x="adobe:ns:meta\/"><rdf:RDF xmlns:rdf="http:\/\/www\.w3\.org\/1999\/02\/22-rdf-syntax-ns#"><rdf:Description rdf:about=""(.*)<\/rdf:Description><\/rdf:RDF><\/x:xmpmeta>$/.exec(
    xmpOf(...given),
  )?.[1];

describe('the XMP of a picture', () => {
  it('has the credit, and nothing that nobody has said', () => {
    const told =
      ' xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" photoshop:Credit="Visar Kryeziu/AP">';
    expect(inside(figure, {})).toBe(told);
    expect(inside(figure, { rights, notes: { hasGps: true } })).toBe(told);
    // The alt text, the caption and the credit of the file are the story's own business.
    const notes = { hasGps: false, alt: 'A', caption: 'C', credit: 'Getty' };
    expect(inside(figure, { notes })).toBe(told);
  });

  it('has what the source and the story say of creator, rights and origin', () => {
    const notes = { hasGps: false, creator: 'Visar Kryeziu', digitalSourceType };
    const given = {
      ...rights,
      holder: 'The AP',
      licence: 'CC BY 4.0',
      licenceUrl: 'https://cc.example/by?a=1&b=2',
    };
    expect(inside(figure, { notes, rights: given })).toBe(
      ' xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"' +
        ' xmlns:dc="http://purl.org/dc/elements/1.1/"' +
        ' xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/"' +
        ' xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"' +
        ' photoshop:Credit="Visar Kryeziu/AP"' +
        ' xmpRights:WebStatement="https://cc.example/by?a=1&amp;b=2"' +
        ` Iptc4xmpExt:DigitalSourceType="${digitalSourceType}">` +
        '<dc:creator><rdf:Seq><rdf:li>Visar Kryeziu</rdf:li></rdf:Seq></dc:creator>' +
        '<dc:rights><rdf:Alt><rdf:li xml:lang="x-default">The AP</rdf:li></rdf:Alt></dc:rights>' +
        '<xmpRights:UsageTerms><rdf:Alt><rdf:li xml:lang="x-default">CC BY 4.0</rdf:li></rdf:Alt></xmpRights:UsageTerms>',
    );
  });

  it('keeps the copyright notice of the source unless the story names a holder', () => {
    const notes = { hasGps: false, copyright: '© 2021 AP' };
    const notice = (told: string | undefined) =>
      /<dc:rights>.*<rdf:li[^>]*>(.*)<\/rdf:li>/.exec(told ?? '')?.[1];
    expect(notice(inside(figure, { notes }))).toBe('© 2021 AP');
    expect(notice(inside(figure, { notes, rights }))).toBe('© 2021 AP');
    expect(notice(inside(figure, { notes, rights: { ...rights, holder: 'AP' } }))).toBe('AP');
  });

  it.each(['Drawing: ANH', 'Illustration: ANH', 'Visar Kryeziu/AP'])(
    'guesses no origin from the credit “%s”',
    (credit) => {
      expect(xmpOf({ ...figure, credit }, {})).not.toContain('DigitalSourceType');
    },
  );

  it('breaks at no character', () => {
    const odd = 'A & B < C > D "E" \'F\' ]]> &amp;';
    const told = xmpOf({ ...figure, credit: odd }, { notes: { hasGps: false, creator: odd } });
    const written = "A &amp; B &lt; C &gt; D &quot;E&quot; 'F' ]]&gt; &amp;amp;";
    expect(told).toContain(`photoshop:Credit="${written}"`);
    expect(told).toContain(`<rdf:li>${written}</rdf:li>`);
  });

  it('stays short however long the notice in the source is', () => {
    const told = (copyright: string) => xmpOf(figure, { notes: { hasGps: false, copyright } });
    expect(told('©'.repeat(200))).toContain(`>${'©'.repeat(200)}<`);
    expect(told('🎉'.repeat(201))).toContain(`>${'🎉'.repeat(199)}…<`);
  });
});
