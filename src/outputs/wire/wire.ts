import type { Edition } from '../../edition/model.ts';
import { standard, type Ninjs } from './ninjs.ts';
import type { StoryBundle } from '../story-html.ts';
import { wireStory } from './story.ts';
import { wireTime } from './time.ts';

/**
 * The newest stories for partners, in IPTC ninjs 3.2. The standard has no list; the closest equivalent is
 * an item of type `composite` whose associations are the stories. So the whole file is valid against the
 * standard’s schema, and so is each story in it, without `name` and `rel`.
 * @param items the newest stories, as many as in a feed, newest first
 * @returns JSON
 */
export function wire(edition: Edition, items: StoryBundle[]): string {
  const { publication, addresses, language } = edition;
  const changes = items.map(({ story }) => story.modified).toSorted((a, b) => b.at - a.at);
  const list: Ninjs = {
    uri: addresses.absolute(addresses.path('wire.json')),
    standard,
    type: 'composite',
    title: language.words.feeds.newest(publication.name),
    language: publication.language,
    // The date of the build would change the file without a change of any story.
    ...(changes[0] && { versionCreated: wireTime(changes[0], publication) }),
    associations: items.map((item) => ({
      name: item.story.frontmatter.headline,
      rel: 'story',
      ...wireStory(item, edition),
    })),
  };
  return JSON.stringify(list);
}
