import { describe, expect } from '@jest/globals'
import { endJob, startJob } from '../../local/github/deployments.ts'
import { startGitHub } from '../../local/github/server.ts'
import type { GitHub, Trouble } from '../../local/github/server.ts'
import { stretched } from '../../local/machine/patience.ts'
import type { ActionRun } from '../../local/runner/runner.ts'
import { toldDeployment } from '../fakes/told-deployment.ts'
import { running } from './support/on-host.ts'
import { reached } from './support/reached.ts'
import { ended, openBed } from './support/test-bed.ts'
import type { ActOptions, Bed } from './support/test-bed.ts'
import { atEnd, beforeEach, given, it } from './support/test.ts'
import { repositoryIn } from '../fakes/repository.ts'

let bed: Bed
let github: GitHub
let sha: string
let runId = 0
let good: ActionRun

/** A release that serves, and was recorded by run 1. */
const served = given(async () => {
  bed = await openBed()
  const [first = ''] = await repositoryIn(bed.workspace, ['First'])
  sha = first
  github = await startGitHub(bed.workspace, 'the-token', { readOnlyToken: 'read-only' })
  atEnd(() => github.stop())
  good = ended(await act(), 'deployed')
  return github.deployments.length
})

beforeEach(async () => {
  await served()
  github.trouble = () => undefined
})

const runUrl = (id: number): string => `https://github.com/acme/web/actions/runs/${id}`

function act(inputs: Record<string, string | undefined> = {}, options: ActOptions = {}): Promise<ActionRun> {
  runId += 1
  const env = { GITHUB_API_URL: github.url, GITHUB_REPOSITORY: 'acme/web', GITHUB_RUN_ID: String(runId) }
  return bed.act({ 'github-token': 'the-token', ...inputs }, { sha, env, ...options })
}

/** What a run adds to GitHub's deployments. */
async function recorded(run: () => Promise<unknown>) {
  const before = github.deployments.length
  await run()
  const added = github.deployments.slice(before)
  return { added, told: added[0] && (await toldDeployment(github, before)), states: added[0]?.statuses.map(({ state }) => state) }
}

const stateOf = (at: number): string | undefined => github.deployments.at(at)?.statuses.at(-1)?.state
let nth = 0
/** Makes it another release, of a commit that was rolled back before. */
const anew = (env = ''): Record<string, string> => ({ env: `NTH=${(nth += 1)}\n${env}`, 'allow-rolled-back': 'true' })

describe('one deploy is one deployment', () => {
  it('from start to end, with its release and URL', async () => {
    let run: ActionRun | undefined
    const { added, told, states } = await recorded(async () => (run = ended(await act(anew()), 'deployed')))
    expect(added).toHaveLength(1)
    expect(states).toEqual(['in_progress', 'success'])
    expect(added[0]).toMatchObject({ sha, environment: 'production', production: true, transient: false })
    expect(added[0]?.statuses[1]).toMatchObject({ environmentUrl: run?.outputs['url'], logUrl: runUrl(runId) })
    const { release, digest } = run?.outputs ?? {}
    expect(told).toMatchObject({ service: 'web', command: 'deploy', release, digest, commit: sha, outcome: 'deployed' })
    const { committedAt = '', startedAt = '', servedAt = '', verifiedAt = '' } = told ?? {}
    const times = [committedAt, startedAt, servedAt, verifiedAt].map(Date.parse)
    expect(times).toEqual(times.toSorted((one, other) => one - other))
    expect(stateOf(-2)).toBe('inactive')
    good = run ?? good
  })

  it('but there is none if nothing changes', async () => {
    await recorded(async () => ended(await act(anew()), 'deployed'))
    const same = { env: `NTH=${nth}\n` }
    expect((await recorded(async () => ended(await act(same), 'unchanged'))).added).toEqual([])
  })

  it('that fails, and leaves the earlier one active', async () => {
    const inputs = { ...anew('BEHAVIOUR=crash'), 'health-timeout': await stretched(4) }
    const { told, states } = await recorded(async () => ended(await act(inputs), 'failed', 'exited'))
    expect(states).toEqual(['in_progress', 'failure'])
    expect(told).toMatchObject({ outcome: 'failed', cause: 'exited', failedAt: expect.any(String) })
    expect(told?.servedAt).toBeUndefined()
    expect(stateOf(-2)).toBe('success')
  })

  it('with a canary that is aborted', async () => {
    const canary = { 'canary-steps': '50%:1s', ...anew() }
    const { told, states } = await recorded(async () => ended(await act(canary), 'rolled-back', 'canary-inconclusive'))
    expect(states).toEqual(['in_progress', 'failure'])
    expect(told).toMatchObject({ outcome: 'rolled-back', cause: 'canary-inconclusive', recoveredBy: 'canary' })
  })

  it('with a rollback', async () => {
    await recorded(async () => ended(await act(anew()), 'deployed'))
    let run: ActionRun | undefined
    const { told, states } = await recorded(async () => (run = ended(await act({ command: 'rollback', port: undefined }), 'rolled-back')))
    expect(states).toEqual(['in_progress', 'success'])
    expect(told).toMatchObject({ command: 'rollback', release: run?.outputs['release'], outcome: 'rolled-back', recoveredBy: 'hand' })
    expect(stateOf(-2)).toBe('inactive')
  })

  it('with a restart', async () => {
    const restart = { command: 'restart', port: undefined }
    const { told } = await recorded(async () => ended(await act(restart), 'restarted'))
    expect(told).toMatchObject({ command: 'restart', outcome: 'restarted' })
  })
})

