/** A link for sharing a story, with a name that readers know. */
interface ShareLink {
  name: string;
  href: string;
}

/**
 * Links with which readers share a story. They are plain addresses without scripts on this site. The
 * story’s address is on its own line, so that it is neither reordered in a right-to-left headline nor
 * taken for part of it.
 *
 * - mail: RFC 6068, section 2
 * - Mastodon has no central site. Its developers’ page asks for the reader’s server and reads the text
 * from the fragment, which is not sent to any server
 * (https://blog.joinmastodon.org/2026/03/a-new-share-button).
 * - Bluesky: https://docs.bsky.app/docs/advanced-guides/intent-links
 * - WhatsApp: https://faq.whatsapp.com/5913398998672934
 * @param url the story’s absolute URL
 * @param mail the word for email in the reader’s language
 */
export function shareLinks(headline: string, url: string, mail: string): ShareLink[] {
  // Not form encoding, because only there a plus sign is a space.
  const text = encodeURIComponent(`${headline}\n${url}`);
  const subject = encodeURIComponent(headline);
  return [
    { name: mail, href: `mailto:?subject=${subject}&body=${encodeURIComponent(url)}` },
    { name: 'Mastodon', href: `https://share.joinmastodon.org/#text=${text}` },
    { name: 'Bluesky', href: `https://bsky.app/intent/compose?text=${text}` },
    { name: 'WhatsApp', href: `https://wa.me/?text=${text}` },
  ];
}
