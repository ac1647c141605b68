import type { Problem, Place } from './problem.ts';
import { comparable } from './schema/old-address.ts';

/** The beginning of a file, where nothing in it is to blame. */
export const top = (file: string) => ({ file, line: 1, column: 1 });

/**
 * Claims something that only one file may have; tells whether it was free.
 * @param isTold false where another may have it without a problem
 */
export type Claim = (
  kind: 'mark' | 'address' | 'place' | 'policy',
  value: string,
  file: string,
  placeOf?: () => Place,
  fix?: () => string,
  isTold?: boolean,
) => boolean;

/** @param problems where it is added that another file has it already */
export function claims(problems: Problem[]): Claim {
  const claimed = { mark: new Map(), address: new Map(), place: new Map(), policy: new Map() };
  const rename = () => 'Rename one of the two.';
  return (kind, named, file, placeOf = () => top(file), fix = rename, isTold = true) => {
    const files: Map<string, string> = claimed[kind];
    const value = kind === 'address' ? comparable(named) : named;
    const other = files.get(value);
    if (other === undefined) {
      files.set(value, file);
      return true;
    }
    if (isTold)
      problems.push({
        file,
        ...placeOf(),
        summary: `${other} has the same ${kind}.`,
        fix: fix(),
      });
    return false;
  };
}
