import { createHash } from 'node:crypto';
import { constants, copyFileSync, createReadStream, mkdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { recordingsIn, type Block } from '../desk/blocks.ts';
import type { Figure } from '../desk/schema/figure.ts';
import type { Addresses } from '../edition/addresses.ts';
import type { Text } from '../edition/model.ts';
import type { SharedPicture } from '../outputs/picture.ts';
import type { SharedRecording } from '../outputs/recording.ts';
import { buildContext } from './build-context.ts';
import { inProject } from '../files/project.ts';

/**
 * The published recordings of a text, in its order.
 * @param pictureOf creates the still image of a video
 */
export async function recordingsOf(
  text: Text,
  blocks: Block[],
  addresses: Addresses,
  pictureOf: (poster: Figure) => Promise<SharedPicture | undefined>,
): Promise<SharedRecording[]> {
  return Promise.all(
    recordingsIn(blocks).map(async (block): Promise<SharedRecording> => {
      const file = text.recordings.find(({ path }) => path === block.file);
      if (!file) throw new Error(`${text.file} has no recording ${block.file}.`);
      const path = await publish(text, block.file);
      const poster = block.poster && (await pictureOf(block.poster));
      return {
        ...file,
        block,
        path,
        url: addresses.absolute(addresses.path(path)),
        ...(block.captions && { captions: await publish(text, block.captions) }),
        ...(poster && { poster }),
      };
    }),
  );
}

/**
 * The published path of a file next to a text, relative to the front page. Its name contains a digest of
 * its content, so that hosts may cache it forever and nobody can guess the path of an embargoed file.
 * @param path as in blocks, `./interview.mp3`
 */
function publish({ file }: Pick<Text, 'file'>, path: string): Promise<string> {
  const source = inProject(dirname(file), path);
  const { size, mtimeMs } = statSync(source);
  const key = `${source} ${size} ${mtimeMs}`;
  const known = buildContext.recordings.get(key) ?? nameOf(source);
  buildContext.recordings.set(key, known);
  return known;
}

async function nameOf(source: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(source), hash);
  return `media/${hash.digest('hex').slice(0, 12)}-${basename(source)}`;
}

/**
 * Copies the recordings of stories and pages into the folder of a site. The system copies the files; none
 * is read into memory.
 * @param isThere whether a file already exists, by its path relative to the front page
 */
export async function copyRecordings(
  copies: Playing[],
  folder: string,
  isThere: (path: string) => boolean,
): Promise<void> {
  for (const copy of copies)
    for (const { path: name } of playedIn(copy)) {
      const path = await publish(copy.text, name);
      if (isThere(path)) continue;
      const file = join(folder, path);
      mkdirSync(dirname(file), { recursive: true });
      copyFileSync(inProject(dirname(copy.text.file), name), file, constants.COPYFILE_FICLONE);
    }
}

interface Playing {
  text: Text;
  retraction?: unknown;
}

/** The page of a retracted story has no recordings. */
const playedIn = ({ text, retraction }: Playing) => (retraction ? [] : text.recordings);

/**
 * Serves the recordings of stories and pages in a preview. With Astro’s routes, each file extension would
 * need its own, because all other addresses end in a slash.
 */
export async function serveRecordings(
  { url = '' }: IncomingMessage,
  response: ServerResponse,
  next: () => void,
): Promise<void> {
  const path = /media\/[^/?]+(?=$|\?)/.exec(decodeURI(url))?.[0];
  const source = path && (await sourceOf(path));
  if (source) pipeline(createReadStream(source), response).catch(() => response.destroy());
  else next();
}

async function sourceOf(path: string): Promise<string | undefined> {
  const { stories, pages } = await buildContext.newsroom!.theEdition();
  for (const copy of [...stories, ...pages])
    for (const { path: name } of playedIn(copy))
      if (path.endsWith(`-${basename(name)}`) && (await publish(copy.text, name)) === path)
        return inProject(dirname(copy.text.file), name);
  return undefined;
}
