import type { Figure } from '../../desk/schema/figure.ts';
import type { Edition } from '../../edition/model.ts';
import { warningOf } from '../../edition/rights.ts';
import { figuresOf, kindOf } from '../figure.ts';
import { plain, type Associated } from './ninjs.ts';
import type { SyndicatedPicture } from '../picture.ts';
import type { StoryBundle } from '../story-html.ts';
import { wireTime } from './time.ts';

/**
 * The pictures of a story as separate items, the lead first. A picture that may not be republished, or
 * has to be covered, has only text and no file.
 */
export function wirePictures(
  { story, language: { words }, blocks, pictures }: StoryBundle,
  { publication }: Pick<Edition, 'publication'>,
): Associated[] {
  const { lead } = story.frontmatter;
  return figuresOf(story, blocks).map((figure, index) => {
    const picture = pictures.get(figure.image);
    const { rights, notes } = picture ?? {};
    const expires = rights?.expires;
    const warning = warningOf(story, figure);
    return {
      name: figure === lead ? 'lead' : `picture ${index + (lead ? 0 : 1)}`,
      rel: figure === lead ? 'lead' : 'illustration',
      uri: `urn:uuid:${story.frontmatter.id}#${markOf(figure)}`,
      type: kindOf(figure) === 'illustration' ? 'graphic' : 'picture',
      descriptions: [...plain('caption', figure.caption), ...plain('alt', figure.alt)],
      by: notes?.creator ?? figure.credit,
      infoSources: [{ name: figure.credit, role: 'credit' }],
      ...(rights?.holder && { copyrightHolder: rights.holder }),
      ...(notes?.copyright && { copyrightNotice: notes.copyright }),
      ...(picture
        ? rights?.licence && { usageTerms: rights.licence }
        : { usageTerms: words.figure.kept }),
      ...(warning !== undefined && {
        edNote: `${words.figure.warning} ${warning}`,
      }),
      ...(rights?.licenceUrl && { rightsInfo: { linkedRights: rights.licenceUrl } }),
      ...(expires && { expires: wireTime(expires, publication) }),
      ...(notes?.digitalSourceType && { digitalSourceType: { uri: notes.digitalSourceType } }),
      ...(picture && { renditions: [renditionOf(picture)] }),
    };
  });
}

/**
 * A picture’s identifier within its story; it stays the same when other pictures are added or removed.
 */
function markOf({ image }: Figure): string {
  return encodeURIComponent(image.replace(/^\.\//, '').replace(/\.\w+$/, ''));
}

function renditionOf({ url, width, height, bytes, type, focus }: SyndicatedPicture) {
  return {
    name: 'main',
    href: url,
    contentType: type,
    width,
    height,
    sizeInBytes: bytes,
    ...(focus && { poi: { x: Math.round(focus.x * width), y: Math.round(focus.y * height) } }),
  };
}
