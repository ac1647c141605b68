import type { Fault } from '../desk/fault.ts';
import type { Figure } from '../desk/schema/figure.ts';
import type { Article, Edition } from './edition.ts';

/**
 * The pictures of published stories that may not be shown any more.
 * @param now milliseconds since 1970
 */
export function expiredRights(
  { articles, dates }: Pick<Edition, 'articles' | 'dates'>,
  now: number,
): Fault[] {
  const published = articles.filter(({ withheld }) => !withheld);
  return published.flatMap(({ file, pictures }) =>
    pictures.flatMap(({ path, rights }) =>
      rights?.expires && rights.expires.at <= now
        ? {
            file,
            ...rights.place,
            problem: `The rights to the picture ${path} ran out on ${dates.long(rights.expires)}.`,
            mend: 'Replace the picture or take it out; or correct the date, if you may show it longer.',
          }
        : [],
    ),
  );
}

/** Whether a story's picture may be handed on to other sites and programs. */
export function maySyndicate({ pictures }: Pick<Article, 'pictures'>, figure: Figure): boolean {
  return pictures.find(({ path }) => path === figure.image)?.rights?.syndicate ?? true;
}
