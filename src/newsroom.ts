import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { contentFolder, readContent, type Content } from './desk/desk.ts';
import { Refusal } from './desk/fault.ts';
import { newsroomClock } from './edition/clock.ts';
import { makeEdition, type Edition } from './edition/edition.ts';
import { brokenLinks } from './edition/links.ts';
import { isPreview } from './preview.ts';

/**
 * The whole way from the content folder to what is published now: desk, clock, edition, links.
 * @returns the content without what is held back, and the edition made of it
 * @throws {Refusal} with every fault of the content, or every link that leads nowhere
 */
export async function readNews(): Promise<{
  content: Content;
  edition: Edition;
}> {
  const content = await readContent(contentFolder());
  const edition = makeEdition(content, newsroomClock(), isPreview());
  const broken = brokenLinks(edition, publicFiles());
  if (broken.length > 0) throw new Refusal(broken, content.warnings);
  const shown = new Set(edition.articles.map(({ id }) => id));
  return {
    content: { ...content, stories: content.stories.filter(({ id }) => shown.has(id)) },
    edition,
  };
}

function publicFiles(): string[] {
  return readdirSync('public', { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((file) => relative('public', join(file.parentPath, file.name)).replaceAll(sep, '/'));
}
