import { sayFault, type Fault } from '../desk/fault.ts';
import { visible, visibleJson } from '../desk/visible.ts';

/** What a check found. */
export interface Findings {
  /** These stop a build. */
  faults: Fault[];
  /** These do not. */
  warnings: Fault[];
}

/** For editors’ programs: an array with a severity, `error` or `warning`, in each. */
export function asJson({ faults, warnings }: Findings): string {
  const finding = (severity: string) => (fault: Fault) => {
    const { file, line, column, problem, mend } = fault;
    return { file, line, column, severity, problem, mend };
  };
  return visibleJson([...faults.map(finding('error')), ...warnings.map(finding('warning'))]);
}

/** For people: each finding with its place and its mend, what stops a build first, then how many there are. */
export function asText({ faults, warnings }: Findings): string {
  const inDrafts = warnings.filter(({ isInDraft }) => isInDraft).length;
  const counts = [
    ...counted(faults.length, 'fault'),
    ...counted(warnings.length, 'warning').map((text) =>
      inDrafts > 0 ? `${text} (${inDrafts} in drafts)` : text,
    ),
  ];
  return [
    ...faults.map(sayFault),
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
export function asDraftNotes(warnings: Fault[]): string {
  const inDrafts = warnings.filter(({ isInDraft }) => isInDraft);
  if (inDrafts.length === 0) return '';
  const left = inDrafts.length - mostTold;
  const [count] = counted(inDrafts.length, 'fault');
  return [
    ...inDrafts.slice(0, mostTold).map(sayWarning),
    ...(left > 0 ? [`… and ${left} more, which \`npm run check\` tells.`] : []),
    `\n${count} in drafts: nothing stops for that before \`draft\` is taken out.`,
  ].join('\n');
}

const counted = (number: number, one: string) =>
  number === 0 ? [] : [`${number} ${one}${number === 1 ? '' : 's'}`];

const sayWarning = (warning: Fault) =>
  sayFault({
    ...warning,
    problem: `${warning.isInDraft ? 'Draft' : 'Warning'}: ${warning.problem}`,
  });

/**
 * For GitHub, which then shows each finding beside its line of the change.
 * https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
 */
export function asAnnotations({ faults, warnings }: Findings): string {
  const annotation = (command: string) => (fault: Fault) => {
    const place = `file=${property(visible(fault.file))},line=${fault.line},col=${fault.column}`;
    return `::${command} ${place}::${message(`${visible(fault.problem)}\n${visible(fault.mend)}`)}`;
  };
  return [...faults.map(annotation('error')), ...warnings.map(annotation('warning'))].join('\n');
}

const message = (text: string) =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const property = (text: string) => message(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
