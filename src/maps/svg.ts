import { xml, Xml } from '../files/xml.ts';
import { colours, lines, type Colours } from './colours.ts';
import type { Circle, Drawing } from './drawing.ts';
import { leading, type Label } from './labels.ts';
import { isFromRight } from './measure.ts';
import { steps } from './trace.ts';

/** The fragment of a map’s address that selects the line drawing, `map.svg#lines`. */
export const asLines = 'lines';

/**
 * The fragment that selects the dark map, `map.svg#night`, in browsers that do not apply color schemes
 * inside images.
 */
export const atNight = 'night';

/**
 * Writes a map as SVG. It follows the color scheme of the page that shows it. The fragment `asLines`
 * selects the line drawing, because no browser applies print or contrast queries inside images.
 */
export function svg(drawing: Drawing): string {
  return file(drawing, xml`${new Xml(rules(drawing))}`, wordsOf(drawing)).text;
}

/** A light map without text, as the background of rendered text. */
export function svgWithoutWords(drawing: Drawing): string {
  const style = paint((name) => colours.light[name]) + widthsOf(drawing);
  return file(drawing, new Xml(style), xml``).text;
}

function file(drawing: Drawing, style: Xml, words: Xml): Xml {
  const { width, height, mapHeight, paths, language } = drawing;
  const sea = paths.globe
    ? xml`<path class="s" d="${paths.globe}" transform="scale(${`${1 / steps}`})"/>`
    : xml`<path class="s" d="M0 0h${`${width}`}v${`${mapHeight}`}H0z"/>`;
  const path = (kind: string, data: string) =>
    data === '' ? xml`` : xml`<path class="${kind}" d="${data}"/>`;
  return xml`<svg xmlns="http://www.w3.org/2000/svg" id="${asLines}" lang="${language}" width="${`${width}`}" height="${`${round(height)}`}" viewBox="0 0 ${`${width}`} ${`${round(height)}`}"><style>${style}</style><g id="${atNight}"><path class="p" d="M0 0h${`${width}`}v${`${round(height)}`}H0z"/>${sea}<g transform="scale(${`${1 / steps}`})">${[
    path('l', paths.land),
    path('c', paths.marked),
    path('b', paths.borders),
    path('w', paths.ways),
    path('a', paths.arrows),
    path('k', paths.scale),
  ]}</g>${drawing.rings.map((ring) => circle('o', ring))}${drawing.marks.map((mark) => circle('d', mark))}${words}</g></svg>
`;
}

const circle = (kind: string, { x, y, r }: Circle) =>
  xml`<circle class="${kind}" cx="${`${round(x)}`}" cy="${`${round(y)}`}" r="${`${round(r)}`}"/>`;

const round = (px: number) => Math.round(px * 10) / 10;

const classes = {
  name: 'n',
  country: 'n',
  around: 'r',
  scale: 'r',
  number: 'i',
  key: 'k',
} as const;

function wordsOf({ words }: Drawing): Xml {
  return xml`${words.map(({ kind, label }) => written(classes[kind], label))}`;
}

function written(kind: string, { lines, x, y, anchor, size }: Label): Xml {
  // The start of right-to-left text is on the right.
  const fromRight = isFromRight(lines.join(' '));
  const turned = { start: 'end', middle: 'middle', end: 'start' } as const;
  const end = fromRight ? turned[anchor] : anchor;
  const place = [
    end === 'start' ? '' : ` text-anchor="${end}"`,
    fromRight ? ' direction="rtl"' : '',
  ].join('');
  const [left, first, ...rest] = [`${round(x)}`, ...lines];
  return xml`<text class="${kind}" x="${left}" y="${`${round(y)}`}"${new Xml(place)}>${first ?? ''}${rest.map(
    (line) => xml`<tspan x="${left}" dy="${`${round(leading * size)}`}">${line}</tspan>`,
  )}</text>`;
}

/** All styles of a map. The colors are custom properties of the outer group. */
function rules(drawing: Drawing): string {
  const day = `#${atNight}`;
  const scope = `#${asLines}:target `;
  const night = (style: string) => `@media(prefers-color-scheme:dark){${style}}`;
  return [
    widthsOf(drawing),
    paint((name) => `var(--${name})`),
    set(day, colours.light),
    night(set(day, colours.dark)),
    // Only WebKit supports hanging punctuation, and WebKit alone does not apply the page’s color scheme
    // inside images. Other browsers must ignore this rule, because the reader may have chosen a theme
    // that differs from the device’s.
    `@supports(hanging-punctuation:first){${set(`${day}:target`, colours.dark)}}`,
    set(scope + day, lines.light),
    night(set(scope + day, lines.dark)),
    // Without colors, dashes distinguish borders from coasts, and thick lines mark highlighted countries.
    `${scope}.b{stroke-dasharray:5}${scope}.c{stroke-width:5}`,
  ].join('');
}

/** Sets colors as custom properties for a selector. */
const set = (selector: string, chosen: Colours) =>
  `${selector}{${Object.entries(chosen)
    .map(([name, colour]) => `--${name}:${colour}`)
    .join(';')}}`;

/**
 * The colors of each class of a map.
 * @param colour returns the CSS value of a color
 */
function paint(colour: (name: keyof Colours) => string): string {
  return [
    `.p{fill:${colour('paper')}}`,
    `.s{fill:${colour('sea')}}`,
    `.l{fill:${colour('land')};stroke:${colour('line')}}`,
    `.b{stroke:${colour('line')}}`,
    `.c{fill:${colour('marked')};stroke:${colour('accent')}}`,
    `.w,.o{stroke:${colour('accent')}}`,
    `.a,.d{fill:${colour('accent')}}`,
    `.d{stroke:${colour('land')}}`,
    `path.k{stroke:${colour('ink')}}`,
    `text{fill:${colour('ink')}}`,
    `.n,.r{stroke:${colour('land')}}`,
    `.r{fill:${colour('soft')}}`,
    `.i{fill:${colour('paper')}}`,
  ].join('');
}

const sans = 'ui-sans-serif,system-ui,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif';

function widthsOf({ type, small }: Drawing): string {
  return [
    `.b,.w,.o,path.k{fill:none}`,
    `.l,.b,.c{stroke-linejoin:round}`,
    `.w{stroke-width:${type * 0.3};stroke-dasharray:0 ${type * 0.6};stroke-linecap:round}`,
    `.o,.d{stroke-width:${type * 0.1}}`,
    `path.k{stroke-width:3}`,
    `text{font:${small}px ${sans}}`,
    `.n{font-weight:600;font-size:${type}px}`,
    `.n,.r{paint-order:stroke;stroke-width:${type * 0.2};stroke-linejoin:round}`,
    `.i{font-weight:700;font-size:${small * 0.85}px}`,
  ].join('');
}
