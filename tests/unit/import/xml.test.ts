import { describe, expect, it } from 'vitest';
import { readXml, type XmlNode } from '../../../src/import/xml.ts';
import {
  findAll,
  leftovers,
  markupOf,
  take,
  takeAll,
  takeText,
  textOf,
  wordsIn,
} from '../../../src/import/xml-taking.ts';
import { contentFolder } from '../content.ts';
import { written } from './imported.ts';

async function all(data: string | Uint8Array, names: string[], onRoot?: (root: XmlNode) => void) {
  const nodes = [];
  for await (const node of readXml(written(contentFolder(), 'a.xml', data), names, onRoot))
    nodes.push(node);
  return nodes;
}

/** The first element of a piece of XML. */
async function node(xml: string): Promise<XmlNode> {
  const [first] = await all(`<root xmlns:x="urn:x" xmlns:y="urn:y/y">${xml}</root>`, ['a']);
  return first!;
}

describe('elements of XML', () => {
  it('are those of the names, whole, with what is in them', async () => {
    const roots: string[] = [];
    const xml =
      '<r xmlns:x="urn:x" lang="en"><a b="1" x:c="2">One <b>two</b><![CDATA[ <three>]]><a/></a><c><x:a/></c><d/></r>';
    const [one, two, ...more] = await all(xml, ['a'], ({ name, attributes }) =>
      roots.push(`${name} ${attributes.get('lang')}`),
    );
    expect(roots).toEqual(['r en']);
    expect(more).toEqual([]);
    expect(one).toMatchObject({ name: 'a', space: '', isUsed: false });
    expect(one).not.toHaveProperty('problem');
    expect([...one!.attributes]).toEqual([
      ['b', '1'],
      ['c', '2'],
    ]);
    expect(one!.children.map((child) => (typeof child === 'string' ? child : child.name))).toEqual([
      'One ',
      'b',
      ' <three>',
      'a',
    ]);
    expect(two).toMatchObject({ name: 'a', space: 'urn:x', children: [] });
  });

  const deep = (depth: number) => `<a>${'<b>'.repeat(depth)}x${'</b>'.repeat(depth)}</a>`;
  it('are not whole where they nest deeper than a story, and those after them are', async () => {
    const [whole, broken, next] = await all(`<r>${deep(300)}${deep(301)}<a>y</a></r>`, ['a']);
    expect(whole?.problem).toBeUndefined();
    expect(textOf(whole)).toBe('x');
    expect(broken?.problem?.summary).toBe('Its XML is nested more than 300 levels deep.');
    expect(textOf(broken)).toBe('');
    expect([next?.problem, textOf(next)]).toEqual([undefined, 'y']);
  });

  it('may nest three thousand deep where nobody wants them', async () => {
    const nested = (depth: number) => '<b>'.repeat(depth) + '</b>'.repeat(depth);
    expect(await all(nested(3000), ['a'])).toEqual([]);
    await expect(all(nested(3001), ['a'])).rejects.toThrow('nested more than 300 levels deep');
  });

  const declared = (encoding: string) => `<?xml version="1.0" encoding="${encoding}"?><a>é</a>`;
  it.each([
    ['no encoding', '<a>é</a>'],
    ['UTF-8', declared('UTF-8')],
    ['UTF-8 with a mark', `\uFEFF${declared('utf-8')}`],
    // Who reads it this far reads no UTF-16.
    ['UTF-16 that is none', declared('UTF-16')],
    ['ISO 8859-1', Buffer.from(declared('iso-8859-1'), 'latin1')],
    ['Windows-1252', Buffer.from(declared('windows-1252'), 'latin1')],
  ])('are read by the encoding that the file declares: %s', async (_, data) => {
    expect(textOf((await all(data, ['a']))[0])).toBe('é');
  });

  it('are refused in an encoding that nobody knows, and where the file is another', async () => {
    await expect(all(declared('x-none'), ['a'])).rejects.toThrow('Its encoding x-none is unknown.');
    const cut = Buffer.concat([Buffer.from('<a>'), Buffer.from('é').subarray(0, 1)]);
    await expect(all(cut, ['a'])).rejects.toThrow('not written in the encoding');
    expect(await all('<a/>'.padEnd(300), ['a'])).toHaveLength(1);
  });
});

describe('what is taken of an element', () => {
  it('is used, and the rest told by its words or its values', async () => {
    const a = await node(
      '<a>Words<b>One</b><b> Two </b><c/><d e="1" f=""><g h="2"/></d><i>x<j>y</j>z<em>!</em></i></a>',
    );
    expect(takeText(a, 'none')).toBe('');
    expect(takeText(undefined, 'b')).toBe('');
    expect(takeText(a, 'b')).toBe('One');
    expect(leftovers(a)).toEqual([
      { what: 'b', text: 'Two' },
      { what: 'd', text: '1 2' },
      { what: 'i', text: 'x y z!' },
    ]);
    expect(takeAll(a, 'b').map(textOf)).toEqual(['One', 'Two']);
    take(a, 'd');
    expect(leftovers(a)).toEqual([{ what: 'i', text: 'x y z!' }]);
  });

  it('has a name of the namespace that is asked for', async () => {
    const a = await node('<a><b>0</b><x:b>1</x:b><y:b>2</y:b></a>');
    expect(takeAll(a, 'b').map(textOf)).toEqual(['0', '1', '2']);
    expect(takeAll(a, 'b', 'urn:').map(textOf)).toEqual(['1', '2']);
    expect(takeText(a, 'b', '/y')).toBe('2');
  });

  it('is found however deep it is', async () => {
    const a = await node('<a><b>1<c><b>2</b></c></b><a>3</a></a>');
    expect(findAll(a, 'b').map(textOf)).toEqual(['12', '2']);
    expect(findAll(a, 'a')).toHaveLength(2);
  });

  it('is one line of words, of which only those of one line run together', async () => {
    expect(wordsIn(await node('<a> One<p>two</p>\n<p>th<b>re</b>e</p></a>'))).toBe('One two three');
    expect([wordsIn(undefined), textOf(undefined)]).toEqual(['', '']);
    expect(textOf(await node('<a> One<p>two</p> </a>'))).toBe('Onetwo');
  });

  it('is markup again', async () => {
    const html = '<p c="&lt;&quot;&amp;">a &amp; b &lt; c<br><img src="x"><i></i></p><hr>';
    const xml = html.replace('<br>', '<br/>').replace('"x">', '"x"/>').replace('<hr>', '<hr/>');
    expect(markupOf(await node(`<a>${xml}</a>`))).toBe(html);
  });
});
