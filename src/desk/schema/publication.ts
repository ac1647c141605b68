import { z } from 'astro/zod';
import { languageTag } from './language.ts';
import { text } from './text.ts';
import { profiles, webAddress } from './web.ts';

const knows = (find: () => unknown) => {
  try {
    return Boolean(find());
  } catch {
    return false;
  }
};

/** Hosts for which the build writes configuration files. */
export const hosts = [
  'netlify',
  'cloudflare',
  'vercel',
  'github-pages',
  's3',
  'nginx',
  'caddy',
  'apache',
  'container',
] as const;
export type Host = (typeof hosts)[number];

/** publication.yaml: who publishes, and where. */
export const publication = z.strictObject({
  name: text(100).meta({ description: 'The publication’s name.', examples: ['ANH'] }),
  description: text(300).meta({
    description: 'What it publishes, in a sentence; for feeds and search engines.',
    examples: ['News from ANH'],
  }),
  url: webAddress
    .refine((url) => !/[?#]/.test(url), { error: 'has a ? or # in it' })
    .transform((url) => (url.endsWith('/') ? url : `${url}/`))
    .meta({
      description:
        'The address of the front page. If it has a path, the whole site is below that path.',
      examples: ['https://anh.example/news/'],
    }),
  language: languageTag.meta({
    description:
      'The language of the site and of every story that does not name its own, as a BCP 47 tag.',
    examples: ['en-US'],
  }),
  timeZone: z
    .string()
    .refine((zone) => knows(() => new Intl.DateTimeFormat('en', { timeZone: zone })), {
      error: 'is not a time zone',
      params: { fix: 'Write its IANA name, such as Europe/Tirane or UTC.' },
    })
    .meta({
      description: 'The newsroom’s time zone: times are read and shown in it.',
      examples: ['Europe/Tirane'],
    }),
  contact: z
    .url({ protocol: /^(?:https|mailto)$/, error: 'is neither a mailto: nor an https: address' })
    .optional()
    .meta({
      description: 'Where readers can write to, and anyone who finds a problem with the site.',
      examples: ['mailto:newsroom@anh.example'],
    }),
  profiles: profiles.meta({
    description: 'The publication’s own pages elsewhere, such as social media accounts.',
    examples: ['[https://social.example/@anh]'],
  }),
  belongsTo: profiles.meta({
    description: 'Associations that it is a member of, by their web addresses; for trust.txt.',
  }),
  controlledBy: webAddress.optional().meta({
    description: 'Who owns or controls it, by web address; for trust.txt.',
  }),
  hub: webAddress.optional().meta({
    description:
      'The WebSub hub that tells subscribers about new stories at once; `npm run ping` notifies it after each deploy.',
    examples: ['https://hub.example/'],
  }),
  host: z
    .enum(hosts, { error: `must be one of ${hosts.join(', ')}` })
    .optional()
    .meta({
      description:
        'Where the site is hosted. The build writes that host’s configuration of headers, redirects and media types. `npm run host` writes it later, also for another host.',
      examples: ['netlify'],
    }),
  ai: z
    .enum(['allow', 'search', 'refuse'], { error: 'must be one of allow, search, refuse' })
    .default('search')
    .meta({
      description:
        'What AI programs may do with the content. allow: everything. search: find and quote stories for people, but not train on them. refuse: nothing.',
      examples: ['search'],
    }),
});

export type Publication = z.output<typeof publication>;
