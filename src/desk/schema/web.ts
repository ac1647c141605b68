import { z } from 'astro/zod';

/** A full web address. */
export const webAddress = z.url({ protocol: /^https?$/, error: 'is not a web address' });

/** Somebody’s own pages elsewhere, such as social media accounts. */
export const profiles = z.array(webAddress).optional();
