import { describe, expect, it } from 'vitest';
import type { Publication } from '../../src/desk/schema/publication.ts';
import { addressesFor } from '../../src/edition/addresses.ts';
import { robots } from '../../src/outputs/robots.ts';
import { readRobots } from '../standards/robots.ts';

const all: Publication['ai'][] = ['allow', 'search', 'refuse'];
const say = (ai: Publication['ai'], url = 'https://anh.example/') =>
  readRobots(robots({ ai }, addressesFor(url)));

describe('robots.txt says to', () => {
  it.each([
    ['Googlebot', [true, true, true]],
    ['bingbot', [true, true, true]],
    ['A-Feed-Reader', [true, true, true]],
    ['OAI-SearchBot', [true, true, false]],
    ['Claude-User', [true, true, false]],
    ['PerplexityBot', [true, true, false]],
    ['GPTBot', [true, false, false]],
    ['ClaudeBot', [true, false, false]],
    ['google-extended', [true, false, false]],
    ['CCBot', [true, false, false]],
  ])('%s whether it may read with ai: allow, search, refuse', (agent, expected) => {
    expect(all.map((ai) => say(ai).mayRead(agent, '/2021/03/09/troops/'))).toEqual(expected);
    expect(
      all.map((ai) => say(ai, 'https://anh.example/news/').mayRead(agent, '/news/tags/')),
    ).toEqual(expected);
  });
});

it('refuses nothing outside the path of the site', () => {
  expect(say('refuse', 'https://anh.example/news/').mayRead('GPTBot', '/shop/')).toBe(true);
});

it.each([
  ['allow', 'search=yes, ai-input=yes, ai-train=yes'],
  ['search', 'search=yes, ai-input=yes, ai-train=no'],
  ['refuse', 'search=yes, ai-input=no, ai-train=no'],
] as const)(
  'with ai: %s signals everybody else %s, and nothing for a whole host',
  (ai, signals) => {
    expect(say(ai).groupOf('Anybody')).toContainEqual(['content-signal', signals]);
    expect(say(ai, 'https://anh.example/news/').groupOf('Anybody')).toEqual([['allow', '/news/']]);
  },
);

it('names the sitemaps by their whole addresses', () => {
  expect(say('search', 'https://anh.example/news/').sitemaps).toEqual([
    'https://anh.example/news/sitemap.xml',
    'https://anh.example/news/sitemaps/news.xml',
  ]);
});
