import type { APIRoute } from 'astro';
import { newsroomClock } from '../../edition/clock.ts';
import { securityTxt, trustTxt } from '../../outputs/trust-files.ts';
import { getSite } from '../../site/site.ts';

/** Files for programs at well-known addresses (RFC 8615). */
export async function getStaticPaths() {
  const edition = await getSite();
  const files = { security: securityTxt(edition, newsroomClock()), trust: trustTxt(edition) };
  return Object.entries(files).flatMap(([file, text]) =>
    text === undefined ? [] : [{ params: { file }, props: { text } }],
  );
}

export const GET: APIRoute<{ text: string }> = ({ props: { text } }) => new Response(text);
