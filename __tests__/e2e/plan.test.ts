import { describe, expect } from '@jest/globals'
import { startGitHub } from '../../local/github/server.ts'
import type { GitHub } from '../../local/github/server.ts'
import { inventory } from '../../local/inventory.ts'
import type { ActionRun } from '../../local/runner/runner.ts'
import { ACCOUNT, setupTemplate } from '../iam/template.ts'
import type { Statement } from '../iam/template.ts'
import { ended, errorOf, openBed, visit } from './support/test-bed.ts'
import type { Bed } from './support/test-bed.ts'
import { atEnd, beforeEach, given, it } from './support/test.ts'
import { short } from '../fakes/short-commit.ts'
import { repositoryIn } from '../fakes/repository.ts'

/** Stand where values are, and must be found nowhere else. */
const VALUES = ['sentinel-old-value', 'sentinel-new-value', 'sentinel-argument', 'sentinel-path']
const HOSTILE = 'Third: $(id) | <b>bold</b> @acme/all ![x](http://evil.example/x) --> `'
const ENV = 'STAYS=sentinel-old-value\nCHANGES=sentinel-old-value\nGOES=sentinel-old-value'
const NEXT_ENV = `STAYS=sentinel-old-value\nCHANGES=sentinel-new-value\nCOMES=sentinel-new-value\nconstructor=sentinel-new-value`
const PULL_REQUEST = { GITHUB_REF: 'refs/pull/7/merge' }

let bed: Bed
let github: GitHub
let commits: string[]

const empty = given(async () => {
  bed = await openBed()
  commits = await repositoryIn(bed.workspace, ['First', 'Second', HOSTILE], () => bed.commit())
  github = await startGitHub(bed.workspace, 'the-token', { readOnlyToken: 'of-a-fork' })
  atEnd(() => github.stop())
})

/** The first commit serves, by its plan. */
const live = given(async () => {
  await empty()
  const planned = await act('plan', 0)
  const run = ended(await act('deploy', 0, { 'plan-hash': hashOf(planned) }), 'deployed')
  return { planned, run }
})

/** A later one serves, by whatever way. */
async function movedOn(): Promise<void> {
  const { run } = await live()
  if ((await visit(run.outputs['url'] ?? '')) === short(commits[0])) ended(await act('deploy', 1), 'deployed')
}

/** Runs a command on the nth commit. */
function act(command: string, at: number, inputs: Record<string, string> = {}, env: Record<string, string> = {}): Promise<ActionRun> {
  const sha = commits[at] ?? ''
  const built = inputs['image'] === undefined && { 'build-args': `BASE=${bed.cloud.baseImage}\nVERSION=${short(sha)}` }
  const usual = { command, 'github-token': 'the-token', ...built, env: ENV }
  return bed.act({ ...usual, ...inputs }, { sha, env: { GITHUB_API_URL: github.url, ...env } })
}

/** Names of the AWS calls that the runner has made so far. */
const operations = async () => (await bed.calls()).map(({ service, operation }) => `${service}:${operation}`)
const changes = (operation: string) => !/^\w+:(BatchGet|Describe|Get|List)/.test(operation)
/** The AWS calls that the planner's role allows. */
const ALLOWED = setupTemplate({
  GitHubOrg: 'acme',
  GitHubRepository: 'web',
  Service: 'web',
  Planner: 'create',
}).PlannerRole.Properties.Policies[0].PolicyDocument.Statement.flatMap(({ Action }: Statement) => Action)
const planOf = (run: ActionRun) => JSON.parse(run.outputs['plan'] ?? '')
/** As the release record has it. */
async function liveImage(): Promise<string> {
  const { Parameter } = (await bed.cloud.observe('ssm', 'GetParameter', { Name: '/docker-to-ec2/web/production/release' })) as {
    Parameter: { Value: string }
  }
  return JSON.parse(Parameter.Value).image
}
/** As somebody would by hand who owns the account. */
async function giveRepositoryTo(environment: string): Promise<void> {
  const resourceArn = `arn:aws:ecr:us-east-1:${ACCOUNT}:repository/web/production`
  await bed.cloud.observe('ecr', 'TagResource', { resourceArn, tags: [{ Key: 'docker-to-ec2:environment', Value: environment }] })
}
const hashOf = (run: ActionRun) => run.outputs['plan-hash'] ?? ''

