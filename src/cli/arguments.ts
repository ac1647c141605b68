import { parseArgs, type ParseArgsConfig } from 'node:util';
import { nearest } from '../desk/nearest.ts';
import { visibleLines } from '../desk/visible.ts';
import { fail } from './fail.ts';

type Config = Pick<ParseArgsConfig, 'options' | 'allowPositionals'>;
type Options = NonNullable<Config['options']>;

/**
 * Reads a command’s arguments. Prints the usage and ends with 0 when asked for `--help`; says what
 * is wrong and ends with 2 when an argument is unknown or has no value. From then on an error that nobody
 * catches ends the command as `fail()` does.
 * @param usage what `--help` prints
 */
export function readArguments<const Given extends Config>(config: Given, usage: string) {
  const words = process.argv.slice(2);
  const { problem, isHelp } = lookAt(words, config);
  if (problem !== undefined) misused(problem);
  if (isHelp) {
    console.log(usage);
    process.exit(0);
  }
  process.on('uncaughtException', (error: NodeJS.ErrnoException) => {
    // Who read what is printed has read enough, as `head` does.
    if (error.code === 'EPIPE') process.exit();
    fail(error);
  });
  return parseArgs({ strict: true, args: words, ...config });
}

/** What is wrong with a command’s words, in ours, if anything is; and whether they ask for help. */
export function lookAt(
  words: string[],
  config: Config,
): { problem?: string | undefined; isHelp: boolean } {
  const options: Options = { ...config.options, help: { type: 'boolean', short: 'h' } };
  const { values, tokens } = parseArgs({ args: words, options, strict: false, tokens: true });
  const problems = tokens.map((token) => {
    if (token.kind === 'option') return problemWith(token, options);
    if (token.kind === 'positional' && !config.allowPositionals)
      return `“${token.value}” is not expected: this command takes only flags.`;
    return undefined;
  });
  return {
    problem: problems.find((problem) => problem !== undefined),
    isHelp: values['help'] === true,
  };
}

interface OptionToken {
  name: string;
  /** As it was written. */
  rawName: string;
  value?: string | undefined;
  /** Whether the value was written behind an equals sign. */
  inlineValue?: boolean | undefined;
}

function problemWith(
  { name, rawName, value, inlineValue }: OptionToken,
  options: Options,
): string | undefined {
  const option = Object.hasOwn(options, name) ? options[name] : undefined;
  if (!option) {
    const near = nearest(name, new Map(Object.keys(options).map((known) => [known, []])));
    return `There is no flag ${rawName}. The nearest one is --${near}.`;
  }
  if (option.type === 'boolean' && value !== undefined)
    return `${rawName} takes no value, but got “${value}”.`;
  if (option.type === 'string' && (value === undefined || (!inlineValue && /^-./.test(value))))
    return `${rawName} needs a value. Write one that begins with a dash as ${rawName}=-value.`;
  return undefined;
}

/** Ends a command that was called wrongly. */
export function misused(problem: string): never {
  console.error(`${visibleLines(problem)}\nAdd --help for usage.`);
  process.exit(2);
}
