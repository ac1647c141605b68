import { execFileSync, spawnSync } from 'node:child_process';
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';

interface Step {
  id?: string;
  uses?: string;
  run?: string;
  with?: Record<string, unknown>;
  env?: Record<string, string>;
}
interface Job {
  permissions?: unknown;
  'timeout-minutes'?: number;
  'runs-on'?: string;
  steps?: Step[];
}
interface Workflow {
  on: Record<string, unknown>;
  permissions?: unknown;
  concurrency?: { group?: string };
  jobs: Record<string, Job>;
}

/** What each job may do with the token that GitHub hands it; nothing else. */
const permissions: Record<string, Record<string, string>> = {
  'codeql.yml analyze': { contents: 'read', 'security-events': 'write' },
  'release.yml build': { actions: 'read', contents: 'read' },
  'release.yml deploy': { pages: 'write', 'id-token': 'write' },
  'release.yml ping': { contents: 'read' },
  'release.yml record': { contents: 'write' },
  'test.yml packages': { contents: 'read' },
  'test.yml test': { contents: 'read' },
};

/** Events in which code of a stranger runs with rights of the repository. */
const dangerous = ['pull_request_target', 'workflow_run', 'issue_comment'];

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  scripts: Record<string, string>;
};

/** What speaks against a workflow, in a word or two each. */
function problemsOf(name: string, text: string): string[] {
  const { on, jobs, ...workflow } = parse(text) as Workflow;
  const steps = Object.values(jobs).flatMap((job) => job.steps ?? []);
  const checks: [string, boolean][] = [
    ['rights for all jobs', JSON.stringify(workflow.permissions) === '{}'],
    ['no concurrency', Boolean(workflow.concurrency?.group)],
    ...dangerous.map((event): [string, boolean] => [event, !(event in on)]),
    ...Object.entries(jobs).flatMap(([id, job]): [string, boolean][] => [
      [`rights of ${id}`, isSame(job.permissions, permissions[`${name} ${id}`])],
      [`no timeout of ${id}`, (job['timeout-minutes'] ?? 360) <= 30],
      [`runner of ${id}`, job['runs-on'] === 'ubuntu-24.04'],
    ]),
    ...text
      .split('\n')
      .filter((line) => /^\s*(?:- )?uses:/.test(line))
      .map((line): [string, boolean] => [
        `not pinned: ${line.trim()}`,
        /uses: [\w.-]+(?:\/[\w.-]+)+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line),
      ]),
    ...steps.flatMap(({ uses = '', run = '', with: inputs = {} }): [string, boolean][] => [
      [
        'credentials left',
        !uses.startsWith('actions/checkout@') || inputs['persist-credentials'] === false,
      ],
      // What stands in an expression would be read as shell; it comes by `env`.
      [`expression in “${run.trim()}”`, !run.includes('${{')],
      ...[...run.matchAll(/\bnpm run (?:--\S+ )*([\w-]+)/g)].map(
        ([, script = '']): [string, boolean] => [`no script ${script}`, script in scripts],
      ),
      ...[...run.matchAll(/(?:^|\s)(\.ci\/[\w-]+)/g)].map(([, file = '']): [string, boolean] => [
        `can’t run ${file}`,
        canRun(file),
      ]),
      [
        'dotfiles left behind',
        !uses.startsWith('actions/upload-pages-artifact@') ||
          inputs['include-hidden-files'] === true,
      ],
    ]),
  ];
  return checks.filter(([, isRight]) => !isRight).map(([problem]) => problem);
}

const isSame = (a: unknown, b: unknown) =>
  JSON.stringify(Object.entries(a ?? []).sort()) === JSON.stringify(Object.entries(b ?? []).sort());