describe('from nothing', () => {
  it('a plan lists what would be created, with its cost, and changes nothing', async () => {
    await empty()
    const before = await inventory(bed.cloud)
    const called = await operations()
    const run = ended(await act('plan', 0), 'planned')
    expect(await inventory(bed.cloud)).toEqual(before)
    const own = (await operations()).slice(called.length)
    expect(ALLOWED).toEqual(expect.arrayContaining(own.filter((call) => call !== 'sts:GetCallerIdentity')))
    expect(own).toContain('ec2:DescribeInstances')
    expect(own.filter(changes)).toEqual([])
    expect(planOf(run)).toMatchObject({
      verdict: 'changes',
      hosts: [{ action: 'launch' }],
      image: { kind: 'build', repository: 'web/production', newRepository: true },
      release: { name: '', commit: commits[0] },
      live: null,
      configuration: { kind: 'named', env: { added: ['CHANGES', 'GOES', 'STAYS'], changed: [], removed: [] } },
      proxy: 'start',
    })
    const actions = planOf(run).resources.map(({ action, what }: { action: string; what: string }) => `${action} ${what.split(' ')[0]}`)
    expect(actions).toEqual(['create instance', 'create encrypted', 'create role', 'create security', 'create Elastic', 'create ECR'])
    expect(run.summary).toContain('| Cost | about <span>$</span>20 a month: instance t3.small <span>$</span>15, ')
    expect(planOf(run).cost).toMatchObject({ monthlyUsd: 20.11, cheaper: { instanceType: 't3a.small' } })
  })

  it("a deploy with the plan's hash carries it out", async () => {
    const { planned, run } = await live()
    expect(await visit(run.outputs['url'] ?? '')).toBe(short(commits[0]))
    const created = (await inventory(bed.cloud)).map((line) => line.split(' ')[0])
    expect(created).toEqual(
      expect.arrayContaining(['instance', 'volume', 'role', 'instance-profile', 'security-group', 'address', 'repository']),
    )
    ended(await act('deploy', 0, { 'plan-hash': hashOf(planned) }), 'unchanged')
  })

  it('afterwards there is nothing to do', async () => {
    await live()
    const run = ended(await act('plan', 0), 'planned')
    expect(planOf(run)).toMatchObject({ verdict: 'unchanged', configuration: { kind: 'unchanged' }, proxy: 'none' })
    expect(run.summary).toContain('deploy would change nothing')
  })
})

