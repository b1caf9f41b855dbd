import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { startIdentityProvider } from '../../local/github/identity.ts'
import type { IdentityProvider } from '../../local/github/identity.ts'
import { must } from '../../local/machine/exec.ts'
import { runWorkflow } from '../../local/workflow/workflow.ts'
import type { WorkflowOptions, WorkflowRun } from '../../local/workflow/workflow.ts'
import { actionsOn } from '../../local/workflow/actions.ts'
import { dispatch, pullRequest, push, tagPush } from '../../local/workflow/event.ts'
import type { Event } from '../../local/workflow/event.ts'
import type { Pages } from '../../local/workflow/pages-actions.ts'
import { parseWorkflow } from '../../local/workflow/file/read.ts'
import { createGroups } from '../../local/workflow/groups.ts'
import type { Repository } from '../../local/workflow/repository.ts'
import { claimsOf } from '../../src/domain/identity/claims.ts'
import { temporaryFolder } from '../fakes/temporary-folder.ts'

let folder = ''
let provider: IdentityProvider
let sha = ''

beforeAll(async () => {
  provider = await startIdentityProvider()
  folder = temporaryFolder('workflow-test')
  const git = ['git', '-C', folder, '-c', 'user.name=Ada', '-c', 'user.email=ada@example.com'] as const
  await must(...git, 'init', '--quiet', '--initial-branch=main')
  await writeFile(join(folder, 'hello.txt'), 'hello\n')
  await must(...git, 'add', '--all')
  await must(...git, 'commit', '--quiet', '--message', 'First')
  sha = await must(...git, 'rev-parse', 'HEAD')
})
afterAll(() => provider.stop())

interface Ask extends Partial<WorkflowOptions> {
  readonly event?: Event
  readonly settings?: Partial<Repository>
  readonly trusted?: string
  readonly pages?: Pages
}

/** Runs a file that has, where nothing else is said, `on: push`. */
function go(
  text: string,
  { event = push(sha), settings = {}, trusted = '', pages = { artifact: undefined, site: undefined }, ...rest }: Ask = {},
): Promise<WorkflowRun> {
  const workflow = parseWorkflow(text.startsWith('on:') ? text : `on: push\n${text}`)
  const surroundings = {
    repository: folder,
    async assume(role: string, token: string) {
      const { sub } = claimsOf(token) ?? {}
      if (`${role} ${sub}` !== trusted) throw new Error(`${role} does not trust ${sub}`)
      return { AWS_ACCESS_KEY_ID: 'AKIAEXAMPLE' }
    },
    buildx: {},
    pages,
    inputs: () => ({}),
    building: {
      credentials: async () => ({ registry: 'registry.test', username: '', password: '' }),
      buildArgs: () => [],
      attest: async () => undefined,
    },
  }
  const repository = { name: 'octo-org/web', folder, groups: createGroups(), identity: provider.forJob, ...settings }
  return runWorkflow({ workflow, event, repository, actions: actionsOn(surroundings), ...rest })
}

const conclusions = ({ jobs }: WorkflowRun) => Object.fromEntries(Object.entries(jobs).map(([id, { conclusion }]) => [id, conclusion]))

/** Jobs in JSON, which is YAML: each with the script that it runs. */
const jobs = (all: Readonly<Record<string, object>>): string =>
  `jobs: ${JSON.stringify(Object.fromEntries(Object.entries(all).map(([id, job]) => [id, { 'runs-on': 'ubuntu-24.04', ...job }])))}`
const script = (run: string, more: object = {}) => ({ steps: [{ run, ...more }] })

describe('a push', () => {
  const started = async (on: string, event: Event) =>
    (await go(`on: { push: ${on} }\n${jobs({ one: script('echo "$GITHUB_REF_TYPE $GITHUB_REF_NAME"') })}`, { event })).jobs['one']?.log

  it.each<[string, string | undefined, string | undefined, string | undefined]>([
    ['{}', 'branch main', 'tag v1.4.0', 'tag latest'],
    ['{ branches: [main] }', 'branch main', undefined, undefined],
    ["{ tags: ['v*'] }", undefined, 'tag v1.4.0', undefined],
    ["{ branches: [main], tags: ['v*'] }", 'branch main', 'tag v1.4.0', undefined],
  ])('with %s starts for branches and tags as it says', async (on, ...expected) => {
    const logs = [await started(on, push(sha)), await started(on, tagPush(sha, 'v1.4.0')), await started(on, tagPush(sha, 'latest'))]
    expect(logs).toEqual(expected.map((words) => (words === undefined ? undefined : expect.stringContaining(words))))
  })
})

