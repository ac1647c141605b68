import type { Problem } from '../desk/problem.ts';
import type { Edition, Story } from '../edition/model.ts';

/** An edition; in a preview, with its problems. */
export interface ShownEdition extends Edition {
  /** In a preview: everything that would stop a build, and what is still missing in drafts. */
  problems?: Problem[];
}

/** The current edition, with warnings that an editor should see but that do not stop a build. */
export interface News {
  edition: ShownEdition;
  /** Problems in drafts come last. */
  warnings: Problem[];
}

/** State that the parts of one build share. */
interface BuildContext {
  /** The command for which Astro was started; undefined while Astro is not running. */
  command?: 'dev' | 'build' | 'preview' | 'sync';
  /** The options of one of our commands, with the folder as named by the user. */
  asked?: { folder: string; record?: boolean; isBrief?: boolean };
  /** How Astro’s content collection gets the news. */
  newsroom?: {
    contentFolder(): string;
    theEdition(): Promise<ShownEdition>;
    readAgain(): Promise<ShownEdition>;
    fileChanged(file: string, isNew: boolean): void;
    /** Reports problems to the editor in the terminal. */
    report?(problems: Problem[]): void;
    /** Notifies pages, and browsers that show one, that the news has changed. */
    tell?(): void;
  };
  news?: Promise<News>;
  /** Whether Astro’s content collection contains the pictures of the edition. */
  isCollected?: boolean;
  /** The paths of pages and files that are reused from the last build; see src/build/. */
  unchanged: Set<string>;
  /** In incremental builds: the ids of the stories on stale pages. */
  toRender?: Set<string>;
  /** A story as plain Markdown; available once Astro renders pages. */
  markdownOf?(story: Story): Promise<string>;
  /**
   * The published paths of recordings, by file, size and modification time, so that each is read once.
   */
  recordings: Map<string, Promise<string>>;
}

/**
 * The integration, Astro's content collection and Astro's pages are three module graphs in one process,
 * each with its own copy of every module. They share this state, so that the content is read once and all
 * see the same edition.
 */
export const buildContext: BuildContext = ((
  globalThis as { newsroomBuildContext?: BuildContext }
).newsroomBuildContext ??= {
  unchanged: new Set(),
  recordings: new Map(),
});

/** Whether a page or a file has to be rendered in this build. */
export const isStale = (path: string) => !buildContext.unchanged.has(path);
