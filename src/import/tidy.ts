import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { findForbidden } from '../desk/characters.ts';
import type { ImportedStory } from './imported-story.ts';

/** Removes characters that the desk refuses, and counts them by code point. */
class Sieve {
  readonly found = new Map<string, number>();

  /** The text without forbidden characters. */
  sift(text: string): string {
    if (!findForbidden(text)) return text;
    let clean = '';
    // By code points, so that surrogate pairs stay together.
    for (const character of text) {
      if (!findForbidden(character)) {
        clean += character;
        continue;
      }
      const code = `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
      this.found.set(code, (this.found.get(code) ?? 0) + 1);
    }
    return clean;
  }
}

/**
 * Removes forbidden characters (controls and those that change the text direction) from every part of an
 * imported story, and notes what was removed.
 */
export function tidy(imported: ImportedStory): ImportedStory {
  const sieve = new Sieve();
  const clean = siftAll(imported, sieve) as ImportedStory;
  const count = [...sieve.found].map(([code, times]) => `${times} × ${code}`);
  if (count.length > 0) clean.notes.push(`Invisible characters were removed: ${count.join(', ')}.`);
  return clean;
}

/** Removes forbidden characters from a text. */
export function tidyTree(text: Root): void {
  siftTree(text, new Sieve());
}

function siftAll(value: unknown, sieve: Sieve): unknown {
  if (typeof value === 'string') return sieve.sift(value);
  if (Array.isArray(value)) return value.map((item) => siftAll(item, sieve));
  if (typeof value !== 'object' || value === null) return value;
  if ((value as Root).type === 'root') {
    siftTree(value as Root, sieve);
    return value;
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, siftAll(item, sieve)]),
  );
}

function siftTree(tree: Root, sieve: Sieve): void {
  visit(tree, (node) => {
    if ('value' in node) node.value = sieve.sift(node.value);
    if ('url' in node) node.url = sieve.sift(node.url);
    if ('title' in node && node.title) node.title = sieve.sift(node.title);
    if ('alt' in node && node.alt) node.alt = sieve.sift(node.alt);
    if (node.type === 'containerDirective')
      node.attributes = siftAll(node.attributes, sieve) as typeof node.attributes;
    if (node.type === 'code') {
      // A language with other characters is not valid; the code itself is kept.
      node.lang = /^[\w+#-]*$/.test(node.lang ?? '') ? (node.lang ?? null) : null;
      node.meta = null;
    }
  });
}
