import { ContentError } from '../desk/problem.ts';
import { readNews } from '../site/news.ts';
import { readArguments } from './arguments.ts';
import { fail } from './fail.ts';
import { asAnnotations, asJson, asText, type Findings } from '../desk/report.ts';
import { watchDesk } from '../build/progress.ts';
import { checkTypes } from './types.ts';

const usage = `npm run check [-- --json]

Checks the content for every error that would stop a build, and warns of what an editor should review
and of what is missing in drafts. Then checks the TypeScript types, if the code has changed since they
last passed. Publishes nothing.

  --json   prints an array of { file, line, column, severity, summary, fix } and nothing else;
           severity is "error" or "warning". Leaves the types out.
  --help   prints this

On GitHub (GITHUB_ACTIONS=true) each finding is also shown as an annotation on its line.

Exits with 0 when there are no errors (warnings are allowed), with 1 when there are errors in the content
or the types, with 2 when an argument is wrong or the check itself failed.`;

// npm run check: see the usage above.
const { json } = readArguments({ options: { json: { type: 'boolean' } } }, usage).values;
const progress = watchDesk();
try {
  const { published, ...findings } = await checkContent();
  const inOrder = findings.problems.length === 0;
  if (json) console.log(asJson(findings));
  else {
    const text = asText(findings);
    if (text) console.error(text);
    if (text && process.env.GITHUB_ACTIONS === 'true') console.log(asAnnotations(findings));
    if (inOrder) console.log(`No errors in the content; ${published} published.`);
  }
  const right = json || (inOrder && (await checkTypes(progress)));
  process.exitCode = inOrder && right ? 0 : 1;
} catch (error) {
  fail(error, 2);
}

async function checkContent(): Promise<Findings & { published: number }> {
  try {
    const { edition, warnings } = await readNews();
    return { problems: [], warnings, published: edition.stories.length };
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    return { problems: error.problems, warnings: error.warnings, published: 0 };
  }
}
