/**
 * Ends the command with what an editor has to know: a refusal or an objection as it is, anything else in full.
 * @param code the exit code: 1 for something to mend in the content, 2 for anything else where a
 *   command tells the two apart
 */
export function fail(error: unknown, code = 1): never {
  const refused = error instanceof Error && ['Refusal', 'Objection'].includes(error.name);
  console.error(refused ? `\n${error.message}` : error);
  process.exit(code);
}
