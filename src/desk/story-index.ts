import { hash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { settledFromNow, signatureOf, type FileSignature } from '../files/signature.ts';
import { inCache } from '../files/cache-folder.ts';
import { writeWhole } from '../files/write-whole.ts';
import type { Problem } from './problem.ts';
import { parsedTextFile, parsedTextKey, parserDigest } from './parsed-texts.ts';
import type { StoryCopy } from './story-copy.ts';
import { readTextFile } from './text-file.ts';
import type { Vocabulary } from './schema/vocabulary.ts';
import { fromProject, inProject } from '../files/project.ts';

/** What was found in a story, as far as it can be stored. */
export interface IndexEntry {
  story: Omit<StoryCopy, 'placeOf'>;
  isDraft: boolean;
  /** Whether part of its frontmatter is a placeholder. */
  isProvisional: boolean;
  /** Only drafts are stored with problems. */
  problems: Problem[];
  warnings: Problem[];
  /** Files beside it that were missing or invalid, by the names that the story uses. */
  sought: string[];
}

interface IndexLine extends IndexEntry {
  /** The signatures of the text’s file, and of the files beside it. */
  signatures: (string | null)[];
  /** In bytes: a truncated parsed text is parsed again. */
  textBytes: number | undefined;
}

/** Increase it when the format of lines changes. */
const version = 2;

const place = () => inCache('texts', 'index');
const checksum = (text: string) => hash('sha1', text);

/**
 * Opens the index of the stories that the desk read last time. If the files of a story are unchanged, none
 * of them has to be read. The index is with the parsed texts and may be deleted at any time. It is ignored
 * if it is corrupt, or was written by other code or with another vocabulary.
 * @param folder the folder of the stories
 */
export function openStoryIndex(folder: string, vocabulary: Vocabulary) {
  const { language } = vocabulary.publication;
  const inLists = (_: string, value: unknown) => (value instanceof Map ? [...value] : value);
  const head = checksum(
    JSON.stringify([version, parserDigest(), fromProject(folder), vocabulary], inLists),
  );
  const isSettled = settledFromNow(dirname(place()));
  const lines = new Map(linesUnder(head).map((line) => [line.parsed.story.file, line]));
  return {
    /** The entry of the story in a file; undefined if something has changed since. */
    find(file: string): IndexEntry | undefined {
      const known = lines.get(file)?.parsed;
      if (!known || parsedTextSize(known) !== known.textBytes) return undefined;
      const [text, ...beside] = signaturesOf(known).map((signature) => signature?.text ?? null);
      if (beside.some((signature, at) => signature !== known.signatures[at + 1])) return undefined;
      if (text === known.signatures[0]) return known;
      // In a fresh checkout, all times are new.
      const { signatures: _, textBytes: __, ...entry } = known;
      return keyOf(file, language) === entry.story.textKey ? entry : undefined;
    },
    /** Writes the index; a command that is killed leaves the old one. */
    keep(entries: Iterable<IndexEntry>): void {
      const text = [...entries].map((entry) => {
        const known = lines.get(entry.story.file);
        return known?.parsed === entry ? known.line : lineOf(entry, isSettled);
      });
      const all = text.join('');
      writeWhole(place(), `${head} ${checksum(all)}\n${all}`);
    },
  };
}

/** The lines of the index, if it has the expected head and is complete. */
function linesUnder(head: string): { line: string; parsed: IndexLine }[] {
  try {
    const text = readFileSync(place(), 'utf8');
    const start = text.indexOf('\n') + 1;
    if (text.slice(0, start) !== `${head} ${checksum(text.slice(start))}\n`) return [];
    return text
      .slice(start)
      .split(/(?<=\n)/)
      .map((line) => ({ line, parsed: JSON.parse(line) as IndexLine }));
  } catch {
    return [];
  }
}

/** A line; empty if a file changed so recently that its signature may miss a later change. */
function lineOf(entry: IndexEntry, isSettled: (signature: FileSignature) => boolean): string {
  const { story } = entry;
  const signatures = signaturesOf(entry);
  // Its own files were there when it was read.
  const own = 1 + story.pictures.length + story.recordings.length;
  if (signatures.some((signature, at) => (signature ? !isSettled(signature) : at < own))) return '';
  const texts = signatures.map((signature) => signature?.text ?? null);
  const { isDraft, isProvisional, problems, warnings, sought } = entry;
  const found = { story, isDraft, isProvisional, problems, warnings, sought };
  return `${JSON.stringify({ ...found, signatures: texts, textBytes: parsedTextSize(entry) })}\n`;
}

function signaturesOf({
  story,
  sought,
}: Pick<IndexEntry, 'story' | 'sought'>): (FileSignature | undefined)[] {
  const beside = [...story.pictures, ...story.recordings].map(({ path }) => path);
  // The message about a missing file depends on the other files of its folder.
  const missing = sought.flatMap((path) => [path, dirname(path)]);
  const folder = dirname(story.file);
  const files = [story.file, ...[...beside, ...missing].map((path) => join(folder, path))];
  return files.map((file) => signatureOf(inProject(file)));
}

const parsedTextSize = ({ story }: Pick<IndexEntry, 'story'>) =>
  statSync(parsedTextFile(story.textKey), { throwIfNoEntry: false })?.size;

function keyOf(file: string, language: string): string | undefined {
  const text = readTextFile(inProject(file));
  return typeof text === 'string' ? parsedTextKey(language, text) : undefined;
}
