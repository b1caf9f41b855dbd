import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from '@jest/globals'
import { endJob, startJob } from '../../local/github/deployments.ts'
import { startGitHub } from '../../local/github/server.ts'
import type { GitHub, Trouble } from '../../local/github/server.ts'
import { until } from '../../local/machine/patience.ts'
import { githubDeployments } from '../../src/adapters/github/deployments.ts'
import { machine } from '../../local/machine/patience.ts'
import { systemClock } from '../../src/adapters/clock.ts'
import type { Clock } from '../../src/ports/clock.ts'
import { readConfig } from '../fakes/read-config.ts'
import type { EndedDeployment } from '../../src/domain/deployment/payload.ts'
import { toldDeployment } from '../fakes/told-deployment.ts'
import { githubDeployment } from '../../src/steps/record/github-deployment.ts'
import { temporaryFolder } from '../fakes/temporary-folder.ts'
import { short } from '../fakes/short-commit.ts'
import { repositoryIn } from '../fakes/repository.ts'
import { patientLimit } from '../fakes/patient-limit.ts'

const RUNS = 'https://github.com/acme/web/actions/runs'
const folder = temporaryFolder('record')
const over = new AbortController()
let github: GitHub
let commit: string

beforeAll(async () => {
  const [first = ''] = await repositoryIn(folder, ['First'])
  commit = first
  github = await startGitHub(folder, 'the-token', { readOnlyToken: 'read-only' })
})
afterAll(async () => {
  over.abort()
  await github.stop()
})
beforeEach(() => {
  github.deployments.length = 0
  github.requests.length = 0
  github.trouble = () => undefined
})

interface Options {
  readonly wish?: 'auto' | 'true' | 'false'
  readonly token?: string
  readonly service?: string
  readonly runId?: string
  /** Waits as long as a real run; default: as long as nothing reaches that works. */
  readonly isHurried?: boolean
}

const hurried = systemClock(over.signal)
const patient: Clock = {
  ...hurried,
  sleep: (ms) => new Promise((resolve) => over.signal.addEventListener('abort', machine.after((20 * ms) / 1000, resolve))),
}

/** A run, and what it says and leaves. */
function aRun({ wish = 'auto', token = 'the-token', service = 'web', runId = '7', isHurried = false }: Options = {}) {
  const config = readConfig({
    ...{ GITHUB_REPOSITORY: 'acme/web', GITHUB_SHA: commit, GITHUB_RUN_ID: runId, GITHUB_API_URL: github.url, AWS_REGION: 'us-east-1' },
    ...{ INPUT_SERVICE: service, INPUT_PORT: '8080', INPUT_ENVIRONMENT: 'staging' },
    ...{ 'INPUT_GITHUB-DEPLOYMENT': wish, 'INPUT_GITHUB-TOKEN': token },
  })
  const said: string[] = []
  const record = githubDeployment({
    config,
    clock: isHurried ? hurried : patient,
    deployments: githubDeployments({ token, repository: 'acme/web', apiUrl: github.url, limit: patientLimit }),
    postCleanup: { note: (kind) => void said.push(`note ${kind}`), forget: (kind) => void said.push(`forget ${kind}`) },
    progress: {
      ...{
        step: (_, work) => work(),
        group: () => undefined,
        took: () => undefined,
        steps: () => [],
        waiting: () => undefined,
        fail: () => undefined,
      },
      info: (line) => void said.push(`info: ${line}`),
      warn: (line) => void said.push(`warning: ${line}`),
    },
  })
  const start = (release = `${short(commit)}-b04e77aa`): void =>
    record.start({
      command: 'deploy',
      release,
      version: '1.4.0',
      digest: `sha256:${'a'.repeat(64)}`,
      commit,
      startedAt: new Date().toISOString(),
    })
  return {
    said,
    start,
    removed: () => record.removed({ name: service, environment: 'staging' }),
    end: (ended: EndedDeployment) => record.end(ended, 'http://203.0.113.7'),
  }
}

const DEPLOYED: EndedDeployment = { outcome: 'deployed' }
const states = (at: number) => github.deployments[at]?.statuses.map(({ state }) => state)
const writes = () => github.requests.filter((line) => line.startsWith('POST'))

