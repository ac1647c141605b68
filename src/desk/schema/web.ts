import { z } from 'astro/zod';

/** A whole address on the web. */
export const webAddress = z.url({ protocol: /^https?$/, error: 'is not a web address' });

/** Pages elsewhere that are somebody’s own, such as accounts. */
export const profiles = z.array(webAddress).optional();
