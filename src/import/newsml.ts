import type { ArrivedPicture, Lost } from './imported-story.ts';
import { attempt, type Incoming } from './incoming.ts';
import { storyOf } from './newsml-item.ts';
import { pictureOf } from './newsml-picture.ts';
import { readXml, type XmlNode } from './xml.ts';
import { findAll, wordsIn } from './xml-taking.ts';

const kinds = ['newsItem', 'packageItem', 'conceptItem', 'knowledgeItem', 'planningItem'];

/** A picture of a file, and whether a story shows it. */
interface Sent {
  picture: ArrivedPicture;
  /** Why it may not be shown; empty when it may. */
  held: string;
  lost: Lost[];
  isUsed: boolean;
}

/**
 * Reads the news items of a NewsML-G2 file, one at a time: stories whose content is NITF, (X)HTML or plain
 * text, each with the pictures that it links to. If there is only one story, it also gets the pictures that
 * no story names. The file is read twice, since pictures may come after their stories.
 * @throws {FixableError} as readXml
 */
export async function* readNewsMl(file: string): AsyncGenerator<Incoming> {
  const { sent, count } = await readPictures(file);
  const aside: Lost[] = [];
  for await (const item of readXml(file, kinds)) {
    const guid = item.attributes.get('guid') ?? '';
    if (item.name !== 'newsItem')
      aside.push({ what: item.name, text: `${guid} ${wordsIn(item)}`.trim() });
    else if (item.problem || !isPicture(item))
      yield attempt(item, guid, () => {
        const linked = linksOf(item).flatMap((name) => sent.get(name) ?? []);
        const pictures = count > 1 ? linked : [...sent.values()];
        for (const one of pictures) one.isUsed = true;
        const story = storyOf(item, new Set(sent.keys()));
        showPictures(story, pictures);
        return story;
      });
  }
  for (const { picture, lost, isUsed } of sent.values()) {
    if (isUsed) continue;
    const what = count > 0 ? 'picture that no story names' : 'picture without a story';
    aside.push({ what, text: `${picture.caption} ${picture.address}`.trim() }, ...lost);
  }
  if (aside.length > 0) yield { aside };
}

async function readPictures(file: string): Promise<{ sent: Map<string, Sent>; count: number }> {
  const sent = new Map<string, Sent>();
  let count = 0;
  for await (const item of readXml(file, kinds)) {
    if (item.name !== 'newsItem' || item.problem) continue;
    if (!isPicture(item)) count += 1;
    else {
      const guid = item.attributes.get('guid') ?? '';
      const name = guid && !sent.has(guid) ? guid : `${guid} ${sent.size}`;
      sent.set(name, { ...pictureOf(item), isUsed: false });
    }
  }
  return { sent, count };
}

function isPicture(item: XmlNode): boolean {
  const [itemClass] = findAll(item, 'itemClass');
  const kind = itemClass?.attributes.get('qcode') ?? itemClass?.attributes.get('uri') ?? '';
  const [remote] = findAll(item, 'remoteContent');
  const type = remote?.attributes.get('contenttype') ?? '';
  const hasText = findAll(item, 'inlineXML').length + findAll(item, 'inlineData').length > 0;
  return /picture|graphic/.test(kind) || (!hasText && /^image\//.test(type));
}

/** The guids of the items that an item links to. */
function linksOf(item: XmlNode): string[] {
  return findAll(item, 'link').flatMap(({ attributes }) => attributes.get('residref') ?? []);
}

/** Adds pictures at the end of a story’s text, unless it already shows them. */
function showPictures(story: ReturnType<typeof storyOf>, pictures: Sent[]): void {
  const shown = JSON.stringify(story.text);
  for (const { picture, held, lost } of pictures) {
    const { address, alt, caption } = picture;
    story.lost.push(...lost);
    if (held) story.lost.push({ what: held, text: `${caption} ${address}`.trim() });
    else if (address === '' || !shown.includes(JSON.stringify(address)))
      story.text.children.push({
        type: 'paragraph',
        children: [{ type: 'image', url: address, alt, title: caption }],
      });
    else if (caption) story.lost.push({ what: 'another caption', text: caption });
  }
}
