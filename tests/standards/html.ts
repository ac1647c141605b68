import { loadTool, missingTool } from '../tools/tools.ts';

/** The class of html-validate, as far as it is used. */
interface Judge {
  HtmlValidate: new (settings: object) => {
    validateString(html: string): Promise<{
      results: { messages: { line: number; column: number; message: string }[] }[];
    }>;
  };
}

/** Why HTML is not checked on this machine, or an empty text. */
export const lacking = missingTool('html-validate');

/** What is wrong with HTML by the standard’s rules, with line and column. */
export const problemsOf = lacking ? async () => [] : await judge();

async function judge() {
  const { HtmlValidate } = await loadTool<Judge>('html-validate');
  const judge = new HtmlValidate({
    extends: ['html-validate:standard'],
    rules: {
      // Headlines are as long as the news wants them.
      'long-title': 'off',
    },
  });
  return async (html: string): Promise<string[]> => {
    const { results } = await judge.validateString(html);
    return results.flatMap(({ messages }) =>
      messages.map(({ line, column, message }) => `${line}:${column} ${message}`),
    );
  };
}
