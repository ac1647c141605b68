import { FixableError } from '../desk/problem.ts';
import { emptyStory, taken, type ImportedStory } from './imported-story.ts';
import { withoutBy } from './byline-line.ts';
import { settleRelease } from './embargo.ts';
import { attempt, type Incoming } from './incoming.ts';
import { Fields } from './json-taking.ts';
import { takePictures } from './ninjs-pictures.ts';
import { takeRelated } from './ninjs-related.ts';
import { takeFiling, takeSource } from './ninjs-filing.ts';
import { takeBody } from './ninjs-body.ts';
import { dayOrTime } from './ninjs-time.ts';
import { describe, pick } from './ninjs-words.ts';

/**
 * Reads ninjs: version 1 or 2, with a field for each form of a text, or version 3, with lists. An item may
 * also be a list of others, as this software writes it: of type `composite`, without a text of its own.
 * @throws {FixableError} when it is not JSON
 */
export function* readNinjs(json: string): Generator<Incoming> {
  let data: unknown;
  try {
    data = JSON.parse(json);
  } catch (error) {
    throw new FixableError(
      `It is not valid JSON: ${(error as Error).message}.`,
      'Ask the sender for another copy; the file may be truncated.',
    );
  }
  const item = new Fields(data);
  if (!isList(item)) {
    yield read(new Fields(data));
    return;
  }
  const stories = item.list('associations');
  if (stories.length === 0)
    throw new FixableError('There is no story in it.', 'Ask the sender for a file with stories.');
  // Originals first: a translation can only name an original that exists.
  const isOriginal = (story: Fields) =>
    !story.list('associations').some((entry) => entry.text('rel') === 'translatedFrom');
  for (const story of stories.toSorted((a, b) => Number(isOriginal(b)) - Number(isOriginal(a))))
    yield read(story);
  const passed = ['uri', 'title', 'standard', 'versionCreated', 'language'];
  const aside = item.rest().filter(({ what }) => !passed.includes(what));
  if (aside.length > 0) yield { aside };
}

function read(item: Fields): Incoming {
  return attempt({}, item.text('uri') || item.text('guid') || item.text('headline'), () =>
    readItem(item),
  );
}

/** Whether an item is only a list of stories. */
function isList(item: Fields): boolean {
  const words = ['bodies', 'headlines', 'headline', 'body_html', 'body_xhtml', 'body_text'];
  return (
    item.text('type') === 'composite' &&
    !words.some((name) => item.take(name)) &&
    item.list('associations').every((entry) => /^(?:text|composite)$/.test(entry.text('type')))
  );
}

function readItem(item: Fields): ImportedStory {
  const imported = emptyStory(item.text('uri') || item.text('guid'));
  const put = (key: 'headline' | 'standfirst' | 'dateline' | 'language', text: string) => {
    const found = taken(text);
    if (found) imported[key] = found;
  };
  put(
    'headline',
    item.text('headline') || pick(item.list('headlines'), imported) || item.text('title'),
  );
  put('standfirst', describe(item, imported));
  put('dateline', item.text('located'));
  put('language', item.text('language'));
  takeBody(item, imported);
  const published = dayOrTime(
    item.text('firstPublished') || item.text('firstCreated') || item.text('versionCreated'),
  );
  if (published) imported.published = published;
  const byline = taken(
    item.text('byline') || item.text('by') || pick(item.list('bylines'), imported),
  );
  if (byline)
    imported.source.byline = { ...byline, value: withoutBy(byline.value), from: byline.value };
  takeFiling(item, imported);
  takeSource(item, imported);
  takePictures(takeRelated(item.list('associations'), imported), imported);
  const version = dayOrTime(item.text('versionCreated') || item.text('contentModified'));
  // A new version may not change the substance; if the item lists its changes, they count instead.
  const isTold = imported.updated !== undefined || imported.corrections.length > 0;
  if (!isTold && version && version.value > (published?.value ?? '9'))
    imported.changed = version.value;
  const number = Number(item.text('version') || NaN);
  if (Number.isFinite(number)) imported.version = number;
  settleRelease(imported, {
    embargoes: ['embargoed', 'embargoedUntil'].flatMap((name) => {
      const time = item.take(name);
      // A value that is not a time, such as true, is an embargo too.
      if (time === undefined || time === null || time === false) return [];
      return [{ what: 'embargo', time: typeof time === 'string' ? time : '' }];
    }),
    status: item.text('pubStatus'),
  });
  const sender = imported.source.name?.from;
  if (sender) imported.feed = sender;
  const note = item.text('edNote');
  if (note !== '') imported.notes.push(`Note from its sender: ${note}`);
  const passed = ['standard', 'type', 'contentCreated', 'name', 'rel'];
  imported.lost.push(...item.rest().filter(({ what }) => !passed.includes(what)));
  return imported;
}
