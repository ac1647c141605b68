import { HtmlValidate } from 'html-validate';
import { expect, it } from 'vitest';
import { archive, home, pagesOf } from '../sites.ts';

const judge = new HtmlValidate({
  extends: ['html-validate:standard'],
  rules: {
    // Headlines are as long as the news wants them.
    'long-title': 'off',
  },
});

it.each([home, archive])(
  'writes HTML as the standard has it on every page of $folder',
  async (site) => {
    for (const [path, html] of pagesOf(site)) {
      const { results } = await judge.validateString(html);
      const problems = results.flatMap(({ messages }) =>
        messages.map(({ line, column, message }) => `${path}:${line}:${column} ${message}`),
      );
      expect(problems).toEqual([]);
    }
  },
);
