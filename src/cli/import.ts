import { parseArgs } from 'node:util';
import { contentFolder } from '../desk/desk.ts';
import { Refusal } from '../desk/fault.ts';
import { readVocabulary } from '../desk/vocabulary.ts';
import { receive, type Order } from '../intake/reception.ts';
import { sayReport, type Report } from '../intake/report.ts';

const help = `npm run import -- FILE… [options]

Makes draft stories of copy from elsewhere. The format is told by what is in a file: plain text copied
from a web page, ninjs 2 and 3, NewsML-G2 with NITF or HTML, a WordPress export (WXR), a Ghost export,
RSS 2.0 or Atom with full content.

  --pictures        fetches the pictures that the copy names and puts them beside the stories
  --section KEY     the section of all stories, a key of sections.yaml
  --author KEY      who signs all stories, a file name in authors/
  --into FOLDER     a folder in articles/ for the new stories, instead of their year and month
  --json            reports as JSON
  --help            says this

The report tells for every field whether it was taken, guessed or is missing, and quotes all that was
lost. The same copy again changes nothing; a story that an editor has changed is left alone.

Ends with 0 when all was imported, 1 when something could not be, 2 when the command was not understood.`;

const options = {
  pictures: { type: 'boolean' },
  section: { type: 'string' },
  author: { type: 'string' },
  into: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

/** Ends the command because it was not understood. */
function misunderstood(why: string): never {
  console.error(`${why}\nnpm run import -- --help tells how.`);
  process.exit(2);
}

function readArguments() {
  try {
    return parseArgs({ options, allowPositionals: true });
  } catch (error) {
    return misunderstood((error as Error).message);
  }
}

function readOrder(values: ReturnType<typeof readArguments>['values']): Order {
  const content = contentFolder();
  const vocabulary = readVocabulary(content);
  const { section, author, into } = values;
  if (section !== undefined && !vocabulary.sections.has(section))
    misunderstood(
      `There is no section “${section}”: ${[...vocabulary.sections.keys()].join(', ')}.`,
    );
  if (author !== undefined && !vocabulary.authors.has(author))
    misunderstood(`There is no author “${author}”: ${[...vocabulary.authors.keys()].join(', ')}.`);
  return {
    content,
    vocabulary,
    wishes: { ...(section !== undefined && { section }), ...(author !== undefined && { author }) },
    ...(into !== undefined && { into }),
    withPictures: values.pictures ?? false,
  };
}

/** Prints each entry as it comes, since an export can have tens of thousands of them. */
async function print(reports: AsyncIterable<Report>, asJson: boolean): Promise<boolean> {
  let count = 0;
  let allWell = true;
  const isShown = process.stderr.isTTY;
  const progress = setInterval(() => {
    if (isShown) process.stderr.write(`\r${count} stories read `);
  }, 2000);
  if (asJson) process.stdout.write('[');
  for await (const report of reports) {
    if (report.kind === 'failure') allWell = false;
    // The line of progress must not run into the report.
    if (isShown) process.stderr.write('\r\u001B[K');
    if (asJson) process.stdout.write(`${count > 0 ? ',' : ''}\n${JSON.stringify(report)}`);
    else if (report.kind === 'failure') console.error(sayReport(report));
    else console.log(sayReport(report));
    count += 1;
  }
  clearInterval(progress);
  if (isShown) process.stderr.write('\r\u001B[K');
  if (asJson) process.stdout.write('\n]\n');
  return allWell;
}

const { values, positionals } = readArguments();
if (values.help) console.log(help);
else if (positionals.length === 0) misunderstood('No file is named.');
else {
  try {
    const allWell = await print(receive(positionals, readOrder(values)), values.json ?? false);
    process.exitCode = allWell ? 0 : 1;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    console.error(`\n${error.message}`);
    process.exitCode = 1;
  }
}