const told = (at: number) => toldDeployment(github, at)

async function deployed(options: Options = {}, ended = DEPLOYED) {
  const run = aRun(options)
  run.start()
  await run.end(ended)
  return run
}

describe('one deployment for one deploy', () => {
  it('with all facts, from start to end', async () => {
    const { said } = await deployed()
    expect(states(0)).toEqual(['in_progress', 'success'])
    expect(github.deployments[0]?.statuses[1]).toMatchObject({ environmentUrl: 'http://203.0.113.7', logUrl: `${RUNS}/7` })
    expect(await told(0)).toMatchObject({ service: 'web', release: `${short(commit)}-b04e77aa`, commit, outcome: 'deployed' })
    expect((await told(0))?.committedAt).toBeDefined()
    expect(said).toEqual(['note deployment', 'forget deployment'])
  })

  it('is one if it is announced twice, and none if it is not announced', async () => {
    const run = aRun()
    run.start()
    run.start()
    await run.end(DEPLOYED)
    await aRun().end({ outcome: 'unchanged' })
    expect(github.deployments).toHaveLength(1)
  })

  it('that fails leaves the earlier one active', async () => {
    await deployed()
    await deployed({ runId: '8' }, { outcome: 'failed', cause: 'exited' })
    expect([states(0), states(1)]).toEqual([
      ['in_progress', 'success'],
      ['in_progress', 'failure'],
    ])
    expect(await told(1)).toMatchObject({ outcome: 'failed', cause: 'exited' })
  })

  it('that fails leaves a deployment in progress active', async () => {
    const before = aRun()
    before.start()
    await until('its deployment', async () => states(0)?.length === 1)
    const next = aRun({ runId: '8' })
    next.start()
    await until('its deployment', async () => states(1)?.length === 1)
    await before.end(DEPLOYED)
    await next.end({ outcome: 'failed', cause: 'exited' })
    expect([states(0)?.at(-1), states(1)?.at(-1)]).toEqual(['success', 'failure'])
  })

  it('that succeeds ends those of the earlier release and of a dead run, but none of another service', async () => {
    await deployed()
    const dead = aRun({ runId: '8' })
    dead.start()
    await until('its deployment', async () => states(1)?.length === 1)
    await deployed({ service: 'api', runId: '9' })
    await deployed({ runId: '10' })
    expect([0, 1, 2, 3].map((at) => states(at)?.at(-1))).toEqual(['inactive', 'inactive', 'success', 'success'])
    expect(await told(0)).toMatchObject({ outcome: 'deployed' })
  })
})

describe('of an environment that many services share', () => {
  /** Deployments of other services, and of jobs. */
  function others(count: number): void {
    for (let at = 0; at < count; at += 1) {
      const [first] = github.deployments
      const payload = at % 2 === 0 ? { ...first?.payload, service: `other-${at}` } : {}
      const statuses = [{ state: 'success', description: '', logUrl: `${RUNS}/1`, environmentUrl: '', at: new Date().toISOString() }]
      const other = { id: github.deployments.length + 1, sha: commit, environment: 'staging', payload, transient: false, production: false }
      github.deployments.push({ ...other, statuses })
    }
  }

  it('finds the earlier one, however many others came since', async () => {
    await deployed()
    others(130)
    await deployed({ runId: '8' })
    expect([states(0)?.at(-1), states(131)?.at(-1)]).toEqual(['inactive', 'success'])
    expect(github.deployments.slice(1, 131).every(({ statuses }) => statuses.length === 1)).toBe(true)
  })

  it('and that of a removed service', async () => {
    await deployed()
    others(130)
    await aRun({ runId: '8' }).removed()
    expect(states(0)?.at(-1)).toBe('inactive')
  })

  it('without a look at more pages than it needs', async () => {
    await deployed()
    await deployed({ runId: '8' })
    others(400)
    for (const [runId, pages] of [
      ['9', 3],
      ['10', 3],
    ] as const) {
      github.requests.length = 0
      await deployed({ runId, service: 'new' })
      expect(github.requests.filter((line) => /^GET .*\/deployments(\?|$)/.test(line))).toHaveLength(pages)
    }
    await deployed({ runId: '11' })
    github.requests.length = 0
    await deployed({ runId: '12' })
    expect(github.requests.filter((line) => /^GET .*\/deployments(\?|$)/.test(line)).length).toBeLessThanOrEqual(3)
  })
})

