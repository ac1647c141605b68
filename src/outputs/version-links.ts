import type { Edition, Story } from '../edition/model.ts';
import { versionsIn } from '../edition/versions.ts';

/** A page in one of its languages. */
export interface VersionLink {
  /** BCP 47, or `x-default` for readers of other languages. */
  hreflang: string;
  /** An absolute URL. */
  href: string;
}

/**
 * The pages of a story in all its languages, including itself, as search engines require on each of them
 * (https://developers.google.com/search/docs/specialty/international/localized-versions).
 * @returns an empty list if there is only one version
 */
export function versionLinks(story: Story, edition: Edition): VersionLink[] {
  const link = (hreflang: string, { address }: Story) => ({
    hreflang,
    href: edition.addresses.absolute(address),
  });
  const { versions, original } = versionsIn(edition, story);
  return [
    ...versions.map((version) => link(version.language, version)),
    ...(original ? [link('x-default', original)] : []),
  ];
}
