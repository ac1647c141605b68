type Line = [name: string, value: string];

/** A robots.txt as a crawler reads it that follows RFC 9309; paths as they are, without wildcards. */
export function readRobots(text: string) {
  const groups: { agents: string[]; rules: Line[] }[] = [];
  const sitemaps: string[] = [];
  let naming = false;
  for (const written of text.split(/\r\n?|\n/)) {
    const line = written.replace(/#.*/, '').trim();
    if (line === '') continue;
    const [, name = '', value = ''] = /^([A-Za-z-]+)\s*:\s*(.*)$/.exec(line) ?? [];
    if (name === '') throw new Error(`This is no line of robots.txt: ${line}`);
    const key = name.toLowerCase();
    if (key === 'sitemap') sitemaps.push(value);
    else if (key === 'user-agent') {
      if (!naming) groups.push({ agents: [], rules: [] });
      naming = true;
      groups.at(-1)!.agents.push(value.toLowerCase());
    } else {
      naming = false;
      groups.at(-1)!.rules.push([key, value]);
    }
  }
  /** The rules of the groups that name an agent, else of those for all (section 2.2.1). */
  const groupOf = (agent: string): Line[] => {
    const named = groups.filter(({ agents }) => agents.includes(agent.toLowerCase()));
    const chosen = named.length > 0 ? named : groups.filter(({ agents }) => agents.includes('*'));
    return chosen.flatMap(({ rules }) => rules);
  };
  /** The longest rule that fits decides, and of two as long the one that allows (section 2.2.2). */
  const mayRead = (agent: string, path: string): boolean => {
    const [best] = groupOf(agent)
      .filter(([name, value]) => /allow$/.test(name) && value !== '' && path.startsWith(value))
      .sort((a, b) => b[1].length - a[1].length || a[0].length - b[0].length);
    return best?.[0] !== 'disallow';
  };
  return { sitemaps, groupOf, mayRead };
}
