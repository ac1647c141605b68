/** A way to pass a story on, by the name that readers know. */
interface ShareLink {
  name: string;
  href: string;
}

/**
 * Links by which a reader passes a story on: an address each, with no script on either side of the click
 * but what the other site runs. The story’s address stands on a line of its own, so that it is neither
 * drawn into a headline that runs the other way nor taken for a part of it.
 *
 * - mail: RFC 6068, section 2
 * - Mastodon has no one site; its makers’ own page asks for the reader’s, and takes the text after the
 *   number sign, which no server is sent (https://blog.joinmastodon.org/2026/03/a-new-share-button)
 * - Bluesky: https://docs.bsky.app/docs/advanced-guides/intent-links
 * - WhatsApp: https://faq.whatsapp.com/5913398998672934
 * @param url the story’s whole address
 * @param mail what readers call e-mail
 */
export function shareLinks(headline: string, url: string, mail: string): ShareLink[] {
  // Not as a form’s fields: only there is a plus sign a space.
  const text = encodeURIComponent(`${headline}\n${url}`);
  const subject = encodeURIComponent(headline);
  return [
    { name: mail, href: `mailto:?subject=${subject}&body=${encodeURIComponent(url)}` },
    { name: 'Mastodon', href: `https://share.joinmastodon.org/#text=${text}` },
    { name: 'Bluesky', href: `https://bsky.app/intent/compose?text=${text}` },
    { name: 'WhatsApp', href: `https://wa.me/?text=${text}` },
  ];
}
