import { describe, expect } from '@jest/globals'
import { startGitHub } from '../../local/github/server.ts'
import type { GitHub } from '../../local/github/server.ts'
import type { ActionRun } from '../../local/runner/runner.ts'
import { reached } from './support/reached.ts'
import { ended, errorOf, openBed, visit } from './support/test-bed.ts'
import type { Bed } from './support/test-bed.ts'
import { running, tell } from './support/on-host.ts'
import { atEnd, beforeEach, given, it } from './support/test.ts'
import { short } from '../fakes/short-commit.ts'
import { repositoryIn } from '../fakes/repository.ts'

let bed: Bed
let github: GitHub
let commits: string[]

/** Commits in a row, each with what the test bed puts into the repository. */
const empty = given(async () => {
  bed = await openBed()
  commits = await repositoryIn(bed.workspace, ['First', 'Second', 'Third: $(id) | <b>bold</b>'], () => bed.commit())
  github = await startGitHub(bed.workspace, 'the-token')
  atEnd(() => github.stop())
})

/** The first commit was deployed, and then the third. */
const newest = given(async () => {
  await empty()
  ended(await deploy(0, 1), 'deployed')
  return ended(await deploy(2, 2), 'deployed')
})

/** Deploys the nth commit in a run with this id. */
function deploy(
  at: number,
  runId: number,
  inputs: Record<string, string> = {},
  options: Parameters<Bed['act']>[1] = {},
): Promise<ActionRun> {
  const sha = commits[at] ?? ''
  const usual = { 'github-token': 'the-token', 'build-args': `BASE=${bed.cloud.baseImage}\nVERSION=${short(sha)}` }
  return bed.act({ ...usual, ...inputs }, { ...options, sha, env: { GITHUB_API_URL: github.url, GITHUB_RUN_ID: String(runId) } })
}

describe('the order of releases', () => {
  it('a newer commit is deployed, and the summary lists its commits', async () => {
    const run = await newest()
    expect(run.summary).toContain('Second')
    expect(run.summary).toContain('Third: <span>$</span>&#40;id&#41; &#124; &lt;b&gt;bold&lt;/b&gt;')
  })

  it('an outdated run is refused with the reason, and changes nothing', async () => {
    const { outputs } = await newest()
    const run = ended(await deploy(1, 1), 'refused', 'refused')
    expect(errorOf(run)).toContain(`commit ${short(commits[1])} is older than ${short(commits[2])}, which is live`)
    expect(await visit(outputs['url'] ?? '')).toBe(short(commits[2]))
  })

  it('an outdated run is accepted if the input allows it', async () => {
    await newest()
    const run = ended(await deploy(1, 1, { 'allow-downgrade': 'true' }), 'deployed')
    expect(await visit(run.outputs['url'] ?? '')).toBe(short(commits[1]))
  })
})

/** Does not serve before it is told. */
const SLOW = 'BEHAVIOUR=slow-boot\nBOOT_MS=told'

describe('two runs at once', () => {
  beforeEach(newest)

  it('the second waits and names the first, and an older waiting run gives way to a newer one', async () => {
    const host = await bed.hostOf(await newest())
    const before = await running(host)
    const slow = deploy(2, 10, { env: SLOW })
    await reached(slow, 'the lease of the first', () => leaseHolder('10/1'))
    const waits = Promise.withResolvers<void>()
    const onOutput = (text: string) => text.includes('Waiting for run 10 of ada') && waits.resolve()
    const older = deploy(1, 11, { 'allow-downgrade': 'true', env: 'OLDER=yes' })
    const newer = deploy(2, 12, { env: 'LAST=yes' }, { onOutput })
    const [second] = await Promise.all([older, waits.promise])
    const begun = await reached(slow, 'the slot of the first', async () => (await running(host)).find((slot) => !before.includes(slot)))
    await tell(host, begun.replace(/ .*/, ''))
    const [first, third] = await Promise.all([slow, newer])
    ended(first, 'deployed')
    ended(second, 'refused', 'superseded')
    ended(third, 'deployed')
    expect(errorOf(second)).toContain('run 12 of ada')
    expect(third.stdout).toContain('Waiting for run 10 of ada')
    expect(third.outputs['previous-release']).toBe(first.outputs['release'])
    expect(await visit(third.outputs['url'] ?? '', '/env?name=LAST')).toBe('yes')
  })

  it('a run that was killed with its post phase leaves a lease that the next run takes over early', async () => {
    const kill = new AbortController()
    const run = deploy(2, 20, { env: SLOW }, { kill: kill.signal })
    await reached(run, 'its lease', () => leaseHolder('20/1'))
    kill.abort()
    await run
    const next = await deploy(2, 21, { env: 'NEXT=yes' })
    ended(next, 'deployed')
    expect(next.stdout).not.toContain('Waiting for run 20')
  })

  it('the order of a run that was killed while sending it does nothing when it arrives later', async () => {
    const kill = new AbortController()
    await bed.cloud.fault([{ service: 'ssm', operation: 'SendCommand', kind: 'hold' }])
    const run = deploy(2, 30, { env: `${SLOW}\nLATE=yes` }, { kill: kill.signal })
    await bed.cloud.held()
    kill.abort()
    await bed.cloud.fault([])
    expect((await run).post?.stdout).toContain('Cancelled the command')
    ended(await deploy(2, 31, { env: 'AFTER=yes' }), 'deployed')
  })
})

async function leaseHolder(owner: string): Promise<boolean> {
  const found = await bed.cloud.observe('ssm', 'GetParameter', { Name: '/docker-to-ec2/web/production/lease' }).catch(() => ({}))
  return JSON.stringify(found).includes(owner)
}
