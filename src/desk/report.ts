import { sayProblem, type Problem } from '../desk/problem.ts';
import { visible, visibleJson } from '../desk/visible.ts';

/** What a check found. */
export interface Findings {
  /** These stop a build. */
  problems: Problem[];
  /** These do not. */
  warnings: Problem[];
}

/** For editors’ programs: an array with a severity, `error` or `warning`, in each. */
export function asJson({ problems, warnings }: Findings): string {
  const finding = (severity: string) => (problem: Problem) => {
    const { file, line, column, summary, fix } = problem;
    return { file, line, column, severity, summary, fix };
  };
  return visibleJson([...problems.map(finding('error')), ...warnings.map(finding('warning'))]);
}

/** For people: each finding with its place and its fix, what stops a build first, then how many there are. */
export function asText({ problems, warnings }: Findings): string {
  const inDrafts = warnings.filter(({ isInDraft }) => isInDraft).length;
  const counts = [
    ...counted(problems.length, 'problem'),
    ...counted(warnings.length, 'warning').map((text) =>
      inDrafts > 0 ? `${text} (${inDrafts} in drafts)` : text,
    ),
  ];
  return [
    ...problems.map(sayProblem),
    ...warnings.map(sayWarning),
    ...(counts.length > 0 ? [`\n${counts.join(', ')}.`] : []),
  ].join('\n');
}

/** More than anybody reads after each build. */
const mostTold = 20;

/**
 * What is still missing in drafts, for whoever builds or cannot: it stops nothing.
 * @returns nothing where nothing is missing
 */
export function asDraftNotes(warnings: Problem[]): string {
  const inDrafts = warnings.filter(({ isInDraft }) => isInDraft);
  if (inDrafts.length === 0) return '';
  const left = inDrafts.length - mostTold;
  const [count] = counted(inDrafts.length, 'problem');
  return [
    ...inDrafts.slice(0, mostTold).map(sayWarning),
    ...(left > 0 ? [`… and ${left} more; \`npm run check\` lists all.`] : []),
    `\n${count} in drafts: these become errors when \`draft\` is removed.`,
  ].join('\n');
}

const counted = (number: number, one: string) =>
  number === 0 ? [] : [`${number} ${one}${number === 1 ? '' : 's'}`];

const sayWarning = (warning: Problem) =>
  sayProblem({
    ...warning,
    summary: `${warning.isInDraft ? 'Draft' : 'Warning'}: ${warning.summary}`,
  });

/**
 * For GitHub, which then shows each finding beside its line of the change.
 * https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
 */
export function asAnnotations({ problems, warnings }: Findings): string {
  const annotation = (command: string) => (problem: Problem) => {
    const place = `file=${property(visible(problem.file))},line=${problem.line},col=${problem.column}`;
    return `::${command} ${place}::${message(`${visible(problem.summary)}\n${visible(problem.fix)}`)}`;
  };
  return [...problems.map(annotation('error')), ...warnings.map(annotation('warning'))].join('\n');
}

const message = (text: string) =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const property = (text: string) => message(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
