import { captionWith, type ArrivedPicture, type Lost } from './imported-story.ts';
import { releaseOf, wordsLeft } from './newsml-item.ts';
import { takeableFirst } from './picture-original.ts';
import type { XmlNode } from './xml.ts';
import { take, takeAll, takeText } from './xml-taking.ts';

/** A picture from an item of its own, why it may not be shown, and what was lost. */
export function pictureOf(item: XmlNode): { picture: ArrivedPicture; held: string; lost: Lost[] } {
  const meta = take(item, 'contentMeta');
  const about = take(item, 'itemMeta');
  const contents = take(item, 'contentSet');
  const remotes = contents ? takeAll(contents, 'remoteContent').toSorted(widestFirst) : [];
  const [remote, ...others] = takeableFirst(remotes, ({ attributes }) => ({
    address: attributes.get('href') ?? '',
    type: attributes.get('contenttype') ?? '',
  }));
  const [by, headline] = [takeText(meta, 'by'), takeText(meta, 'headline')];
  const description = takeText(meta, 'description');
  const credit = [by, takeText(meta, 'creditline')].filter(Boolean).join('/');
  const { embargoes, status } = releaseOf(about);
  const lost = [item, meta, about, ...takeAll(item, 'rightsInfo')].flatMap((part) =>
    part ? wordsLeft(part).map(({ what, text }) => ({ what: `picture’s ${what}`, text })) : [],
  );
  if (description && headline) lost.push({ what: 'picture’s headline', text: headline });
  for (const { attributes } of others)
    lost.push({ what: 'picture in another size', text: attributes.get('href') ?? '' });
  const isUsable = /(?:^|:|\/)usable$|^$/i.test(status);
  return {
    picture: {
      address: remote?.attributes.get('href') ?? '',
      alt: '',
      caption: captionWith(description || headline, credit),
    },
    held: isUsable
      ? embargoes
          .map(({ time }) => `picture under an embargo until ${time || 'further notice'}`)
          .join()
      : `picture that its sender marks “${status.replace(/^.*[:/]/, '')}”`,
    lost,
  };
}

function widestFirst(one: XmlNode, other: XmlNode): number {
  const width = ({ attributes }: XmlNode) => Number(attributes.get('width')) || 0;
  return width(other) - width(one);
}
