import type { Problem } from '../desk/problem.ts';
import type { Edition, Story } from '../edition/model.ts';

/** An edition; of a preview with what is wrong in it. */
export interface ShownEdition extends Edition {
  /** In a preview: everything that would stop a build, and what is still missing in drafts. */
  problems?: Problem[];
}

/** What is published now, with what an editor should look at though nothing is refused for it. */
export interface News {
  edition: ShownEdition;
  /** Problems in drafts are the last of it. */
  warnings: Problem[];
}

/** What the parts of one build share. */
interface BuildContext {
  /** What Astro was started for; nothing while it is not at work. */
  command?: 'dev' | 'build' | 'preview' | 'sync';
  /** What a command of ours was asked for, with the folder as it was named. */
  asked?: { folder: string; record?: boolean; isSilent?: boolean };
  /** How Astro’s content collection asks for the news. */
  newsroom?: {
    contentFolder(): string;
    theEdition(): Promise<ShownEdition>;
    readAgain(): Promise<ShownEdition>;
    fileChanged(file: string, isNew: boolean): void;
    /** Tells the editor in the terminal what is wrong. */
    report?(problems: Problem[]): void;
    /** Says to pages, and to whoever looks at one, that the news has changed. */
    tell?(): void;
  };
  news?: Promise<News>;
  /** Whether Astro’s content collection has the pictures of the edition. */
  isCollected?: boolean;
  /** The pages and files that are reused from the last build, by their paths; see src/build/. */
  unchanged: Set<string>;
  /** Where not all are stale: the ids of the stories that stale pages show. */
  toRender?: Set<string>;
  /** A story as plain Markdown; known once Astro renders pages. */
  markdownOf?(story: Story): Promise<string>;
  /** Where recordings are published, by file, size and time of its last change: each is read once. */
  recordings: Map<string, Promise<string>>;
}

/**
 * The integration, Astro's content collection and Astro's pages are three module graphs in one process,
 * each with its own copy of every module; this is what they share, so that the content is read once
 * and all see the same edition.
 */
export const buildContext: BuildContext = ((
  globalThis as { newsroomBuildContext?: BuildContext }
).newsroomBuildContext ??= {
  unchanged: new Set(),
  recordings: new Map(),
});

/** Whether a page or a file has to be rendered in this build. */
export const isStale = (path: string) => !buildContext.unchanged.has(path);