describe('jobs', () => {
  it('come in the order of their needs, and hand on their outputs', async () => {
    const run = await go(
      jobs({
        last: {
          needs: ['first', 'second'],
          ...script('echo "got $A and $B"', { env: { A: '${{ needs.first.outputs.word }}', B: '${{ needs.second.result }}' } }),
        },
        second: { needs: 'first', ...script('true') },
        first: { outputs: { word: '${{ steps.say.outputs.word }}' }, ...script('echo word=hi >> "$GITHUB_OUTPUT"', { id: 'say' }) },
      }),
    )
    expect(run.conclusion).toBe('success')
    expect(run.jobs['last']?.log).toContain('got hi and success')
  })

  it('are skipped behind one that failed, unless their condition asks for it', async () => {
    const run = await go(
      jobs({
        broken: script('exit 3'),
        next: { needs: 'broken', ...script('true') },
        afterNext: { needs: 'next', ...script('true') },
        alarm: { needs: 'next', if: 'failure()', ...script('true') },
        always: { needs: 'next', if: '${{ always() }}', ...script('true') },
        never: { needs: 'broken', if: "needs.broken.result == 'failure'", ...script('true') },
        apart: script('true'),
      }),
    )
    expect(run.conclusion).toBe('failure')
    expect(conclusions(run)).toEqual({
      broken: 'failure',
      next: 'skipped',
      afterNext: 'skipped',
      alarm: 'success',
      always: 'success',
      never: 'skipped',
      apart: 'success',
    })
  })

  it('end at their timeout', async () => {
    const steps = [{ run: 'sleep 60' }, { run: 'echo late' }, { if: 'always()', run: 'echo swept' }]
    const run = await go(jobs({ slow: { 'timeout-minutes': 0.005, steps } }))
    expect(conclusions(run)).toEqual({ slow: 'cancelled' })
    expect(run.jobs['slow']?.steps.map(({ conclusion }) => conclusion)).toEqual(['cancelled', 'skipped', 'success'])
  })

  it('lose an output that holds something masked', async () => {
    const run = await go(
      jobs({
        one: {
          outputs: { secret: '${{ steps.a.outputs.secret }}', open: 'yes' },
          ...script('echo "::add-mask::hunter2"\necho "secret=it is hunter2" | tee "$GITHUB_OUTPUT"', { id: 'a' }),
        },
      }),
    )
    expect(run.jobs['one']?.outputs).toEqual({ open: 'yes' })
    expect(run.jobs['one']?.log).toContain('secret=it is ***')
  })
})

describe('steps', () => {
  it.each([
    ['stop at the first that fails', [{ run: 'false' }, { run: 'true' }], ['failure', 'skipped'], 'failure'],
    ['go on if it may fail', [{ run: 'false', 'continue-on-error': true }, { run: 'true' }], ['success', 'success'], 'success'],
    [
      'have conditions',
      [{ run: 'false' }, { if: 'failure()', run: 'true' }, { if: 'success()', run: 'true' }],
      ['failure', 'success', 'skipped'],
      'failure',
    ],
    [
      'see what those before came to',
      [
        { id: 'a', run: 'true' },
        { if: "steps.a.outcome == 'success'", run: 'true' },
      ],
      ['success', 'success'],
      'success',
    ],
    ['may be switched off', [{ if: false, run: 'true' }], ['skipped'], 'success'],
    ['end at the first command that fails', [{ run: 'false\ntrue' }], ['failure'], 'failure'],
    [
      'see a failure in a pipe with bash only',
      [{ run: 'false | true' }, { shell: 'bash', run: 'false | true' }],
      ['success', 'failure'],
      'failure',
    ],
  ])('%s', async (_, steps, expected, conclusion) => {
    const run = await go(jobs({ only: { steps } }))
    expect(run.jobs['only']?.steps.map((step) => step.conclusion)).toEqual(expected)
    expect(run.conclusion).toBe(conclusion)
  })

  it('share variables, and the innermost counts', async () => {
    const text = `env: { A: workflow, B: workflow, C: workflow }\n${jobs({
      only: {
        env: { B: 'job', C: 'job' },
        steps: [
          { run: 'echo "D=later" >> "$GITHUB_ENV"' },
          { env: { C: 'step' }, run: 'echo "$A $B $C $D ${{ env.A }} ${{ env.C }}"; echo "# Seen" >> "$GITHUB_STEP_SUMMARY"' },
        ],
      },
    })}`
    const run = await go(text)
    expect(run.jobs['only']?.log).toContain('workflow job step later workflow step')
    expect(run.jobs['only']?.summary).toBe('# Seen\n')
  })
})

