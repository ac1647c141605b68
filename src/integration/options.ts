import { z } from 'astro/zod';
import { nearest } from '../desk/nearest.ts';
import { FixableError } from '../desk/problem.ts';
import { cspAdditions } from '../hosting/csp.ts';

/** What an engineer can set of the newsroom, in `astro.config.mjs`. */
const schema = z.strictObject({
  /** Whether a build writes the addresses of new stories into `addresses.lock`, as `--record` does. */
  record: z.boolean().default(false),
  /**
   * What pages may load and send beyond the site’s own, by origins such as `https://cdn.example`: see
   * src/hosting/csp.ts. A build is refused when a page has more.
   */
  csp: cspAdditions.prefault({}),
});

/** What `newsroom()` takes. */
export type Options = z.input<typeof schema>;

/** The same, with what stands for options that are not set. */
export type Settings = z.output<typeof schema>;

/**
 * Checks what `newsroom()` was given.
 * @throws {FixableError} with every option that is unknown or wrong, and how to fix it
 */
export function readOptions(given: unknown): Settings {
  const { data, error } = schema.safeParse(given);
  if (data) return data;
  const problems = error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((name) => unknown(name, issue.path))
      : [wrong(issue)],
  );
  throw new FixableError(
    `astro.config.mjs: ${problems.join(' ')}`,
    'All are described in src/integration/options.ts.',
  );
}

/** @param path where the name stands: at the top, or in `csp` */
function unknown(name: string, path: PropertyKey[]): string {
  const { shape } = path.length > 0 ? cspAdditions : schema;
  const known = new Map(Object.keys(shape).map((one) => [one, []]));
  const inside = [...path, ''].join('.');
  return `newsroom() has no option \`${inside}${name}\`: the nearest one is \`${inside}${nearest(name, known)}\`.`;
}

const wrong = ({ path, message }: z.core.$ZodIssue) =>
  `${path.length > 0 ? `The option \`${path.join('.')}\`` : 'What is given to newsroom()'} is not right: ${message}.`;
