import type { Node } from '@takumi-rs/core';
import { isFromRight } from '../../maps/measure.ts';
import { mapNode } from '../../maps/render.ts';
import type { Card } from './card.ts';

/** The size that every network shows without cropping (1.91:1), in px. */
export const frame = { width: 1200, height: 630 };

/** The distance of texts from the edges, in px. */
export const edge = 64;

/** The width of the text column, in px. */
export const columnOf = ({ map }: Card): number =>
  frame.width - 2 * edge - (map ? map.width - edge / 2 : 0);

/** The light colors of src/styles/tokens.css. */
export const colours = {
  paper: '#fffdf8',
  ink: '#191712',
  soft: '#544f45',
  rule: '#d9d3c4',
  accent: '#a31621',
};

type Style = NonNullable<Node['style']>;

const stix = 'STIX Two Text';
const arabic = 'Noto Naskh Arabic';

/**
 * A text in its typefaces. Joined letters have no letter spacing and need more space above and below.
 * @param fromRight whether the card is right-to-left
 */
function words(
  text: string,
  fromRight: boolean,
  { letterSpacing, lineHeight, ...style }: Style,
): Node {
  // The renderer takes spaces from the first typeface that has one. In text against the direction of the
  // card, spaces must be in the typeface of its letters. Otherwise the renderer misplaces one.
  const face: Style = !/\p{Script=Arabic}/u.test(text)
    ? { fontFamily: stix, letterSpacing, lineHeight }
    : {
        fontFamily: fromRight ? `${stix}, ${arabic}` : `${arabic}, ${stix}`,
        lineHeight: 1.3,
      };
  return { type: 'text', text, style: { fontWeight: 700, ...style, ...face } };
}

/**
 * A card as a tree of boxes: the masthead at the top, section and headline below, mirrored if the
 * headline is right-to-left. If the texts do not fit the frame, the outer box is taller.
 * @param size the font size of the headline in px; without a headline, the name’s size is derived from it
 */
export function layout(card: Card, size: number): Node {
  const { name, capitals, headline, description, map } = card;
  const hasHeadline = headline !== undefined;
  const fromRight = isFromRight(headline ?? description ?? name);
  const below = [
    capitals !== undefined &&
      words(capitals, fromRight, {
        color: colours.accent,
        fontSize: hasHeadline ? 28 : 44,
        letterSpacing: '0.06em',
        lineHeight: 1.3,
      }),
    hasHeadline &&
      words(headline, fromRight, {
        marginTop: 14,
        fontSize: size,
        letterSpacing: '-0.02em',
        lineHeight: 1.07,
        textWrap: 'balance',
      }),
    description !== undefined &&
      words(description, fromRight, {
        color: colours.soft,
        fontSize: 48,
        fontWeight: 400,
        lineHeight: 1.3,
        textWrap: 'balance',
      }),
  ].filter((node) => node !== false);
  const masthead = words(name, fromRight, {
    borderTop: `10px solid ${colours.accent}`,
    paddingTop: 18,
    fontSize: hasHeadline ? 56 : 1.6 * size,
    letterSpacing: '-0.02em',
    lineHeight: 1,
  });
  const texts: Node = {
    type: 'container',
    style: {
      width: map ? frame.width - map.width : frame.width,
      minHeight: frame.height,
      display: 'flex',
      flexDirection: 'column',
      justifyContent: 'space-between',
      gap: 36,
      padding: `0 ${edge}px ${edge - 8}px`,
      ...(map && { [fromRight ? 'paddingLeft' : 'paddingRight']: edge / 2 }),
    },
    children: [
      {
        type: 'container',
        style: { display: 'flex', paddingBottom: 18, borderBottom: `2px solid ${colours.rule}` },
        children: [masthead],
      },
      { type: 'container', style: { display: 'flex', flexDirection: 'column' }, children: below },
    ],
  };
  return {
    type: 'container',
    dir: fromRight ? 'rtl' : 'ltr',
    style: {
      width: frame.width,
      minHeight: frame.height,
      display: 'flex',
      alignItems: 'center',
      backgroundColor: colours.paper,
      color: colours.ink,
    },
    children: map ? [texts, mapNode(map)] : [texts],
  };
}
