import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { z } from 'astro/zod';
import { readNotes } from '../desk/picture-notes.ts';
import { contentFolder } from '../desk/desk.ts';
import { FixableError } from '../desk/problem.ts';
import { readMoment } from '../desk/moment.ts';
import { addressAdvice, fitsAddress } from '../desk/schema/address.ts';
import { figure } from '../desk/schema/figure.ts';
import { storyWith } from '../desk/schema/story.ts';
import { firstFree, slugOf } from '../desk/slug.ts';
import { problemTextOf } from '../desk/validate.ts';
import { readVocabulary } from '../desk/vocabulary.ts';
import type { Vocabulary } from '../desk/schema/vocabulary.ts';
import { newsroomClock } from '../edition/clock.ts';
import { misused, readArguments } from './arguments.ts';
import type { Answers } from './asking.ts';
import { draftText, type Field } from './draft.ts';
import { fail } from './fail.ts';
import { makeStoryFolder, takenNames } from './story-folder.ts';
import { nameOf } from '../files/project.ts';

const usage = `npm run new -- "Headline" [--section KEY] [--tags KEY,KEY] [--authors KEY,KEY] …

Creates the folder and the file of a new story, with draft: true and no text. In a terminal it asks
for what is missing; in scripts headline, section, tags and authors are required. Never overwrites a
file.

  --section KEY       a key of sections.yaml
  --tags KEY,KEY      keys of tags.yaml
  --authors KEY,KEY   names of files in authors/
  --series KEY        a key of series.yaml, if the story is part of a series
  --standfirst TEXT   one or two sentences; can be written into the file later
  --dateline TEXT     such as "PRISTINA, Kosovo"
  --published WHEN    today by default; such as 2021-03-09 or "2021-03-09 14:30"
  --slug NAME         the last part of the address; made from the headline by default
  --picture FILE      is copied into the story’s folder as the lead picture; its caption, credit and
                      alt text are taken from the file where it has them
  --help              prints this

Exits with 0 when the story is created, with 1 when the content has problems that prevent it, with 2
when an argument is missing or wrong.`;

// npm run new: see the usage above.
const text = { type: 'string' } as const;
const { values, positionals } = readArguments(
  {
    allowPositionals: true,
    options: {
      section: text,
      tags: text,
      authors: text,
      series: text,
      standfirst: text,
      dateline: text,
      published: text,
      slug: text,
      picture: text,
    },
  },
  usage,
);
try {
  await makeStory();
} catch (error) {
  const brokenOff = error instanceof Error && error.name === 'ExitPromptError';
  fail(brokenOff ? 'Nothing was created.' : error);
}

function isTerminal(): boolean {
  return process.stdin.isTTY && process.stdout.isTTY;
}

async function makeStory(): Promise<void> {
  const vocabulary = readVocabulary(contentFolder());
  const { timeZone, language } = vocabulary.publication;
  const { headline, standfirst, section, tags, authors, series, dateline } =
    await completed(vocabulary);
  const now = Temporal.Instant.fromEpochMilliseconds(newsroomClock()).toZonedDateTimeISO(timeZone);
  const published = values.published ?? now.toPlainDate().toString();
  const { picture } = values;
  const fields: Record<string, Field> = {
    id: randomUUID(),
    headline,
    standfirst: standfirst || null,
    section,
    tags,
    authors,
    ...(series && { series }),
    ...(dateline && { dateline }),
    published,
    ...(picture && { lead: await leadFrom(picture) }),
    draft: true,
  };
  const story = storyWith(vocabulary);
  refuseWrong(story, fields);

  const articles = join(contentFolder(), 'articles');
  const month = dayOf(published, timeZone).slice(0, 7);
  const isTaken = takenNames(contentFolder(), month);
  const slug =
    values.slug ?? firstFree(await nameFor(headline, language), (name) => !isTaken(name));
  if (!fitsAddress(slug))
    misused(`--slug “${slug}” cannot be used in an address. ${addressAdvice}`);
  if (isTaken(slug)) fail(`There is or was a story ${slug} of ${month}. Choose another --slug.`);
  const file = makeStoryFolder(articles, month, slug, draftText(fields, adviceOf(story)), picture);
  console.log(`Made ${nameOf(file)}

Next: write ${standfirst ? '' : 'the standfirst and '}the text into it${picture ? ', and what its picture needs' : ''}.
\`npm run dev\` shows it while you write, \`npm run check\` says what is missing.
Take \`draft: true\` out to publish it.`);
}

/** A lead picture with what is written inside its file; the editor checks it and adds the rest. */
async function leadFrom(picture: string): Promise<Field> {
  if (!existsSync(picture)) misused(`There is no file ${picture}.`);
  const { alt, caption, credit, creator } = await readNotes(readFileSync(picture));
  return {
    image: basename(picture),
    alt: alt ?? null,
    caption: caption ?? null,
    credit: credit ?? creator ?? null,
  };
}

/** All that is given, and what the editor is asked for where there is a terminal. */
async function completed(vocabulary: Vocabulary): Promise<Answers> {
  if (positionals.length > 1) misused('Put the headline between quotation marks.');
  const keys = (list: string | undefined) => list?.split(',').map((key) => key.trim());
  const given = {
    ...values,
    // A line break would be one in the file, too.
    headline: positionals[0]?.replace(/\s+/g, ' ').trim(),
    tags: keys(values.tags),
    authors: keys(values.authors),
  };
  if (isTerminal()) return (await import('./asking.ts')).ask(given, vocabulary);
  const lists = (['sections', 'tags', 'authors'] as const).map(
    (name) => `The ${name} are ${[...vocabulary[name].keys()].join(', ')}.`,
  );
  const { headline, standfirst, section, tags, authors, series, dateline } = given;
  if (!headline) return misused('The headline is missing: npm run new -- "Headline" …');
  if (!section) return misused(`--section is missing. ${lists[0]}`);
  if (!tags) return misused(`--tags is missing. ${lists[1]}`);
  if (!authors) return misused(`--authors is missing. ${lists[2]}`);
  return { headline, standfirst, section, tags, authors, series, dateline };
}

/** Ends the command when the desk would refuse what was given; what is still empty may wait. */
function refuseWrong(story: z.ZodType, fields: Record<string, Field>): void {
  const issues = story.safeParse(fields, { reportInput: true }).error?.issues ?? [];
  const wrong = issues
    .filter((issue) => issue.input !== null)
    .map((issue) => Object.values(problemTextOf(story, issue)).join(' '));
  if (wrong.length > 0) misused(wrong.join('\n'));
}

function dayOf(published: string, timeZone: string): string {
  try {
    return readMoment(published, timeZone).day;
  } catch (error) {
    return misused(error instanceof FixableError ? error.message : String(error));
  }
}

async function nameFor(headline: string, language: string): Promise<string> {
  const slug = slugOf(headline, language);
  if (slug) return slug;
  if (isTerminal()) return (await import('./asking.ts')).askName();
  return misused(
    `No address can be made from this headline: give one with --slug. ${addressAdvice}`,
  );
}

/** What the schema says of a field that is still empty. */
function adviceOf(story: ReturnType<typeof storyWith>) {
  return ([field = '', part]: string[]): string | undefined => {
    const shape: Record<string, z.ZodType> = part === undefined ? story.shape : figure.shape;
    return shape[part ?? field]?.meta()?.description;
  };
}
