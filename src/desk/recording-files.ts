import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { problemOfName } from './beside.ts';
import type { Recording } from './blocks.ts';
import type { PictureRights } from './by-picture.ts';
import { findConflict } from './conflict.ts';
import type { ProblemText, Place } from './problem.ts';
import { captionTypes, endingOf, videoTypes, audioTypes } from './schema/recording.ts';

/** A recording or its subtitles beside a text. */
export interface RecordingFile {
  /** The path that blocks use, `./interview.mp3`. */
  path: string;
  /** The media type. */
  type: string;
  bytes: number;
  /** Limits on its use, if there are any. */
  rights?: PictureRights;
}

/** How the files of each type begin. */
const beginnings: Record<string, RegExp> = {
  'audio/mpeg': /^(?:ID3|\xff[\xe2-\xff])/,
  'audio/mp4': /^.{4}ftyp/s,
  'audio/ogg': /^OggS/,
  'audio/wav': /^RIFF.{4}WAVE/s,
  'video/mp4': /^.{4}ftyp/s,
  'video/webm': /^\x1a\x45\xdf\xa3/,
  // https://www.w3.org/TR/webvtt1/#file-structure: a byte order mark may come first.
  'text/vtt': /^(?:\xef\xbb\xbf)?WEBVTT(?:[ \t\r\n]|$)/,
};

const types: Record<string, string> = { ...audioTypes, ...videoTypes, ...captionTypes };

/**
 * Checks the files of recordings; it reads only the first bytes of each.
 * @param root the folder of the text’s kind, which they must not leave
 * @param folder the folder of the text
 * @returns the files, each once; the problems of others, and their paths
 */
export function readRecordings(
  recordings: Recording[],
  root: string,
  folder: string,
): { files: RecordingFile[]; problems: (Place & ProblemText)[]; sought: string[] } {
  const files = new Map<string, RecordingFile>();
  const problems: (Place & ProblemText)[] = [];
  const sought: string[] = [];
  for (const { file, captions, place } of recordings)
    for (const path of captions ? [file, captions] : [file]) {
      const found = readFile(root, folder, path);
      if (!('summary' in found)) files.set(path, found);
      else {
        problems.push({ ...place, ...found });
        sought.push(path);
      }
    }
  return { files: [...files.values()], problems, sought };
}

function readFile(root: string, folder: string, path: string): RecordingFile | ProblemText {
  const file = join(folder, path);
  const type = types[endingOf(path)]!;
  const isAlike = (name: string) => types[endingOf(name)] === type;
  const problem = problemOfName({ root, folder }, path, 'file', isAlike);
  if (problem) return problem;
  const { size } = statSync(file);
  if (!beginnings[type]!.test(opening(file)))
    return {
      summary:
        size === 0
          ? `The file ${path} is empty.`
          : `The file ${path} is not of the type that its name says.`,
      fix: `Save it again as ${type}${type === 'text/vtt' ? ', with WEBVTT as its first line' : ''}.`,
    };
  if (type === 'text/vtt') {
    const conflict = findConflict(readFileSync(file, 'utf8'));
    if (conflict)
      return {
        summary: `In ${path}, line ${conflict.line}: ${conflict.summary}`,
        fix: conflict.fix,
      };
  }
  return { path, type, bytes: size };
}

/** The first bytes of a file, one to a character. */
function opening(file: string): string {
  const descriptor = openSync(file, 'r');
  try {
    const buffer = Buffer.alloc(16);
    return buffer.toString('latin1', 0, readSync(descriptor, buffer));
  } finally {
    closeSync(descriptor);
  }
}