describe('expressions', () => {
  const HOSTILE = `'; touch pwned; echo "$(id)" \${{ github.token }} \`id\` #`

  it.each([
    ['${{ github.event_name }}-${{ github.ref }}', 'push-refs/heads/main'],
    ["${{ inputs.none || 'default' }}", 'default'],
    ["${{ 'a }} b' }}", 'a }} b'],
    ["${{ contains(github.ref, 'HEADS') && 'yes' || 'no' }}", 'yes'],
    ['${{ 1 == 1 }} ${{ vars.missing }}|', 'true |'],
    ["${{ format('{0}!', vars.WORD) }}", 'word!'],
  ])('%s', async (text, expected) => {
    const run = await go(jobs({ only: script('printf "<%s>" "$TEXT"', { env: { TEXT: text } }) }), { settings: { vars: { WORD: 'word' } } })
    expect(run.jobs['only']?.log).toContain(`<${expected}>`)
  })

  it('reach a script as they are by a variable, and are no part of its text', async () => {
    const event = pullRequest({ number: 7, sha, title: HOSTILE, from: 'octo-org/web', into: 'octo-org/web', branch: 'x' })
    const text = `on: pull_request\n${jobs({ only: script('printf "<%s>" "$TITLE"; ls', { env: { TITLE: '${{ github.event.pull_request.title }}' } }) })}`
    const { log } = (await go(text, { event })).jobs['only'] ?? {}
    expect(log).toContain(`<${HOSTILE}>`)
    expect(log).not.toContain('pwned\n')
  })

  it('become text of a script like on GitHub, so their author can run anything', async () => {
    const event = pullRequest({ number: 7, sha, title: "'; touch pwned #", from: 'octo-org/web', into: 'octo-org/web', branch: 'x' })
    const text = `on: pull_request\n${jobs({ only: script("echo '${{ github.event.pull_request.title }}'\nls") })}`
    expect((await go(text, { event })).jobs['only']?.log).toContain('pwned\n')
  })

  it.each([
    ['${{ github.ref', 'does not end'],
    ['${{ }}', 'empty expression'],
    ['${{ nobody.knows }}', "Unrecognized named-value: 'nobody'"],
    ["${{ hashFiles('a') }}", "Unrecognized function: 'hashFiles'"],
    ['${{ success() }}', "Unrecognized function: 'success'"],
  ])('%s is an error', async (text, message) => {
    await expect(go(jobs({ only: script('true', { env: { TEXT: text } }) }))).rejects.toThrow(message)
  })
})

describe('a workflow starts', () => {
  const ON =
    'on: { push: { branches: [main] }, pull_request: { types: [opened] }, workflow_dispatch: { inputs: { what: { type: choice, options: [a, b] }, sure: { type: boolean }, why: { required: true } } } }\n'
  const pull = { number: 1, sha: '', title: '', from: 'octo-org/web', into: 'octo-org/web', branch: 'x' }

  it.each([
    ['for a push to its branch', () => push(sha), 'success'],
    ['for no other branch', () => push(sha, 'other'), 'not started'],
    ['for a pull request', () => pullRequest({ ...pull, sha }), 'success'],
    ['for no other type of it', () => pullRequest({ ...pull, sha, action: 'synchronize' }), 'not started'],
    ['by hand', () => dispatch(sha, { why: 'so' }), 'success'],
  ])('%s', async (_, event, expected) => {
    expect((await go(ON + jobs({ only: script('true') }), { event: event() })).conclusion).toBe(expected)
  })

  it('with the inputs of a manual run, or their defaults', async () => {
    const steps = [{ if: '!inputs.sure', run: 'echo "$WHAT"', env: { WHAT: '${{ inputs.what }} because ${{ inputs.why }}' } }]
    const run = await go(`${ON}run-name: \${{ inputs.what }} by hand\n${jobs({ only: { steps } })}`, {
      event: dispatch(sha, { why: 'so' }),
    })
    expect(run.jobs['only']?.log).toContain('a because so')
    expect(run.title).toBe('a by hand')
  })

  it.each([
    [{ why: '' }, 'required'],
    [{ why: 'so', what: 'c' }, 'the input what cannot be c'],
    [{ why: 'so', else: 'x' }, 'no input else'],
  ])('not with %j', async (inputs, message) => {
    await expect(go(ON + jobs({ only: script('true') }), { event: dispatch(sha, inputs) })).rejects.toThrow(message)
  })
})

