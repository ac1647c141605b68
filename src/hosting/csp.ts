import { z } from 'astro/zod';

/**
 * Explains why a source cannot be added to a Content Security Policy; returns undefined if it can.
 * @param isData whether `data:` is allowed: a picture of this kind can run nothing
 */
function whyNot(source: string, isData: boolean): string | undefined {
  if (isData && source === 'data:') return undefined;
  const named = `“${source}”`;
  if (/unsafe-|^'?(?:nonce|strict-dynamic)/i.test(source))
    return `${named} would allow code that somebody put into a page; name an origin instead, such as https://cdn.example`;
  const host = source.replace(/^https:\/\/(?:\*\.)?/, '');
  const isOrigin =
    host !== source && URL.canParse(`https://${host}`) && new URL(`https://${host}`).host === host;
  // Without a dot, the source is a whole top-level domain, such as *.com.
  if (isOrigin && host.includes('.') && !host.includes('*')) return undefined;
  return `${named} is not an origin: write https:// and the host in small letters, with nothing behind it, such as https://cdn.example or https://*.cdn.example`;
}

const sources = (isData = false) =>
  z
    .array(
      z.string().superRefine((source, context) => {
        const message = whyNot(source, isData);
        if (message) context.addIssue({ code: 'custom', message });
      }),
    )
    .default([]);

/** The origins that an engineer adds to the Content Security Policy of pages: `https://cdn.example`. */
export const cspAdditions = z.strictObject({
  /** Origins from which scripts may request data. */
  connect: sources(),
  /** Origins to which forms may be sent. */
  form: sources(),
  /** Origins that frames may show. */
  frame: sources(),
  /** Origins of pictures; also `data:`, for pictures in the page itself. */
  img: sources(true),
  /** Origins of sound and video. */
  media: sources(),
  /** Origins of scripts, which have full control of the page. */
  script: sources(),
});

/** The checked additions. */
export type CspAdditions = z.output<typeof cspAdditions>;

/** No additions. */
export const noAdditions: CspAdditions = cspAdditions.parse({});

/** A Content Security Policy: the sources that each directive allows. */
export type Directives = Record<string, string[]>;

/** The directive of each addition. */
export const directiveOf: Record<keyof CspAdditions, string> = {
  connect: 'connect-src',
  form: 'form-action',
  frame: 'frame-src',
  img: 'img-src',
  media: 'media-src',
  script: 'script-src',
};

/** Whether a policy allows a source. */
export function allows(directives: Directives, directive: string, source: string): boolean {
  const allowed = directives[directive] ?? [];
  return allowed.some((one) =>
    one.includes('*.')
      ? source.startsWith('https://') && source.endsWith(one.slice('https://*'.length))
      : one === source,
  );
}
