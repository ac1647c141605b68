import type { Image, RootContent } from 'mdast';
import type { FigureBlock } from '../blocks.ts';
import { figure } from '../schema/figure.ts';
import { placeOf, type Report } from '../text-report.ts';
import { problemTextOf } from '../validate.ts';

/** The pictures of a paragraph that contains nothing else. */
export function picturesOf(node: RootContent): Image[] | undefined {
  if (node.type !== 'paragraph') return undefined;
  const pictures = node.children.filter((child) => child.type === 'image');
  const isBare = node.children.every(
    (child) => child.type === 'image' || (child.type === 'text' && child.value.trim() === ''),
  );
  return isBare && pictures.length > 0 ? pictures : undefined;
}

/** Reads a picture in the text. Its Markdown title is the caption, with the credit in parentheses at the end. */
export function readFigure(image: Image, report: Report): FigureBlock | undefined {
  const result = figure.safeParse({ image: image.url, alt: image.alt ?? '', ...splitTitle(image) });
  if (result.success) return { type: 'figure', figure: result.data, place: placeOf(image) };
  for (const issue of result.error.issues) {
    const { summary, fix } = problemTextOf(figure, issue);
    const shape = '![What it shows](file.jpg "Who, where, when. (Name/AGENCY)")';
    report(image, `The picture’s ${summary}`, issue.code === 'custom' ? fix : `Write ${shape}`);
  }
  return undefined;
}

function splitTitle({ title }: Image): { caption: string; credit: string } {
  const { caption, credit } =
    /^(?<caption>.*?)\s*\((?<credit>(?:[^()]|\([^()]*\))*)\)\s*$/s.exec(title ?? '')?.groups ?? {};
  return { caption: caption ?? title ?? '', credit: credit ?? '' };
}