function canRun(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

const folder = '.github/workflows';
const workflows = readdirSync(folder).map((name) => ({
  name,
  text: readFileSync(join(folder, name), 'utf8'),
}));
const textOf = (wanted: string) => workflows.find(({ name }) => name === wanted)?.text ?? '';

describe('a workflow', () => {
  it.each(workflows)('$name has no problem', ({ name, text }) => {
    expect(problemsOf(name, text)).toEqual([]);
  });

  it('is there for each job that has rights', () => {
    const jobs = workflows.flatMap(({ name, text }) =>
      Object.keys((parse(text) as Workflow).jobs).map((id) => `${name} ${id}`),
    );
    expect(jobs.sort()).toEqual(Object.keys(permissions).sort());
  });

  it.each([
    ['release.yml', 'permissions: {}', 'permissions: write-all', 'rights for all jobs'],
    ['release.yml', 'concurrency:\n  group: release\n', '', 'no concurrency'],
    ['release.yml', 'actions: read', 'actions: write', 'rights of build'],
    ['release.yml', 'pages: write', 'pages: write\n      contents: write', 'rights of deploy'],
    ['test.yml', '    permissions:\n      contents: read\n', '', 'rights of test'],
    ['test.yml', '  pull_request:', '  pull_request_target:', 'pull_request_target'],
    ['test.yml', '    timeout-minutes: 30\n', '', 'no timeout of test'],
    ['test.yml', 'ubuntu-24.04', 'ubuntu-latest', 'runner of test'],
    ['test.yml', 'persist-credentials: false', 'fetch-depth: 1', 'credentials left'],
    ['test.yml', ' # v7.0.1', '', /^not pinned: - uses: actions\/checkout@3d3c42e/],
    ['test.yml', /checkout@\w+/, 'checkout@v7.0.1', /^not pinned/],
    ['test.yml', /checkout@(\w{39})\w/, 'checkout@$1', /^not pinned/],
    [
      'test.yml',
      'run: npm ci',
      'run: echo ${{ github.event.pull_request.title }}',
      /^expression in “echo/,
    ],
    ['test.yml', 'run: .ci/run', 'run: .ci/walk', 'can’t run .ci/walk'],
    ['release.yml', 'run: npm run build', 'run: npm run built', 'no script built'],
    ['release.yml', 'contents: write', 'contents: read', 'rights of record'],
    ['release.yml', 'npm run --silent next-release', 'npm run --silent next', 'no script next'],
    ['release.yml', /include-hidden-files: true/, 'retention-days: 1', 'dotfiles left behind'],
  ])('%s would not pass without “%s”', (name, right, wrong, problem) => {
    const text = textOf(name);
    expect(text).not.toBe(text.replace(right, wrong));
    const found = problemsOf(name, text.replace(right, wrong));
    expect(found).toEqual([typeof problem === 'string' ? problem : expect.stringMatching(problem)]);
  });
});

it('all workflows use the same release of an action', () => {
  const pins = workflows.flatMap(({ text }) =>
    [...text.matchAll(/uses: ([\w-]+\/[\w-]+)\S*@(.*)/g)].map(([, action, pin]) => [action, pin]),
  );
  const perAction = Map.groupBy(pins, ([action]) => action);
  const mixed = [...perAction].filter(([, uses]) => new Set(uses.map(([, pin]) => pin)).size > 1);
  expect(perAction.size).toBeGreaterThan(5);
  expect(mixed).toEqual([]);
});

describe('a release', () => {
  const { on, jobs } = parse(textOf('release.yml')) as Workflow;
  const step = jobs.build?.steps?.find(({ id }) => id === 'due');
  const daily = step?.env?.DAILY ?? '';

  /** Runs the step that asks, where stand-ins answer for GitHub and the newsroom. */
  function asked(environment: { EVENT: string; CRON?: string; last?: string; next?: string }) {
    const bin = mkdtempSync(join(tmpdir(), 'release-'));
    const answering = (name: string, text: string) =>
      writeFileSync(join(bin, name), `#!/bin/sh\n${text}\n`, { mode: 0o755 });
    answering('gh', 'echo "$last"');
    answering('npm', 'test "$NEWSROOM_CLOCK" = "${last:-1970-01-01T00:00:00Z}" && echo "$next"');
    const GITHUB_OUTPUT = join(bin, 'output');
    const PATH = `${bin}:${process.env.PATH}`;
    const env = { last: '', next: '', CRON: '', DAILY: daily, ...environment };
    execFileSync('bash', ['-e', '-c', step?.run ?? ''], {
      env: { ...env, PATH, GITHUB_OUTPUT },
      stdio: 'ignore',
    });
    return readFileSync(GITHUB_OUTPUT, 'utf8').trim();
  }

  const [past, future] = ['2021-03-09T14:30:00.000Z', '2999-01-01T00:00:00.000Z'];
  it.each([
    ['of what is pushed', { EVENT: 'push', next: future }, 'yes'],
    ['that somebody asks for', { EVENT: 'workflow_dispatch' }, 'yes'],
    ['of what has come due', { EVENT: 'schedule', last: past, next: past }, 'yes'],
    ['the first time', { EVENT: 'schedule', next: past }, 'yes'],
    ['of what waits', { EVENT: 'schedule', last: past, next: future }, 'no'],
    ['of nothing', { EVENT: 'schedule', last: past }, 'no'],
    ['once a day', { EVENT: 'schedule', CRON: daily, last: past }, 'yes'],
  ])('%s: %o', (_, environment, due) => {
    expect(asked(environment)).toBe(`due=${due}`);
  });

  it('is made once a day', () => {
    expect(on.schedule).toContainEqual({ cron: daily });
  });
});

describe('what a release keeps', () => {
  const { jobs } = parse(textOf('release.yml')) as Workflow;
  const stepOf = (job: string, id: string) =>
    jobs[job]?.steps?.find((step) => step.id === id)?.run ?? '';
  const lines = (...days: number[]) => days.map((day) => `/2021/03/0${day}/a/ ${day}\n`).join('');
  const head = '# Every address\n';
  let folder = '';
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'release-'))));
  const at = (name: string) => join(folder, name);
  const bash = (script: string, environment: Record<string, string> = {}) =>
    spawnSync('bash', ['-e', '-c', script], {
      cwd: folder,
      env: { ...process.env, GITHUB_OUTPUT: at('output'), ...environment },
      encoding: 'utf8',
    });

  it('is nothing of the words that nobody may read yet', () => {
    const paths = Object.values(jobs)
      .flatMap((job) => job.steps ?? [])
      .flatMap(({ uses = '', with: inputs = {} }) =>
        uses.startsWith('actions/cache') ? String(inputs['path']).trim().split('\n') : [],
      );
    const kept = paths.map((path) => path.trim()).filter((path) => path.startsWith('.cache'));
    const kinds = /^type Kind = (.*);$/m.exec(readFileSync('src/files/store.ts', 'utf8'))![1]!;
    for (const [, kind] of kinds.matchAll(/'(\w+)'/g))
      expect([kind, kept.includes(`.cache/${kind}`)]).toEqual([kind, kind !== 'texts']);
    expect(kept.filter((path) => /^\.cache(?:\/texts.*|\/\*.*|\/?)$/.test(path))).toEqual([]);
  });

  it.each([
    ['one more', head + lines(1, 3), head + lines(1, 2, 3), lines(2)],
    ['the first', undefined, head + lines(1), lines(1)],
    ['none', head + lines(1), head + lines(1), ''],
    ['no lock file at all', undefined, undefined, ''],
  ])('is each address that is new: %s', (_, before, after, expected) => {
    mkdirSync(at('content'));
    const lock = at('content/addresses.lock');
    bash('git init --quiet && git config user.name a && git config user.email a@b.example');
    if (before !== undefined) writeFileSync(lock, before);
    writeFileSync(at('other'), '');
    bash('git add . && git commit --quiet --message a');
    if (after !== undefined) writeFileSync(lock, after);
    expect(bash(stepOf('build', 'addresses')).status).toBe(0);
    expect(readFileSync(at('new-addresses'), 'utf8')).toBe(expected);
    expect(existsSync(at('output'))).toBe(expected !== '');
  });

  /** Runs the step that commits, where a stand-in answers for GitHub, which refuses some commits. */
  function recorded(there: string | undefined, refused: number) {
    mkdirSync(at('bin'));
    const gh = `#!/bin/bash
case "$*" in
  *--method*) echo . >> tried; [ $(wc -l < tried) -gt ${refused} ] || { echo 'HTTP 409'; exit 1; }; cp commit.json committed ;;
  *raw*) cat there.api ;;
  *) [ -f there.api ] || { echo 'HTTP 404' >&2; exit 1; }; echo abc ;;
esac
`;
    writeFileSync(at('bin/gh'), gh, { mode: 0o755 });
    writeFileSync(at('bin/sleep'), '#!/bin/sh\n', { mode: 0o755 });
    writeFileSync(at('new-addresses'), lines(2));
    if (there !== undefined) writeFileSync(at('there.api'), there);
    const PATH = `${at('bin')}:${process.env.PATH}`;
    const environment = { PATH, GITHUB_REPOSITORY: 'a/b', BRANCH: 'main' };
    const { status, stdout } = bash(stepOf('record', 'record'), environment);
    const commit = existsSync(at('committed'))
      ? (JSON.parse(readFileSync(at('committed'), 'utf8')) as Record<string, string>)
      : undefined;
    const content = commit && Buffer.from(commit['content']!, 'base64').toString();
    return { status, stdout, content, commit };
  }

  it.each([
    [
      'beside those that are there, also when somebody pushes meanwhile',
      head + lines(1, 3),
      2,
      head + lines(1, 2, 3),
      'abc',
    ],
    ['where there was no file', undefined, 0, lines(2), undefined],
  ])('is committed %s', (_, there, refused, content, sha) => {
    const { status, commit, ...told } = recorded(there, refused);
    expect([status, told.content]).toEqual([0, content]);
    expect([commit?.['sha'], commit?.['branch']]).toEqual([sha, 'main']);
  });

  it('is committed once', () => {
    expect(recorded(head + lines(1, 2), 0)).toMatchObject({ status: 0, commit: undefined });
  });

  it('stops the release when it can’t be committed, and says what to do', () => {
    const { status, stdout } = recorded(head, 9);
    expect(status).toBe(1);
    expect(stdout).toMatch(
      /^::error::The new lines of content\/addresses\.lock could not be committed/,
    );
    expect(jobs['deploy']).toMatchObject({ needs: ['build', 'record'] });
  });
});

it('updates are asked for of all that is fetched', () => {
  const { updates } = parse(readFileSync('.github/dependabot.yml', 'utf8')) as {
    updates: { 'package-ecosystem': string; cooldown?: { 'default-days': number } }[];
  };
  expect(updates.map((update) => update['package-ecosystem'])).toEqual(['npm', 'github-actions']);
  expect(updates.every(({ cooldown }) => (cooldown?.['default-days'] ?? 0) >= 7)).toBe(true);
});
