import type { Problem, Place } from './problem.ts';
import { comparable } from './schema/old-address.ts';

/** The beginning of a file, for problems that belong to no line. */
export const top = (file: string) => ({ file, line: 1, column: 1 });

/**
 * Claims something that only one file may have. Returns whether it was free.
 * @param isReported false where it is no problem that another file has it
 */
export type Claim = (
  kind: 'id' | 'address' | 'name' | 'policy',
  value: string,
  file: string,
  placeOf?: () => Place,
  fix?: () => string,
  isReported?: boolean,
) => boolean;

/** @param problems receives a problem when another file already has the same */
export function claims(problems: Problem[]): Claim {
  const claimed = { id: new Map(), address: new Map(), name: new Map(), policy: new Map() };
  const rename = () => 'Rename one of the two.';
  return (kind, named, file, placeOf = () => top(file), fix = rename, isReported = true) => {
    const files: Map<string, string> = claimed[kind];
    const value = kind === 'address' ? comparable(named) : named;
    const other = files.get(value);
    if (other === undefined) {
      files.set(value, file);
      return true;
    }
    if (isReported)
      problems.push({
        file,
        ...placeOf(),
        summary: `${other} has the same ${kind}.`,
        fix: fix(),
      });
    return false;
  };
}
