import checkbox from '@inquirer/checkbox';
import input from '@inquirer/input';
import select from '@inquirer/select';
import { addressAdvice, fitsAddress } from '../desk/schema/address.ts';
import type { Term, Vocabulary } from '../desk/schema/vocabulary.ts';

/** What an editor says of a new story. */
export interface Answers {
  headline: string;
  standfirst: string | undefined;
  section: string;
  tags: string[];
  authors: string[];
  /** None is an empty text. */
  series: string | undefined;
  dateline: string | undefined;
}

/** Where the questions are put: the terminal, if not something else. */
type Terminal = NonNullable<Parameters<typeof input>[1]>;

/**
 * Asks in the terminal for what is not known yet, with the words of the vocabulary to choose from.
 * @throws {Error} of the name ExitPromptError when the editor breaks it off
 */
export async function ask(
  known: { [answer in keyof Answers]?: Answers[answer] | undefined },
  { sections, tags, authors, series }: Vocabulary,
  terminal?: Terminal,
): Promise<Answers> {
  const choices = (terms: Map<string, Term>, checked = false) =>
    [...terms].map(([value, { name }]) => ({ value, name, checked }));
  const write = (message: string, required: boolean) => input({ message, required }, terminal);
  const chooseOne = (message: string, terms: Map<string, Term>) =>
    select({ message, choices: choices(terms), pageSize: 12 }, terminal);
  const chooseSome = (message: string, terms: Map<string, Term>) =>
    checkbox(
      // Where there is only one, it is the one.
      { message, choices: choices(terms, terms.size === 1), required: true, pageSize: 12 },
      terminal,
    );
  return {
    headline: known.headline ?? (await write('Headline', true)),
    standfirst: known.standfirst ?? (await write('Standfirst (optional for now)', false)),
    section: known.section ?? (await chooseOne('Section', sections)),
    tags: known.tags ?? (await chooseSome('Tags', tags)),
    authors: known.authors ?? (await chooseSome('Authors', authors)),
    series: known.series ?? (series.size > 0 ? await chooseOne('Series', withNone(series)) : ''),
    dateline:
      known.dateline ?? (await write('Dateline, such as PRISTINA, Kosovo (or none)', false)),
  };
}

/** A vocabulary from which nothing may be chosen. */
function withNone(terms: Map<string, Term>): Map<string, Term> {
  return new Map([['', { name: 'None' }], ...terms]);
}

/** Asks for a story’s name in its address, where none can be made from the headline. */
export function askName(terminal?: Terminal): Promise<string> {
  const message = 'Name in the address, such as a-short-name';
  return input({ message, validate: (name) => fitsAddress(name) || addressAdvice }, terminal);
}