it('a cancelled run does not count as failed', async () => {
  const host = await bed.hostOf(good)
  const before = await running(host)
  const cancel = new AbortController()
  const { states, told } = await recorded(async () => {
    const acting = act(anew('BEHAVIOUR=slow-boot\nBOOT_MS=told'), { cancel: cancel.signal })
    await reached(acting, 'the new slot', async () => (await running(host)).some((slot) => !before.includes(slot)))
    await reached(acting, 'the deployment', async () => github.deployments.at(-1)?.statuses.at(-1)?.state === 'in_progress')
    cancel.abort()
    const run = ended(await acting, 'cancelled', 'cancelled')
    expect(run.post?.stdout).toContain("Marked the run's deployment on GitHub as inactive")
  })
  expect(states).toEqual(['in_progress', 'inactive'])
  expect(told).toMatchObject({ outcome: 'cancelled' })
})

it('a job with an environment has a single deployment', async () => {
  const job = startJob(github.deployments, { sha, environment: 'production', runUrl: runUrl(runId + 1) })
  const { added } = await recorded(async () => ended(await act(anew()), 'deployed'))
  endJob(github.deployments, job, 'success')
  expect(added).toEqual([])
  expect(job.statuses.map(({ state }) => state)).toEqual(['in_progress', 'in_progress', 'in_progress', 'success', 'success'])
  const told = await toldDeployment(github, github.deployments.length - 1)
  expect(told).toMatchObject({ service: 'web', environment: 'production', command: 'deploy', commit: sha, outcome: 'deployed' })
})

describe('a failure of GitHub does not fail a deploy', () => {
  it.each<[string, Trouble]>([
    ['is down', { status: 500, message: 'Oops' }],
    ['throttles', { status: 403, message: 'secondary rate limit', headers: { 'retry-after': '600' } }],
    ['hangs', 'hang'],
  ])('that %s', async (_, trouble) => {
    github.trouble = (request) => (request.includes('/deployments') ? trouble : undefined)
    const run = ended(await act(anew()), 'deployed')
    const warnings = run.annotations.filter(({ level }) => level === 'warning')
    expect(warnings).toMatchObject([{ message: expect.stringContaining("GitHub's deployments do not show this run") }])
  })

  it('nor does a token without the permission, which is not even a warning', async () => {
    const run = ended(await act({ ...anew(), 'github-token': 'read-only' }), 'deployed')
    expect(run.annotations).toEqual([])
    expect(run.stdout).toContain('Give the job `deployments: write`')
  })
})
