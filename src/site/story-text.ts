import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Story } from '../edition/model.ts';
import { maySyndicate } from '../edition/rights.ts';
import { storyMarkdown } from '../outputs/story-markdown.ts';
import { buildContext } from './build-context.ts';
import { getSite } from './site.ts';

/** A story as plain Markdown. */
export async function storyText(story: Story): Promise<string> {
  const edition = await getSite();
  const { bodyOf, shown, syndicatedRecordings } = edition;
  const blocks = story.retraction ? [] : bodyOf(story.text).blocks;
  // Those of the page: a picture made for the text alone would cost more than the text.
  const pictures = (await shown(story)).filter(({ figure }) => maySyndicate(story, figure));
  const recordings = await syndicatedRecordings(story);
  return storyMarkdown(
    { story, language: edition.languageOf(story), blocks, pictures, recordings },
    edition,
  );
}

/**
 * Writes a story’s text beside its page while that is rendered. As a route of its own it would cost a
 * build more than twice as much: Astro takes each for a request, and waits for each file.
 */
export async function writeStoryText(story: Story): Promise<void> {
  if (buildContext.folder === undefined) return;
  const { addresses } = await getSite();
  const folder = join(buildContext.folder, story.address.slice(addresses.home.length));
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'index.md'), await storyText(story));
}
