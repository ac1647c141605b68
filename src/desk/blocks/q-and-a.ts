import type { PhrasingContent, RootContent } from 'mdast';
import { blockKind } from './kind.ts';
import { setLine } from './list.ts';

export const questions = blockKind({
  name: 'q-and-a',
  says: '**Questions and answers**; each question is a line in bold, or a heading:',
  example: `:::q-and-a
**Where will they serve?**

In Kuwait; where exactly was not made public.

**For how long?**

Six months.
:::`,
  holds: 'questions',
  attributes: {},
  set(written) {
    const { children, html, report } = written;
    const rounds: { asked: RootContent; question: PhrasingContent[]; answer: RootContent[] }[] = [];
    for (const child of children) {
      const question = questionOf(child);
      if (question) rounds.push({ asked: child, question, answer: [] });
      else if (rounds.length > 0) rounds.at(-1)!.answer.push(child);
      else
        report(
          child,
          'This text is before the first question.',
          'Write a question in bold above it: **Why?**',
        );
    }
    for (const { asked, answer } of rounds)
      if (answer.length === 0)
        report(
          asked,
          'This question has no answer.',
          'Write the answer below, or remove the question.',
        );
    return {
      type: 'q-and-a',
      pairs: rounds.map(({ question, answer }) => ({
        head: setLine(written, question),
        nodes: html(answer),
      })),
    };
  },
});

/** The words of a question: a heading, or a paragraph that is entirely in bold. */
function questionOf(node: RootContent): PhrasingContent[] | undefined {
  if (node.type === 'heading') return node.children;
  if (node.type !== 'paragraph' || node.children.length !== 1) return undefined;
  const [strong] = node.children;
  return strong?.type === 'strong' ? strong.children : undefined;
}