describe('permissions', () => {
  const AWS = { uses: 'aws-actions/configure-aws-credentials@v6', with: { 'role-to-assume': 'deployer', 'aws-region': 'us-east-1' } }
  const trusted = 'deployer repo:octo-org/web:environment:production'
  const job = { permissions: { 'id-token': 'write' }, environment: 'production', steps: [AWS, { run: 'echo "key $AWS_ACCESS_KEY_ID"' }] }

  it('give credentials to a job that its role trusts', async () => {
    expect((await go(jobs({ only: job }), { trusted })).jobs['only']?.log).toContain('key AKIAEXAMPLE')
  })

  it.each([
    ['without id-token: write', { ...job, permissions: {} }, undefined, 'lacks id-token: write'],
    ['in another environment', { ...job, environment: 'staging' }, undefined, 'does not trust repo:octo-org/web:environment:staging'],
    ['without an environment', { ...job, environment: undefined }, undefined, 'does not trust repo:octo-org/web:ref:refs/heads/main'],
    ['for a pull request from a fork', job, 'mallory/web', 'lacks id-token: write'],
  ])('give none %s', async (_, given, from, message) => {
    const event = from === undefined ? push(sha) : pullRequest({ number: 1, sha, title: '', from, into: 'octo-org/web', branch: 'x' })
    const run = await go(`on: [push, pull_request]\n${jobs({ only: given })}`, { event, trusted })
    expect(run.conclusion).toBe('failure')
    expect(run.jobs['only']?.log).toContain(message)
  })

  it('are those of the token', async () => {
    const asked: unknown[] = []
    const token = (permissions: object) => {
      asked.push(permissions)
      return 'token-1'
    }
    const text = jobs({
      a: { ...script('echo "<$TOKEN>" | rev', { env: { TOKEN: '${{ github.token }}' } }), permissions: { 'pull-requests': 'write' } },
    })
    expect((await go(text, { settings: { token } })).jobs['a']?.log).toContain('>1-nekot<')
    const from = pullRequest({ number: 1, sha, title: '', from: 'mallory/web', into: 'octo-org/web', branch: 'x' })
    await go(`on: pull_request\n${text}`, { settings: { token }, event: from })
    await go(jobs({ a: script('true') }), { settings: { token } })
    expect(asked).toEqual([{ 'pull-requests': 'write' }, { 'pull-requests': 'read' }, { contents: 'read', packages: 'read' }])
  })

  it('let a job check out only with contents: read', async () => {
    const steps = [{ uses: 'actions/checkout@v7' }, { run: 'cat hello.txt' }]
    const run = await go(`permissions: {}\n${jobs({ without: { steps }, with: { permissions: { contents: 'read' }, steps } })}`)
    expect(conclusions(run)).toEqual({ without: 'failure', with: 'success' })
  })
})

describe('an environment', () => {
  it('waits for its reviewer, who sees what the jobs before said', async () => {
    const asked: unknown[] = []
    const text = jobs({
      plan: script('echo "one change" >> "$GITHUB_STEP_SUMMARY"'),
      production: { needs: 'plan', environment: { name: 'production', url: 'https://${{ vars.NAME }}' }, ...script('true') },
    })
    const review = (verdict: 'approved' | 'rejected') => ({
      environments: { production: { vars: { NAME: 'example.com' }, review: (request: unknown) => (asked.push(request), verdict) } },
    })
    const yes = await go(text, { settings: review('approved') })
    expect(asked).toEqual([{ environment: 'production', job: 'production', summaries: { plan: 'one change\n' } }])
    expect(yes.jobs['production']).toMatchObject({ conclusion: 'success', url: 'https://example.com' })
    const no = await go(text, { settings: review('rejected') })
    expect(no.conclusion).toBe('failure')
    expect(no.jobs['production']?.steps).toEqual([])
  })

  it('keeps its secrets from the others', async () => {
    const say = script('[ "$TOKEN" = hunter2 ]', { env: { TOKEN: '${{ secrets.TOKEN }}' } })
    const run = await go(jobs({ inside: { environment: 'production', ...say }, outside: say }), {
      settings: { environments: { production: { secrets: { TOKEN: 'hunter2' } } } },
    })
    expect(conclusions(run)).toEqual({ inside: 'success', outside: 'failure' })
  })
})

