import { parseArgs, type ParseArgsConfig } from 'node:util';

/**
 * Reads a command’s arguments. Prints the usage and ends with 0 when asked for `--help`; says what
 * is wrong and ends with 2 when an argument is unknown or has no value.
 * @param usage what `--help` prints
 */
export function readArguments<
  const Config extends Pick<ParseArgsConfig, 'options' | 'allowPositionals'>,
>(config: Config, usage: string) {
  try {
    const options = { help: { type: 'boolean', short: 'h' } } as const;
    const { values } = parseArgs({ options, strict: false });
    if (values.help) {
      console.log(usage);
      process.exit(0);
    }
    return parseArgs({ strict: true, ...config });
  } catch (error) {
    return misused(error instanceof Error ? error.message : String(error));
  }
}

/** Ends a command that was called wrongly. */
export function misused(problem: string): never {
  console.error(`${problem}\nAdd --help to see how it is used.`);
  process.exit(2);
}