it('marks a removed service as inactive, and leaves the others', async () => {
  await deployed()
  await deployed({ service: 'api', runId: '8' })
  const { said, removed } = aRun({ runId: '9' })
  await removed()
  expect([states(0)?.at(-1), states(1)?.at(-1)]).toEqual(['inactive', 'success'])
  expect(said).toEqual([])
})

describe('a job with an environment', () => {
  const ofJob = (runId = '7') => startJob(github.deployments, { sha: commit, environment: 'staging', runUrl: `${RUNS}/${runId}` })

  it('has a single deployment', async () => {
    const job = ofJob()
    await deployed()
    endJob(github.deployments, job, 'success')
    expect(github.deployments).toHaveLength(1)
    expect(await told(0)).toMatchObject({ service: 'web', digest: `sha256:${'a'.repeat(64)}`, commit, outcome: 'deployed' })
  })

  it('with two services has a second deployment for the second service', async () => {
    ofJob()
    await deployed()
    await deployed({ service: 'api' })
    expect(github.deployments).toHaveLength(2)
    expect([(await told(0))?.service, (await told(1))?.service]).toEqual(['web', 'api'])
  })

  it('does not use the deployment of another run', async () => {
    ofJob('70')
    await deployed()
    expect(github.deployments).toHaveLength(2)
    expect(states(0)).toEqual(['in_progress'])
  })
})

describe('a failure of GitHub', () => {
  test.each<[string, Trouble, string]>([
    ['is down', { status: 500, message: 'Oops' }, 'GitHub answered with status 500'],
    ['throttles', { status: 403, message: 'secondary rate limit', headers: { 'retry-after': '600' } }, 'GitHub throttles the token'],
    ['hangs', 'hang', 'GitHub did not answer'],
  ])('%s is logged once', async (_, trouble, reason) => {
    github.trouble = () => trouble
    const began = Date.now()
    const { said } = await deployed({ isHurried: trouble === 'hang' })
    expect(said).toHaveLength(1)
    expect(said[0]).toMatch(/^warning: /)
    expect(said[0]).toContain(reason)
    // Its own limit, and as much again.
    expect(Date.now() - began).toBeLessThan(10_000 * (await machine.slowness()))
    expect(new Set(github.requests).size).toBeLessThan(3)
  })

  it('during a deploy is logged once, too', async () => {
    github.trouble = (request) => (request.endsWith('/statuses') ? { status: 500, message: 'Oops' } : undefined)
    const { said } = await deployed()
    expect(said).toEqual(['note deployment', expect.stringContaining('GitHub answered with status 500')])
  })
})

describe('a token', () => {
  it('without the permission is logged, and a warning if the input is set', async () => {
    expect((await deployed({ token: 'read-only' })).said).toEqual([expect.stringMatching(/^info: .*`deployments: write`/)])
    expect((await deployed({ token: 'read-only', wish: 'true' })).said).toEqual([expect.stringMatching(/^warning: .*`deployments: write`/)])
  })

  it('that is missing is reported only if the input is set', async () => {
    expect((await deployed({ token: '' })).said).toEqual([])
    expect((await deployed({ token: '', wish: 'true' })).said).toEqual([expect.stringMatching(/^warning: .*github-token/)])
  })

  it('is not used if the record is turned off', async () => {
    expect((await deployed({ wish: 'false' })).said).toEqual([])
    expect(github.requests).toEqual([])
  })
})

it('leaves the end of a cancelled run to the post phase', async () => {
  const run = aRun()
  run.start()
  await run.end({ outcome: 'cancelled', cause: 'cancelled' })
  expect(run.said).not.toContain('forget deployment')
  expect(writes().every((line) => !line.includes('success'))).toBe(true)
})
