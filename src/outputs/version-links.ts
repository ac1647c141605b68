import type { Edition, Story } from '../edition/model.ts';
import { versionsIn } from '../edition/versions.ts';

/** A page in one of its languages. */
export interface VersionLink {
  /** BCP 47, or `x-default` for who reads none of the others. */
  hreflang: string;
  /** Whole. */
  href: string;
}

/**
 * The pages of a story in all its languages, itself among them, as search engines want them told by
 * each (https://developers.google.com/search/docs/specialty/international/localized-versions).
 * @returns nothing where there is one version only
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
