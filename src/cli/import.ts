import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentFolder } from '../desk/desk.ts';
import { visibleJson } from '../desk/visible.ts';
import { readVocabulary } from '../desk/vocabulary.ts';
import { Decisions } from '../import/decisions.ts';
import { receive } from '../import/import-stories.ts';
import type { ImportOptions } from '../import/options.ts';
import { sayReport, type Report } from '../import/report.ts';
import { misused, readArguments } from './arguments.ts';
import { fail } from './fail.ts';
import { lock } from '../build/lock.ts';
import { makeProgress } from '../build/progress.ts';
import { inProject } from '../files/project.ts';

const usage = `npm run import -- FILE… [--section KEY] [--author KEY] [--into FOLDER] …

Creates draft stories from other systems’ files. The format is detected: plain text copied from a web
page, ninjs 1 to 3, NewsML-G2 with NITF, HTML or text, NITF, a WordPress export (WXR), a Ghost export,
Blogger’s Takeout, RSS 2.0 or Atom with full content.

  --pictures      downloads pictures into the stories’ folders, and the newsroom’s own sound, film
                  and documents into public/files/
  --private-network  also downloads from this machine and from private networks
  --site ADDRESS  the address of the old site, which Ghost’s and Blogger’s exports leave out
  --add-tags      adds all tags that are not in tags.yaml yet
  --updates       uses the time when a story was last saved as \`updated\`: describe the change then
  --section KEY   the section of all stories, a key of sections.yaml
  --author KEY    the author of all stories, a file name in authors/
  --into FOLDER   a folder in articles/ for the new stories, instead of their year and month
  --report FILE   writes what is left to do into a file, with the stories that each decision concerns
  --json          prints the report as an array, for programs
  --help          prints this

The report says for every field whether it was taken, guessed or is missing, and quotes everything
that was lost. It ends with what is left to do, most frequent first. Importing the same file again
changes nothing; a story that an editor has changed is left alone.

Exits with 0 when everything was imported, with 1 when something was not or the content has problems,
with 2 when an argument is missing or wrong.`;

// npm run import: see the usage above.
const text = { type: 'string' } as const;
const yes = { type: 'boolean' } as const;
const { values, positionals } = readArguments(
  {
    allowPositionals: true,
    options: {
      pictures: yes,
      updates: yes,
      'add-tags': yes,
      'private-network': yes,
      site: text,
      section: text,
      author: text,
      into: text,
      report: text,
      json: yes,
    },
  },
  usage,
);
if (positionals.length === 0) misused('No file is named.');
try {
  const options = readOptions();
  // Two at once would not know of each other’s stories.
  lock([join(options.content, '.importing')], 'import');
  const allWell = await print(receive(positionals, options));
  process.exitCode = allWell ? 0 : 1;
} catch (error) {
  fail(error);
}

function readOptions(): ImportOptions {
  const content = contentFolder();
  const vocabulary = readVocabulary(content);
  const { section, author, into, pictures = false, updates = false, site } = values;
  const { sections, authors } = vocabulary;
  if (section !== undefined && !sections.has(section))
    misused(`There is no section “${section}”: ${[...sections.keys()].join(', ')}.`);
  if (author !== undefined && !authors.has(author))
    misused(`There is no author “${author}”: ${[...authors.keys()].join(', ')}.`);
  if (site !== undefined && !/^https?:/.test(site))
    misused(`--site takes a web address, such as https://old.example/, not “${site}”.`);
  return {
    content,
    vocabulary,
    wishes: { ...(section !== undefined && { section }), ...(author !== undefined && { author }) },
    ...(into !== undefined && { into }),
    withPictures: pictures,
    withUpdates: updates,
    withTags: values['add-tags'] === true,
    fromPrivateNetwork: values['private-network'] ?? false,
    publicFolder: inProject('public'),
    ...(site !== undefined && { site }),
  };
}

/**
 * Prints each entry as it comes, since an export can have tens of thousands of them.
 * @returns whether all could be imported
 */
async function print(reports: AsyncIterable<Report>): Promise<boolean> {
  let count = 0;
  let allWell = true;
  const decisions = new Decisions();
  const progress = makeProgress();
  // An export may be read for long before its first story comes.
  const watch = setInterval(() => progress.tell('Importing stories', count), 500);
  try {
    if (values.json) process.stdout.write('[');
    for await (const report of reports) {
      if (report.kind === 'failure') allWell = false;
      decisions.note(report);
      progress.clear();
      if (values.json) process.stdout.write(`${count > 0 ? ',' : ''}\n${visibleJson(report)}`);
      else if (report.kind === 'failure') console.error(sayReport(report));
      else console.log(sayReport(report));
      count += 1;
    }
    if (values.json) process.stdout.write('\n]\n');
    else if (count > 1) console.log(`\n${decisions.say(false)}`);
    if (values.report !== undefined) writeFileSync(values.report, `${decisions.say(true)}\n`);
  } finally {
    clearInterval(watch);
    progress.clear();
  }
  return allWell;
}
