import { join } from 'node:path';
import { write } from './generate.ts';

/** What stands at the head of a draft that nobody has finished, and says so in each of its words. */
const head = (fields: string) => `---
headline: Zyxdraft with gaps
section: military
authors: [zyxauthor]
published: 2026-11-02
draft: true
${fields}---
`;

/**
 * Writes drafts with every sort of problem into a content folder, and files that are no content: none of them
 * may stop a build or be seen in it.
 * @param id of a story that is published
 */
export function writeUnfinished(folder: string, id: string): void {
  const text =
    'Zyxdraft <b>text</b>, [a link](/zyxdraft/).\n\n![A zyxpicture](zyxpicture.jpg "Zyxdraft. (Zyxdraft/ANH)")\n';
  const drafts = {
    gaps: `${head('id:\nstandfirst:\ntags: [zyxtopic, zyxnone]\n')}`,
    text: head('standfirst: Zyxdraft.\ntags: [zyxtopic]\n') + text,
    yaml: head('standfirst: "Zyxdraft\ntags: [zyxtopic\n') + text,
    half: head('standfirst: Zyxdraft').replace(/---\n$/, ''),
    merge: head('standfirst: Zyxdraft.\n') + `<<<<<<< HEAD\n${text}=======\n>>>>>>> zyxdraft\n`,
    copy:
      head(`id: ${id}\nstandfirst: Zyxdraft.\ntags: [zyxtopic]\nformerly: [/2026/11/19/long/]\n`) +
      text,
  };
  for (const [name, text] of Object.entries(drafts))
    write(join(folder, 'articles/2026/11', `zyxdraft-${name}/index.md`), text);
  const published = head('standfirst: Zyxdraft.\ntags: [zyxtopic]\n').replace('draft: true\n', '');
  for (const name of [
    'articles/.zyxdraft/trash/index.md',
    'articles/2026/11/long/._zyxdraft.md',
    'articles/~zyxdraft/index.md',
    'articles/README.md',
    'pages/README.md',
    'pages/.zyxdraft.md',
    'authors/._zyxdraft.yaml',
  ])
    write(join(folder, name), published + text);
}
