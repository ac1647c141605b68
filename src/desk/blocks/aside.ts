import { blockKind } from './kind.ts';

export const aside = blockKind({
  name: 'aside',
  says: '**An aside** explains what the story only names, in paragraphs and lists:',
  example: `:::aside[What is the KSF?]
The Kosovo Security Force became a regular army two years ago.
:::`,
  title: true,
  attributes: {},
  set: ({ title, children, html }) => ({ type: 'aside', title, nodes: html(children) }),
});