describe('on a live service', () => {
  beforeEach(live)

  it.each<[string, Record<string, string>, string, object]>([
    ['an image that is there', {}, 'planned', { image: { kind: 'tagged' } }],
    ['a given image', { image: 'IMAGE' }, 'planned', { image: { kind: 'given' }, verdict: 'unchanged' }],
    [
      'another port',
      { 'http-port': '8000' },
      'planned',
      { proxy: 'reload', configuration: { inputs: [{ name: 'http-port', before: '80', after: '8000' }] } },
    ],
    ['another type of host', { 'instance-type': 't3.medium' }, 'refused', { hosts: [], image: { kind: 'unknown' } }],
    [
      'another type of host, with allow-replacement',
      { 'instance-type': 't3.medium', 'allow-replacement': 'true' },
      'planned',
      { hosts: [{ action: 'replace' }], proxy: 'start' },
    ],
  ])('plans %s', async (_, inputs, outcome, expected) => {
    const image = inputs['image'] === undefined ? {} : { image: await liveImage() }
    const run = ended(await act('plan', 0, { ...inputs, ...image }), outcome, outcome === 'refused' ? 'refused' : '')
    expect(planOf(run)).toMatchObject(expected)
  })

  const changed = { env: NEXT_ENV, args: 'sentinel-argument', 'health-path': '/?sentinel-path', memory: '256m', 'plan-comment': 'true' }

  it('names what changes, without any value', async () => {
    const run = ended(await act('plan', 2, changed, PULL_REQUEST), 'planned')
    expect(planOf(run)).toMatchObject({
      release: { relation: 'ahead', commits: 2 },
      image: { kind: 'build', newRepository: false },
      configuration: {
        env: { added: ['COMES', 'constructor'], changed: ['CHANGES'], removed: ['GOES'] },
        inputs: [{ name: 'args' }, { name: 'health-path' }, { name: 'memory', before: '', after: '256m' }],
      },
    })
    expect(github.comments).toHaveLength(1)
    const everything = [run.stdout, run.stderr, run.summary, JSON.stringify(run.outputs), JSON.stringify(github.comments)].join('\n')
    expect(VALUES.filter((value) => everything.includes(value))).toEqual([])
    expect(everything).toContain('COMES')
    const record = JSON.stringify(await bed.cloud.observe('ssm', 'GetParameter', { Name: '/docker-to-ec2/web/production/release' }))
    expect(VALUES.filter((value) => record.includes(value))).toEqual([])
    expect(record).toContain('STAYS')
  })

  it('a hostile commit title is plain text in summary and comment', async () => {
    const { summary } = ended(await act('plan', 2, changed, PULL_REQUEST), 'planned')
    for (const text of [summary, github.comments[0]?.body ?? '']) {
      expect(text).toContain('Third: <span>$</span>&#40;id&#41; &#124; &lt;b&gt;bold&lt;/b&gt; &#64;<!-- -->acme/all')
      expect(text).not.toContain('<b>')
      expect(text).not.toContain('@acme')
    }
  })

  it('the comment is updated instead of repeated, and a similar one of a stranger is left alone', async () => {
    if (github.comments.length === 0) ended(await act('plan', 2, changed, PULL_REQUEST), 'planned')
    const [first] = github.comments
    const before = first?.body ?? ''
    github.comments.unshift({
      ...first!,
      id: 99,
      login: 'eve',
      type: 'User',
      association: 'NONE',
      body: `${before.split('\n')[0]}\nAll is well`,
    })
    ended(await act('plan', 1, { 'plan-comment': 'true' }, PULL_REQUEST), 'planned')
    expect(github.comments.map(({ login }) => login)).toEqual(['eve', 'github-actions[bot]'])
    expect(github.comments[0]?.body).toContain('All is well')
    expect(first?.body).not.toBe(before)
    expect(first?.body).toContain(commits[1])
  })

  it.each<[string, Record<string, string>, Record<string, string>, string]>([
    ['of a fork, whose token may only read', { 'github-token': 'of-a-fork' }, PULL_REQUEST, 'Resource not accessible by integration'],
    ['without a pull request', {}, { GITHUB_REF: 'refs/heads/main' }, 'does not belong to a pull request'],
  ])('in a run %s, the comment is a warning', async (_, inputs, env, words) => {
    const count = github.comments.length
    const run = ended(await act('plan', 1, { 'plan-comment': 'true', ...inputs }, env), 'planned')
    expect(run.annotations.map(({ level, message }) => `${level} ${message}`).join()).toMatch(
      new RegExp(`^warning plan-comment: .*${words}`),
    )
    expect(github.comments).toHaveLength(count)
    expect(hashOf(run)).not.toBe('')
  })
})

describe('an approval', () => {
  beforeEach(live)

  it('is void if another release is live meanwhile, and the refusal names it', async () => {
    const planned = await act('plan', 2)
    const other = ended(await act('deploy', 1, {}, { GITHUB_RUN_ID: '41', GITHUB_ACTOR: 'grace' }), 'deployed')
    const called = await operations()
    const run = ended(await act('deploy', 2, { 'plan-hash': hashOf(planned) }), 'refused', 'plan-changed')
    const message = errorOf(run) ?? ''
    expect(message).toContain(
      `approved over ${planned.outputs['previous-release']}; now ${other.outputs['release']} serves, deployed by grace in`,
    )
    expect(message).toContain('/actions/runs/41')
    expect(message).not.toContain('the commit')
    expect((await operations()).slice(called.length).filter(changes)).toEqual([])
    expect(await visit(other.outputs['url'] ?? '')).toBe(short(commits[1]))
  })

  it('is valid if another run of the commit has built its image meanwhile, but not for another configuration', async () => {
    const planned = await act('plan', 2)
    const staging = ended(await act('deploy', 2, { env: 'OTHER=1', 'plan-hash': hashOf(planned) }), 'refused', 'plan-changed')
    expect(errorOf(staging)).toContain('the configuration')
    await giveRepositoryTo('staging')
    ended(await act('deploy', 2, { environment: 'staging', repository: 'web/production' }), 'deployed')
    await giveRepositoryTo('production')
    ended(await act('deploy', 2, { 'plan-hash': hashOf(planned) }), 'deployed')
  })

  it('is refused for an older commit, which deploy would refuse, too', async () => {
    await movedOn()
    const run = ended(await act('plan', 0), 'refused', 'refused')
    expect(run.code).toBe(1)
    expect(hashOf(run)).toBe('')
    expect(planOf(run)).toMatchObject({ verdict: 'refused', release: { relation: 'behind' } })
    expect(run.summary).toContain('which is older')
    const deploy = ended(await act('deploy', 0, { 'plan-hash': hashOf(run) }), 'refused', 'inputs')
    expect(errorOf(deploy)).toContain('plan-hash: got nothing')
  })
})
