import type { Image } from 'mdast';
import { visit } from 'unist-util-visit';
import { captionWith, type ImportedStory, type ArrivedPicture } from './imported-story.ts';
import { Fields } from './json-taking.ts';
import { describe } from './ninjs-words.ts';
import { takeableFirst } from './picture-original.ts';

/**
 * Takes the pictures that are associated with an item. The one called main is the lead. Pictures that the
 * text already has stay there; the others are added at its end.
 */
export function takePictures(associated: Fields[], imported: ImportedStory): void {
  const inText: Image[] = [];
  visit(imported.text, 'image', (image) => void inText.push(image));
  for (const entry of associated) {
    const [name, rel, uri] = [entry.text('name'), entry.text('rel'), entry.text('uri')];
    const role = name || rel;
    const isPicture = /picture|graphic|image|^$/.test(entry.text('type'));
    const picture = pictureOf(entry, imported);
    imported.lost.push(
      ...entry.rest().map(({ what, text }) => ({ what: `${role}’s ${what}`, text })),
    );
    const same = inText.find(({ url, title }) =>
      picture.address === '' ? url === '' && title === picture.caption : url === picture.address,
    );
    if (isPicture && /feature|main|lead/i.test(role) && !imported.lead) imported.lead = picture;
    else if (same) same.alt ||= picture.alt;
    else if (!isPicture || picture.address === '')
      imported.lost.push({
        what: `associated item ${role}`,
        text: `${picture.caption} ${uri}`.trim(),
      });
    else
      imported.text.children.push({
        type: 'paragraph',
        children: [
          { type: 'image', url: picture.address, alt: picture.alt, title: picture.caption },
        ],
      });
  }
}

function pictureOf(entry: Fields, imported: ImportedStory): ArrivedPicture {
  const renditions = entry
    .list('renditions')
    .map((rendition) => ({
      address: rendition.text('href'),
      type: rendition.text('contentType') || rendition.text('mimetype'),
      width: Number(rendition.text('width')),
      focus: focusOf(rendition),
    }))
    .filter(({ address }) => address !== '')
    .toSorted((a, b) => (b.width || 0) - (a.width || 0));
  const [alts, descriptions] = partition(entry.list('descriptions'), 'alt');
  const [rendition = { address: '', focus: undefined }] = takeableFirst(renditions, (one) => one);
  const { address, focus } = rendition;
  const [largest] = renditions;
  if (largest && largest.address !== address)
    imported.lost.push({ what: 'larger picture that stories can’t use', text: largest.address });
  if (focus !== undefined) imported.focused.push({ address, focus });
  const words = describe(entry, imported, descriptions) || entry.text('headline');
  return {
    address,
    alt: alts[0]?.text('value') || entry.text('altText'),
    caption: captionWith(words, creditOf(entry)),
  };
}

/** The focus as the desk reads it, from ninjs’s point of interest in px of the rendition. */
function focusOf(rendition: Fields): string | undefined {
  const point = new Fields(rendition.take('poi'));
  const share = (part: string, whole: string) =>
    part === '' ? NaN : Math.round((100 * Number(part)) / Number(whole));
  const x = share(point.text('x'), rendition.text('width'));
  const y = share(point.text('y'), rendition.text('height'));
  const isWithin = [x, y].every((one) => one >= 0 && one <= 100);
  return isWithin ? `${x}% ${y}%` : undefined;
}

/** The credit: the sender’s credit line, otherwise who made the picture and who owns it. */
function creditOf(entry: Fields): string {
  const by = entry.text('byline') || entry.text('by');
  const [credits] = partition(entry.list('infoSources'), 'credit');
  const stated = credits[0]?.text('name');
  if (stated) return stated;
  return [by, entry.text('copyrightHolder') || entry.text('creditline')].filter(Boolean).join('/');
}

/** Splits entries into those with a role and the others. */
function partition(entries: Fields[], role: string): [those: Fields[], others: Fields[]] {
  const those = entries.filter((entry) => entry.text('role') === role);
  return [those, entries.filter((entry) => !those.includes(entry))];
}