describe('concurrency', () => {
  const text = (cancel: boolean) =>
    `concurrency: { group: 'Deploy-\${{ github.ref }}', cancel-in-progress: ${cancel} }\n${jobs({
      only: script('echo "$GITHUB_RUN_ID" >> "$LOG"; while [ ! -e "$LOG.go" ]; do sleep 0.05; done; echo "$GITHUB_RUN_ID" >> "$LOG"'),
    })}`

  it.each([
    [false, ['success', 'cancelled', 'success'], '1 1 3 3'],
    [true, ['cancelled', 'cancelled', 'success'], '1 3 3'],
  ])('lets one in at a time, and of those that wait the newest; cancelling: %s', async (cancel, expected, log) => {
    const file = join(folder, `log-${cancel}`)
    const settings = { groups: createGroups() }
    const begin = (runId: number) => go(text(cancel), { settings, runId, env: { LOG: file } })
    const first = begin(1)
    await must('bash', '-c', `until [ -s '${file}' ]; do sleep 0.05; done`)
    const others = [begin(2), begin(3)]
    // The second is out as soon as the third waits.
    await others[0]
    await writeFile(`${file}.go`, '')
    const ended = await Promise.all([first, ...others])
    expect(ended.map(({ conclusion }) => conclusion)).toEqual(expected)
    expect((await must('cat', file)).split('\n').join(' ')).toBe(log)
  })
})

describe('GitHub Pages', () => {
  const measure = {
    steps: [{ run: 'mkdir site && echo hello > site/index.html' }, { uses: 'actions/upload-pages-artifact@v4', with: { path: 'site' } }],
  }
  const publish = { needs: 'measure', steps: [{ id: 'pages', uses: 'actions/deploy-pages@v4' }] }

  it('shows what a job has handed over', async () => {
    const pages: Pages = { artifact: undefined, site: undefined }
    const run = await go(jobs({ measure, publish: { ...publish, permissions: { pages: 'write', 'id-token': 'write' } } }), { pages })
    expect(conclusions(run)).toEqual({ measure: 'success', publish: 'success' })
    expect(pages.site).toEqual({ 'index.html': 'hello\n' })
  })

  it.each([{ 'id-token': 'write' }, { pages: 'write' }, { pages: 'read', 'id-token': 'write' }])(
    'takes nothing of a job with %j',
    async (permissions) => {
      const run = await go(jobs({ measure, publish: { ...publish, permissions } }))
      expect(conclusions(run)).toEqual({ measure: 'success', publish: 'failure' })
    },
  )
})

describe('what is not known is an error', () => {
  it.each([
    ['on: release\njobs: {}', 'on: release is not known here'],
    ['on: { schedule: [{ cron: daily }] }\njobs: {}', 'on.schedule: daily is not known here'],
    ['on: push\nschedule: x\njobs: {}', 'schedule is not known here'],
    ['on: { push: { paths: [a] } }\njobs: {}', 'on.push: paths is not known here'],
    ['on: { push: { branches: ["release/*"] } }\njobs: {}', 'patterns of branches'],
    [jobs({ a: { strategy: {}, steps: [] } }), 'jobs.a: strategy is not known here'],
    [jobs({ a: { 'runs-on': 'windows-latest', steps: [] } }), 'runs-on is not known here'],
    [jobs({ a: { steps: [{ run: 'true', 'timeout-minutes': 1 }] } }), 'jobs.a.steps[0]: timeout-minutes is not known here'],
    [jobs({ a: script('true', { shell: 'pwsh' }) }), 'the shell pwsh is not known here'],
    [jobs({ a: { 'timeout-minutes': '${{ vars.MINUTES }}', ...script('true') } }), 'timeout-minutes: only a number is known here'],
    [jobs({ a: script('true', { 'continue-on-error': '${{ true }}' }) }), 'continue-on-error: only a boolean is known here'],
    [jobs({ a: { steps: [{ name: 'nothing' }] } }), 'either uses or run'],
    [jobs({ a: { needs: 'b', ...script('true') } }), 'needs b, which is no job'],
    [jobs({ a: { needs: 'b', ...script('true') }, b: { needs: 'a', ...script('true') } }), 'needs itself: a > b > a'],
    [jobs({ a: { steps: [{ uses: 'someone/else@v1' }] } }), 'an action that is not known here'],
    [jobs({ a: { steps: [{ uses: 'actions/checkout@main' }] } }), 'an action that is not known here'],
    [
      jobs({ a: { permissions: { contents: 'read' }, steps: [{ uses: 'actions/checkout@v7', with: { path: 'x' } }] } }),
      'the input path is not known here',
    ],
    [jobs({ a: { permissions: { everything: 'write' }, ...script('true') } }), 'not known here: everything: write'],
    [`permissions: write-all\n${jobs({ a: script('true') })}`, 'write-all is not known here'],
  ])('%s', async (text, message) => {
    await expect(async () => go(text)).rejects.toThrow(message)
  })
})
