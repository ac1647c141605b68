import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { write } from './generate.ts';

const shell = (body: string) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>{{ .Title }}</title><body>${body}</body></html>`;

/** A Hugo site as small as can be of the stories of a content folder: pages, lists and RSS. */
export function writeHugo(folder: string, content: string): void {
  write(
    join(folder, 'config.toml'),
    'baseURL = "https://anh.example/"\ntitle = "ANH"\n[taxonomies]\ntag = "tags"\n',
  );
  write(join(folder, 'layouts/_default/single.html'), shell('<h1>{{ .Title }}</h1>{{ .Content }}'));
  write(
    join(folder, 'layouts/_default/list.html'),
    shell(
      '<ul>{{ range (.Paginate .Pages 20).Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>',
    ),
  );
  const stories = readdirSync(join(content, 'articles'), { recursive: true, encoding: 'utf8' });
  for (const name of stories.filter((name) => name.endsWith('index.md'))) {
    const text = readFileSync(join(content, 'articles', name), 'utf8')
      .replace(/^headline:/m, 'title:')
      .replace(/^published:/m, 'date:');
    write(join(folder, 'content/posts', `${basename(dirname(name))}.md`), text);
  }
}
