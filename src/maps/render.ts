import { createHash } from 'node:crypto';
import type { Node } from '@takumi-rs/core';
import sharp from 'sharp';
import { canSet } from '../raster/faces.ts';
import { renderer, rendererDigest } from '../raster/renderer.ts';
import { colours } from './colours.ts';
import type { Drawing, Kind } from './drawing.ts';
import { leading, type Label } from './labels.ts';
import { isFromRight } from './measure.ts';
import { svg, svgWithoutWords } from './svg.ts';
import { withXmpChunk } from '../raster/png-chunk.ts';

/** The width of a map rendered for feeds and previews, in px. */
const renderWidth = 1200;

const { ink, soft, land, paper } = colours.light;

const kinds: Record<Kind, { color: string; fontWeight: number; halo?: boolean }> = {
  name: { color: ink, fontWeight: 700, halo: true },
  country: { color: ink, fontWeight: 700, halo: true },
  around: { color: soft, fontWeight: 400, halo: true },
  scale: { color: soft, fontWeight: 400, halo: true },
  number: { color: paper, fontWeight: 700 },
  key: { color: ink, fontWeight: 400 },
};

/**
 * A map as a node for the renderer, in the light theme and the site’s own typefaces, on any system. Text
 * for which these have no letters is omitted.
 * @param times the pixels of the render per px of the drawing
 */
export function mapNode(drawing: Drawing, times = 1): Node {
  const [width, height] = [drawing.width * times, drawing.height * times];
  const shapes = Buffer.from(svgWithoutWords(drawing)).toString('base64');
  return {
    type: 'container',
    style: { position: 'relative', width, height, display: 'flex', overflow: 'hidden' },
    children: [
      {
        type: 'image',
        src: `data:image/svg+xml;base64,${shapes}`,
        style: { position: 'absolute', left: 0, top: 0, width, height },
      },
      ...drawing.words.flatMap(({ kind, label }) => words(kind, label, width, times)),
    ],
  };
}

function words(kind: Kind, label: Label, width: number, times: number): Node[] {
  const { halo, ...look } = kinds[kind];
  const size = label.size * times;
  return label.lines.filter(canSet).flatMap((text, at) => {
    const x = label.x * times;
    // The baseline is three quarters of the font size below the top of the line.
    const top = (label.y + at * leading * label.size) * times - 0.76 * size;
    const place = {
      start: { left: x },
      middle: { left: x - width, width: 2 * width, textAlign: 'center' as const },
      end: { right: width - x },
    }[label.anchor];
    const style = {
      position: 'absolute' as const,
      top,
      ...place,
      fontFamily: 'STIX Two Text, Noto Naskh Arabic',
      fontSize: size,
      lineHeight: 1,
      whiteSpace: 'nowrap' as const,
      ...look,
    };
    const dir = isFromRight(text) ? 'rtl' : 'ltr';
    const line: Node = { type: 'text', text, dir, style };
    const around = { color: land, WebkitTextStroke: `${size * 0.2}px ${land}` };
    return halo ? [{ ...line, style: { ...style, ...around } }, line] : [line];
  });
}

const times = ({ width }: Drawing) => renderWidth / width;

/** The size of a rendered map, in px. */
export function renderSize(drawing: Drawing): { width: number; height: number } {
  return { width: renderWidth, height: Math.round(drawing.height * times(drawing)) };
}

/**
 * A map as PNG.
 * @param xmp the metadata to embed
 */
export async function renderMap(drawing: Drawing, xmp: string): Promise<Buffer> {
  const size = renderSize(drawing);
  const to = await renderer();
  const png = await to.render(mapNode(drawing, times(drawing)), { ...size, format: 'png' });
  // A palette of few colors reduces the file to a third.
  const small = await sharp(png)
    .png({ palette: true, colours: 96, dither: 0, effort: 1 })
    .toBuffer();
  return withXmpChunk(small, xmp);
}

/** The file name of a rendered map: a digest of everything that affects it. */
export function renderName(drawing: Drawing, xmp: string): string {
  return createHash('sha256')
    .update(JSON.stringify([svg(drawing), xmp, 'iTXt', rendererDigest(), sharp.versions, kinds]))
    .digest('hex')
    .slice(0, 32);
}
