import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Element, Root } from 'hast';
import GithubSlugger from 'github-slugger';
import { selectAll } from 'hast-util-select';
import { toString } from 'hast-util-to-string';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';

/** A guide for people who use or change the project, as Markdown. */
export interface Guide {
  /** Its file, from the project’s root. */
  path: string;
  text: string;
  tree: Root;
}

const parser = unified().use(remarkParse).use(remarkRehype);

/** Reads a guide. */
export function guideAt(path: string): Guide {
  const text = readFileSync(path, 'utf8');
  return { path, text, tree: parser.runSync(parser.parse(text)) };
}

/** README, CONTRIBUTING and everything in docs/. */
export const guides = (): Guide[] =>
  [
    'README.md',
    'CONTRIBUTING.md',
    '.github/SECURITY.md',
    ...readdirSync('docs')
      .filter((name) => name.endsWith('.md'))
      .map((name) => join('docs', name)),
  ].map(guideAt);

/** The addresses that a guide’s links and pictures lead to, as they are written. */
export const linksOf = ({ tree }: Guide): string[] =>
  selectAll('a, img', tree).map(({ properties }) =>
    String(properties['href'] ?? properties['src']),
  );

/** The anchors of a guide’s headings, as GitHub makes them. */
export function anchorsOf({ tree }: Guide): string[] {
  const slugger = new GithubSlugger();
  return selectAll('h1, h2, h3, h4, h5, h6', tree).map((heading) =>
    slugger.slug(toString(heading)),
  );
}

/** The fenced blocks of a guide in a language, such as `sh`. */
export const fencesOf = ({ tree }: Guide, language: string): string[] =>
  selectAll(`pre > code.language-${language}`, tree).map((code: Element) => toString(code));

/** Everything between backticks: fenced blocks, and code within a line. */
export const codeOf = ({ tree }: Guide): string[] =>
  selectAll('code', tree).map((code: Element) => toString(code));
